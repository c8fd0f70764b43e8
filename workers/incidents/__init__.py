"""Package incidents."""
