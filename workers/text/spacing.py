"""The search form of a folded text: every mark that is no letter or digit becomes one space.

Length is kept, so spans found in the search form are spans of the folded text. Lexicon forms go
through the same function, so that `f-16` and `al-Shabaab` meet however a page hyphenates them.
"""

from workers.text.codes import Respelling

_MARKS = "\n\"'()[]{}<>,.;:!?؟،؛…-/\\|*+=&%@~^$•·“”‘’«»\u200c\u2028\u2029"


def _spaced(text: str) -> str:
    for mark in _MARKS:
        text = text.replace(mark, " ")
    return text


spaced = Respelling(_spaced)
"""The text with every punctuation mark replaced by one space; same length."""
