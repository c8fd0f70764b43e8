"""Package text."""
