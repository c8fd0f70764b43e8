"""Package matching."""
