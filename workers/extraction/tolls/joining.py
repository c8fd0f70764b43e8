"""Figures that "and" joins to the toll told before them.

Place in the flow: the last question of `tolls.forward`, where no word of killing claims a figure.
"""

import re
from typing import Final

from workers.extraction.tolls import cues
from workers.extraction.tolls.sides import are_opposed
from workers.extraction.tolls.state import Chain, SentenceState
from workers.extraction.tolls.words import Figure

_LISTED = re.compile(r" ?(?:[،,:(] ?|[-–] )(?:و?هم |و?هن |و?هما )?[^\s،,.:()][^.:()]*\b(?:و|and )$")
"""From a whole to a later figure of its list ("five people, a mother and four children")."""
_LIST_MAX = 80
"""Characters of such a list (chosen)."""
_APART = re.compile(
    r"(?: (?:آخرون|اخرون|اخرين|others?|more|people))?"
    r" (?:في|ب[^ ]+|برصاص|بنيران|جراء|اثر|نتيجه|خلال|عندما|حين|in|by|when|at|near|on) "
)
"""Behind a figure: where or how they died, which is not how those before them did."""
_WITH_HIM = re.compile(
    r"(?:,[^,.;]{1,60},)? (?:was|has been|had been|died|perished) ?(?:(?:\w+ )?"
    r"(?:killed|shot dead|assassinated|murdered|gunned down|wounded|injured|hurt))?"
    r"(?: (?:on|in|at) [^,.;]{3,40})?,? (?:(?:along|together) with|alongside|with) (?:at least )?"
    r"(?:his |her |their )?"
)
"""From one who fell to those who fell with him."""
_ATTACKING = frozenset({"attacker", "militant"})
_APART_MAX = 90
"""Characters between the two (chosen)."""


def continues(state: SentenceState, figure: Figure) -> bool:
    """Adds the figure to the last toll where "and" joins the two."""
    chain = state.last
    if chain is None or chain.split or chain.tail.field:
        return False
    if chain.governor is None:
        if not _fell_with_one(state, chain, figure):
            return _is_apart(state, chain, figure)
        chain.figures.append(figure)
        state.loose = (chain, figure)
        return True
    if _is_listed(state, chain.tail, figure):
        state.add_part(chain.field, figure)
        return True
    placed = _each_has_its_place(state, chain.tail, figure)
    if placed or not _joins(state, chain.tail, figure):
        return _goes_on(state, chain, figure) if placed else _is_apart(state, chain, figure)
    if are_opposed(state.text, figure, chain.tail):
        chain.opposed = True
        chain = state.chain(chain.field, figure, chain.governor)
        chain.opposed = True
        state.add(chain)
    else:
        chain.figures.append(figure)
    state.loose = (chain, figure)
    return True


def _fell_with_one(state: SentenceState, chain: Chain, figure: Figure) -> bool:
    """Whether those of a figure died with the one before ("a judge was killed with his son")."""
    if len(chain.figures) > 1 or chain.tail.best != 1 or chain.subset or figure.best is None:
        return False
    if figure.category in _ATTACKING or cues.ATTACKERS_AFTER.match(state.text, figure.end):
        return False
    return _WITH_HIM.fullmatch(state.text, chain.tail.end, figure.edge) is not None


def _reach(last: Figure, figure: Figure) -> int:
    """How many words more than usual a name may put between two figures."""
    if last.weak:
        return 4
    return 1 if figure.weak else 2


