"""Tawatur: news articles in, merged incidents out (docs/architecture.md)."""
