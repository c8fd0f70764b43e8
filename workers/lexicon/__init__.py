"""Package lexicon."""