def _joins(state: SentenceState, last: Figure, figure: Figure) -> bool:
    """Whether "and" joins a figure to the one before it."""
    if figure.best is None and last.best is not None:
        return False
    if figure.category == "name" and last.best != 1:
        return False  # "the two young men Ahmad and Muhammad"
    between = state.text[last.end : figure.start]
    with_them = cues.WITH_THEM.search(between) is not None
    if not _is_next(state, last, with_them=with_them):
        return False
    if last.weak and figure.joined:
        between = cues.OF_A_GROUP.sub(" ", between)
    gap = len(between.split())
    if with_them:
        gap = len(between[max(between.rfind("،"), 0) :].split())
    titled = last.weak and figure.weak and {last.category, figure.category} <= cues.LEADERS
    if gap > (cues.LONG_NAME if titled and figure.joined else cues.NEAR + _reach(last, figure)):
        return False
    if not figure.joined:
        whole = last.category in {"generic", ""} and between.rstrip().endswith((",", "،"))
        if figure.head is None or whole or cues.CONJUNCTION.search(between) is None:
            return False
    return not cues.tells_otherwise(between)


def _is_next(state: SentenceState, last: Figure, *, with_them: bool) -> bool:
    """Whether nobody else is told of since the last figure but by his title, which is dropped."""
    if not state.pending or state.pending[-1].start <= last.end:
        return True
    if not (with_them or _is_titled(last, state.pending)):
        return False
    if not all(waiting.weak for waiting in state.pending):
        return False
    state.pending.clear()
    return True


def _is_titled(last: Figure, pending: list[Figure]) -> bool:
    """Whether what waits is only the title of the one before ("والدهم الطبيب فلان")."""
    title = pending[0].head
    return (
        len(pending) == 1
        and last.weak
        and title is not None
        and title.definite
        and title.edge - last.end <= 1
    )


def _is_listed(state: SentenceState, whole: Figure, figure: Figure) -> bool:
    """Whether a figure stands in the list of those just counted ("هم أب وأم وثلاثة أطفال")."""
    if whole.category not in cues.WHOLES or (figure.best or 0) >= (whole.best or 0):
        return False
    if not 0 < figure.start - whole.end <= _LIST_MAX:
        return False
    between = state.text[whole.end : figure.start]
    return _LISTED.fullmatch(between) is not None and not cues.tells_otherwise(between)


def _is_apart(state: SentenceState, chain: Chain, figure: Figure) -> bool:
    """Takes a figure of people who met the same fate elsewhere, or otherwise, as one on top.

    "Two were shot dead in X and three others by shelling in Y".
    """
    if not figure.best or figure.weak or state.pending:
        return False
    text, end = state.text, chain.tail.end
    before = text[end : figure.start]
    if len(before) > _APART_MAX or not _joined_at(before, figure):
        return False
    if figure.head is not None and figure.category != "others":
        return False
    if _APART.match(text, figure.end) is None or not cues.tells_otherwise(before):
        return False
    return _goes_on(state, chain, figure)


_IN_PLACE: Final = r"(?:في|ب(?=مدين|بلد|مخيم|حي |قري|محافظ|منطق)) ?"
_PLACED = re.compile(
    rf" {_IN_PLACE}(?!(?:ال)?(?:انفجار|هجوم|قصف|غار|تفجير|كمين)) ?[^،,.؛:]{{2,40}}[،,]? ?و?"
)
_PLACED_BEHIND = re.compile(rf"(?: (?:اخرون|اخرين|منهم|اشخاص|مدنيين|جنود))? {_IN_PLACE}")


def _each_has_its_place(state: SentenceState, last: Figure, figure: Figure) -> bool:
    """Whether those of two figures died in two places ("ten in X and six in Y")."""
    if not (last.best and figure.best and figure.joined) or state.pending:
        return False
    if _PLACED.fullmatch(state.text, last.end, figure.start) is None:
        return False
    return _PLACED_BEHIND.match(state.text, figure.end) is not None


def _goes_on(state: SentenceState, chain: Chain, figure: Figure) -> bool:
    """Takes a figure as one on top of the last toll."""
    other = state.chain(chain.field, figure, chain.governor)
    other.more = True
    state.add(other)
    state.loose = (other, figure)
    return True


def _joined_at(before: str, figure: Figure) -> bool:
    return figure.joined or cues.CONJUNCTION.search(before) is not None
