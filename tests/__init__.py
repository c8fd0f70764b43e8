"""Tests of the project; folders mirror the source paths."""
