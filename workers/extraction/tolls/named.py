"""People told by their names alone: how many a list of names holds.

Place in the flow: asked by `tolls.backward` at every word of killing and hurting.
"""

import re

_EACH_OF = " كل من "
_LIST = re.compile(
    r"(?P<names>[^.؛:\n]{3,200}?)(?=[.؛:\n]|$|[،,] (?!و)|"
    r"[،,]? ?(?:[وف]?(?:اصيب|اصابه|جرح|جرحت|اصيبت|نقل)|في|اثر|جراء|خلال|اثناء|عندما|بعد|"
    r"ب(?:رصاص|قصف|غار|نيران|انفجار|عبوه|هجوم|طلق|استهداف)[^ ]*) )"
)
_AND = re.compile(
    r"(?:[،,])? و(?=[^ ])"
    r"(?!(?:ليد|ائل|سام|سيم|ديع|هيب|جدي|حيد|فيق|رد|داد|صفي|ضاح|جيه|هبه|عد|ليام)(?: |$))"
)
"""Between two names; not in front of a name that begins with its letter."""
NAMES_MAX = 12


def names_listed(text: str, end: int) -> tuple[int, int] | None:
    """How many names "each of" lists right behind a word that ends there, and where they end."""
    if not text.startswith(_EACH_OF, end):
        return None
    told = _LIST.match(text, end + len(_EACH_OF))
    if told is None:
        return None
    count = 1 + len(_AND.findall(told["names"]))
    return (count, told.end()) if 1 < count <= NAMES_MAX else None
