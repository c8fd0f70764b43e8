"""Figures: groups of people that an article counts, before it is said what befell them.

Place in the flow: first half of `tolls`. A number with the noun that it counts, a dual, a single
person or a plural without a number becomes one `Figure`; the words that it is made of are gone.
"""

from collections.abc import Iterator

from workers.extraction.tolls.numbers import number_figure
from workers.extraction.tolls.people import person_figure
from workers.extraction.tolls.words import Figure, Word, telling_sentences
from workers.lexicon.counted import TollWord

# Members of an enumeration are looked up once: it is the cost of a scan otherwise.
_NUMBER = TollWord.NUMBER
_PERSON = TollWord.PERSON


def toll_sentences(text: str) -> Iterator[list[Word | Figure]]:
    """The toll words and figures of each sentence that tells of the dead or the hurt, in order."""
    for words in telling_sentences(text):
        yield _items(text, words)


def _items(text: str, words: list[Word]) -> list[Word | Figure]:
    made: list[Word | Figure] = []
    index = 0
    while index < len(words):
        word = words[index]
        figure: Figure | None = None
        taken = 1
        kind = word.counted.kind
        if kind is _NUMBER:
            figure, taken = number_figure(text, words, index)
        elif kind is _PERSON:
            figure, taken = person_figure(text, words, index)
        if figure is not None and not _is_other(figure, made[-1] if made else None):
            made.append(figure)
        elif figure is None and kind is not _NUMBER:
            made.append(word)
        index += taken
    return made


def _is_other(figure: Figure, before: Word | Figure | None) -> bool:
    """Whether it only says that those just counted are others ("3 جنود آخرين")."""
    return (
        isinstance(before, Figure)
        and figure.category == "others"
        and figure.best is None
        and before.best is not None
        and not figure.joined
        and figure.start - before.end <= 1
    )
