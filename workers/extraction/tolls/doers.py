"""Who was struck, where others stand between: who did it, how, where, when.

Place in the flow: under `tolls.forward`. "اغتال مسلحان ضابطا", "قتل في غارة على الساحل، القائد".
"""

import re

from workers.extraction.tolls import cues
from workers.extraction.tolls.state import Governor, SentenceState
from workers.extraction.tolls.words import Figure

_ARMED = frozenset({"militant", "attacker"})
_DUAL = "ان"  # two who did it, by their case ("اغتال مسلحان ضابطا")


def object_after_subject(state: SentenceState, figure: Figure, governor: Governor) -> bool:
    """Puts the figure in the place of those who did it ("قتل مسلح 5", "اغتال مسلحان ضابطا")."""
    chain = state.last
    if chain is None or chain.governor is not governor or len(chain.figures) > 1 or figure.joined:
        return False
    first = chain.figures[0]
    if _in_company(state, first, figure):
        if figure.best is not None:  # "with a number of his men" leaves one who is sure
            chain.figures.append(figure)
        return True
    word = state.surface(governor.word)
    two = first.head is not None and state.surface(first.head).endswith(_DUAL)
    known = figure.head is not None and figure.head.definite
    object_of = _is_accusative(figure) or (known and word in cues.ASSASSINATED)
    doer = first.weak or (two and object_of)
    if not doer or (word not in cues.ACTIVE_VERBS and not word.isascii()):
        return False
    between = state.text[first.end : figure.start]
    part = state.text.startswith((" منهم", " منهن"), figure.end)
    if first.best is None and figure.best is not None and not part:
        between = between.rstrip(" ،,")  # "soldiers of the army, killed two" with a stray comma
    gunmen = word in cues.ASSASSINATED and first.category in _ARMED
    gunmen = gunmen and (first.best is None or (two and known))
    doers = (
        first.best is None
        and cues.NOMINATIVE.search(state.text, first.start, figure.start) is not None
    )
    if not gunmen and not _can_be_object(first, figure, between, doers=doers):
        return False
    if gunmen and known:
        near = names_at(state.text, first.end, figure.edge, figure.end)
    else:
        near = len(between.split()) <= cues.NEAR + 1 and "," not in between and "،" not in between
    if not near:
        return False
    chain.figures[0] = figure
    return True


_LATER = re.compile(r" (?:بعدما|بعد ان|عقب ان|عندما|حينما|لانه) ")
"""Between the two: another clause begins, whose object is the second."""


def _can_be_object(subject: Figure, figure: Figure, between: str, *, doers: bool) -> bool:
    """Whether a figure behind another may be whom that one struck.

    A single person may only as an Arabic accusative, which is no subject ("شخصا"), or behind
    `doers`, a plural that is a subject by its case ("قتل جنود إسرائيليون فتى").
    """
    if cues.NEXT_VERB.match(between) or cues.AND.search(between) or _LATER.search(between):
        return False
    if not figure.weak or (doers and figure.best is not None):
        return True
    return _is_accusative(figure) and not _is_accusative(subject)


def _is_accusative(figure: Figure) -> bool:
    return figure.head is not None and figure.head.counted.accusative


def _in_company(state: SentenceState, first: Figure, figure: Figure) -> bool:
    """Whether those of the figure died with the one before ("قتل جندي مع ثلاثة آخرين")."""
    between = state.text[first.end : figure.start]
    if first.best != 1 or cues.COMPANY.search(between) is None:
        return False
    return (
        len(between.split()) <= cues.NAME_WORDS or cues.MET_DEATH_WITH.search(between) is not None
    )


_ADVERBIAL = re.compile(
    r" (?:في|اثر|جراء|نتيجه|خلال|قبل|بعد|مساء|صباح|فجر|ليل|ظهر|عصر|امس|اليوم|"
    r"ال(?:سبت|احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه)|"
    r"ب(?:رصاص|نيران|قصف|غاره|قذيفه|انفجار|تفجير|عبوه|لغم|طلق|شظايا)\w*)[ ،]"
)
"""Right behind a passive: it tells how and where before it tells who."""
_PLACED_BEFORE = re.compile(
    r"(?:[،,]|(?:^| )[وفب]?(?:ال|لل)[^ ]+|(?:^| )(?:في|علي|قرب) "
    r"(?!منزل|بيت|سياره|مركبه|موكب|مقر|مكتب|شقه|مزرعه|عرب|دراج|حفل|جنازه|ذكري|مقتل|محيط|قريه|بلده)"
    r"[^ ]+) $"
)
"""Right before a title: what went before has ended ("في غارة على الساحل، القائد فلان")."""
_NAMED_SO = re.compile(r" (?!في [^ ]+[.،]|الذي|التي|عندما)[^ .،؛:\d]{2,}")


def is_late_subject(text: str, killed: int, start: int, end: int) -> bool:
    """Whether the title at `start:end` says who was killed, behind how and where.

    "قتل في غارة على الساحل، القائد فلان"; not "قتل في غارة على منزل القائد فلان".
    """
    return _ADVERBIAL.match(text, killed) is not None and names_at(text, killed, start, end)


def names_at(text: str, begin: int, start: int, end: int) -> bool:
    """Whether the title at `start:end` stands before a name, where what began at `begin` ended."""
    near = cues.words_between(text, begin, start) <= 1
    ended = near or _PLACED_BEFORE.search(text, begin, start) is not None
    return ended and _NAMED_SO.match(text, end) is not None
