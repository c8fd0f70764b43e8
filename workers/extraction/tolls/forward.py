"""Figures whose fate is told before them, or by their own noun.

Place in the flow: `tolls.reading` hands every figure to `take_figure`, which joins it to the
waiting word of killing or hurting, to the toll before it, or leaves it pending for a word that
follows.
"""

from workers.extraction.tolls import cues
from workers.extraction.tolls.backward import told_before
from workers.extraction.tolls.doers import is_late_subject, object_after_subject
from workers.extraction.tolls.joining import continues
from workers.extraction.tolls.said_again import is_said_already
from workers.extraction.tolls.state import Governor, SentenceState
from workers.extraction.tolls.words import Figure, Word
from workers.text.hedges import hedged_from

_ARMED = frozenset({"militant", "attacker"})
_PART_NEAR = 24
"""Characters between "three of them" and another part joined to it (chosen)."""
_PAIR = 2
"""Up to here "one dead and one hurt" are counted one by one, without numbers."""


def take_figure(state: SentenceState, figure: Figure) -> None:
    """Gives the figure its toll as far as the words before it tell; otherwise it is pending."""
    if figure.start < state.done:
        return
    some, state.some = state.some, None
    if some is not None and _names(state, some, figure):
        some.head = figure.head
        return
    victims = bool(figure.field) and figure.best is not None and figure.best > _PAIR
    both = cues.both_after(state.text, figure.end, several=victims)
    if both is not None:
        state.done = both.end()
        if figure.best is not None:
            state.add_split(figure)
    elif figure.field:
        _victims(state, figure)
    elif not (is_said_already(state, figure) or _taken(state, figure) or figure.definite):
        state.pending.append(figure)


def _names(state: SentenceState, some: Figure, figure: Figure) -> bool:
    """Whether a figure names those of whom a number was told ("two of them gunmen")."""
    gap = state.gap(some.end, figure.start)
    if figure.best is None:
        return gap <= cues.NEAR
    return figure.best == some.best and not figure.joined and gap <= 1


def _taken(state: SentenceState, figure: Figure) -> bool:
    """Whether a word before the figure has claimed it."""
    for claim in (_part, _former, _told_again, _governed):
        if claim(state, figure):
            return True
    return not figure.definite and continues(state, figure)


def _victims(state: SentenceState, figure: Figure) -> None:
    """Takes a figure whose noun says what befell them; it may be a part of the toll before."""
    head = figure.head
    bare = figure.best is None and not figure.weak and head is not None
    if bare and head is not None and head.start == figure.start and (state.total or state.reaching):
        if not told_before(state, head, figure.field):
            state.governor = Governor(head, figure.field, reach=True)
        return
    if bare and _counted_before(state, figure):
        return
    if (figure.of_those or figure.best == 1 or _dies(state, figure)) and _has_died(state, figure):
        return
    in_part = (
        state.last is not None and state.last.field == figure.field and _in_part(state, figure)
    )
    if in_part or figure.of_those:
        state.add_part(figure.field, figure)
    else:
        state.add(state.chain(figure.field, figure))
    state.governor = None
    if head is not None and figure.best is None and _names_their_number(state, figure, head):
        state.governor = Governor(head, figure.field, reach=True)


def _dies(state: SentenceState, figure: Figure) -> bool:
    """Whether an Arabic word of dying of wounds stands before a number of the hurt."""
    governor = state.governor
    return (
        figure.best is not None
        and governor is not None
        and state.surface(governor.word) in cues.DIED_OF_WOUNDS
    )


def _has_died(state: SentenceState, figure: Figure) -> bool:
    """Takes some of the wounded behind a word of dying as more dead ("توفي اثنان من الجرحى")."""
    governor = state.governor
    if figure.field != "injured" or governor is None or governor.used:
        return False
    gap = state.gap(governor.word.end, figure.edge)
    if governor.field != "deaths" or figure.joined or gap > (cues.NEAR if figure.of_those else 0):
        return False
    governor.used = True
    state.add(state.chain("deaths", figure, governor))
    return True


def _counted_before(state: SentenceState, figure: Figure) -> bool:
    """Gives the field to the figure right before its adjective ("ثلاثة مدنيين مصابين")."""
    if not state.pending or figure.joined or state.gap(state.pending[-1].end, figure.edge) > 0:
        return False
    if state.pending[-1].best is None or "," in state.text[state.pending[-1].end : figure.start]:
        return False
    state.add(state.chain(figure.field, state.pending.pop()))
    state.governor = None
    return True


_BODIES = frozenset({"جثث", "جثامين", "bodies"})


def _names_their_number(state: SentenceState, figure: Figure, head: Word) -> bool:
    """Whether how many may follow the noun ("إصابات طفيفة بثلاثة", "جثث 13 مدنيا")."""
    return figure.category == "injury" or state.surface(head) in _BODIES


def _one_more_part(state: SentenceState, figure: Figure) -> bool:
    """Whether it is told with a part ("three of them women and two children")."""
    end = state.part_after
    if end < 0 or figure.best is None or not 0 <= figure.edge - end <= _PART_NEAR:
        return False
    whole = state.last.tail if state.last is not None else None
    if state.pending:
        whole = state.pending[-1]
    parts = [*state.parts, *(c.tail for c in state.chains if c.subset)]
    counted = sum(part.best or 0 for part in parts) + figure.best
    between = state.text[end : figure.start]
    if whole is None or counted > (whole.best or 0) or "," in between or "،" in between:
        return False
    return figure.joined or cues.CONJUNCTION.search(between) is not None


def _part(state: SentenceState, figure: Figure) -> bool:
    """Takes the figure as a part, where "among them" or a comma after a whole opened one."""
    last = state.last
    if _in_part(state, figure) or _one_more_part(state, figure):
        if state.pending and (last is None or last.tail.end < state.pending[-1].start):
            state.parts.append(figure)
        elif last is not None:
            state.add_part(last.field, figure)
        else:
            return False
        return True
    if last is None or figure.joined or last.tail.category not in cues.WHOLES:
        return False
    if last.tail.best == 1:
        return False  # "a judge, his wife and two guards"
    if cues.APPOSITION.fullmatch(state.text, last.tail.end, figure.edge) is None:
        return False
    state.part_from = figure.edge
    state.add_part(last.field, figure)
    return True


def _in_part(state: SentenceState, figure: Figure) -> bool:
    """Whether the figure stands in the part that is open."""
    opened = state.part_from
    if opened is None or cues.WITH_THEM.search(state.text, opened, figure.edge) is not None:
        return False
    inside = [c.tail for c in state.chains if c.subset and c.figures[0].edge >= opened]
    inside += state.parts
    if not inside:
        return state.gap(opened, figure.edge) <= cues.PART_REACH
    if state.gap(inside[-1].end, figure.start) > cues.PART_REACH:
        return False
    return (
        figure.joined
        or cues.CONJUNCTION.search(state.text[inside[-1].end : figure.start]) is not None
    )


def _former(state: SentenceState, figure: Figure) -> bool:
    """Takes "up from 12" and "to 31 from 12" as former figures of the last toll."""
    last = state.last
    if last is None:
        return False
    cued = state.earlier_from > last.tail.end
    cued = cued and state.gap(state.earlier_from, figure.start) <= cues.NEAR
    if not cued and not (
        state.total and state.text[max(0, figure.start - 5) : figure.start] == "from "
    ):
        return False
    chain = state.chain(last.field, figure)
    chain.earlier = True
    state.chains.append(chain)
    return True


def _told_again(state: SentenceState, figure: Figure) -> bool:
    """Takes a bare number as another source's, or another town's, figure for what was just told."""
    last = state.last
    if last is None or last.subset or last.split or figure.head is not None or figure.best is None:
        return False
    corrected = last.earlier and cues.CORRECTED.fullmatch(state.text, last.tail.end, figure.edge)
    another = cues.ANOTHER_SOURCE.fullmatch(state.text, last.tail.end, figure.edge)
    if not (another or corrected) and not (
        last.governor is not None
        and last.governor.reach
        and cues.AND_AT.search(state.text, max(0, figure.start - 16), figure.start)
    ):
        return False
    state.add(state.chain(last.field, figure))
    return True


def _governed(state: SentenceState, figure: Figure) -> bool:
    """Takes the figure under the waiting word of killing or hurting, if it is near enough."""
    governor = state.governor
    if governor is None or (figure.definite and not governor.reach):
        return False
    if governor.used:
        return object_after_subject(state, figure, governor)
    gap = state.gap(governor.word.end, figure.edge)
    if figure.joined and gap > 0 and not governor.reach:
        return _with_the_named(state, figure, governor)
    him = cues.HIMSELF.fullmatch(state.text, governor.word.start, figure.start) is not None
    if not him and not _fits(state, figure, governor, gap):
        return False
    governor.used = True
    if governor.former is not None:
        governor.former.earlier = True
    if governor.field == "both":
        state.add_split(figure)
        return True
    chain = state.chain(governor.field, figure, governor)
    if him and figure.best is not None:
        start, end = governor.word.start, governor.word.end
        chain.figures.insert(0, Figure(start, end, 1, 1, 1, joined=False))
    if governor.reach and cues.FROM.search(state.text[max(0, figure.start - 12) : figure.start]):
        chain.earlier = True
        governor.used = False
    state.add(chain)
    return True


def _fits(state: SentenceState, figure: Figure, governor: Governor, gap: int) -> bool:
    """Whether a word of killing or hurting governs a figure `gap` words behind it."""
    word = state.surface(governor.word)
    if governor.reach:
        return _reached(state, figure, governor, gap)
    if state.total and gap > cues.NEAR and figure.head is None:
        return False
    limit = cues.FAR
    if figure.category in _ARMED and cues.AFTERWARDS.search(
        state.text, governor.word.end, figure.start
    ):
        return False
    if word.isascii():
        limit = cues.NEAR + 1
        if figure.weak:
            limit = _limit_behind_name(state.text[governor.word.end : figure.start])
    elif governor.word.counted.order == "after":
        limit = 0 if figure.joined else 1
        gap = state.gap(governor.word.end, hedged_from(state.text, figure.edge))
    elif word in cues.TOOK | cues.LOSS_VERBS:
        limit = _limit_of_loss(state, figure, word)
    elif word in cues.WEAK_VERBS:
        limit = _limit_of_weak(state, figure, governor)
    elif figure.weak:
        limit = _limit_of_one(state, figure, governor)
    return gap <= limit


def _limit_of_loss(state: SentenceState, figure: Figure, word: str) -> int:
    """How far "lost" reaches to people that a noun names, "took" to those behind "by"."""
    if word in cues.TOOK:
        first = hedged_from(state.text, figure.edge)
        by = slice(first - 1, first) if first < figure.edge else slice(first, figure.start)
        return cues.FAR if "ب" in state.text[by] else -1
    return cues.FAR if figure.head is not None and not figure.weak else -1


def _limit_of_one(state: SentenceState, figure: Figure, governor: Governor) -> int:
    """How far an Arabic killing reaches to a single person; over those unknown who did it."""
    unknown = cues.BY_UNKNOWN.match(state.text, governor.word.end)
    if figure.head is not None and figure.head.definite:
        if is_late_subject(state.text, governor.word.end, figure.edge, figure.end):
            return cues.FAR
        return cues.NEAR if unknown is not None and figure.edge - unknown.end() <= 1 else 0
    return cues.NEAR if unknown is None else cues.BEFORE_PASSIVE


def _limit_behind_name(between: str) -> int:
    """How far an English killing reaches to a single person: over a name that he explains."""
    if "," not in between:
        return 1
    return cues.NAME_WORDS if cues.EXPLAINED.fullmatch(between) is not None else -1


def _limit_of_weak(state: SentenceState, figure: Figure, governor: Governor) -> int:
    """How far a verb with other senses reaches: to named people, or right after "and"."""
    if state.surface(governor.word) in cues.LOST_MEN:
        return cues.NEAR if figure.category in cues.FORCES else -1
    if figure.head is not None and not (figure.weak and figure.best is None):
        return cues.NEAR + 1
    hurt = state.surface(governor.word) in cues.HURT and figure.best is not None
    if figure.best is not None and cues.OF_A_SIDE.match(state.text, figure.end):
        return cues.NEAR
    counted = hurt and cues.HURT_THEM.match(state.text, figure.end)
    return 0 if counted or (governor.word.joined and state.last is not None) else -1


def _reached(state: SentenceState, figure: Figure, governor: Governor, gap: int) -> bool:
    """Whether a toll rose to the figure."""
    if figure.weak or gap > cues.REACH:
        return False
    before = state.text[max(governor.word.end, figure.start - 24) : figure.start]
    if state.total and cues.FROM.search(before):
        return True
    if gap == 0 or cues.REACHES.search(before) is not None:
        return True
    if figure.hedge is not None and gap <= cues.NEAR:
        return True
    return state.reaching and figure.head is not None


def _with_the_named(state: SentenceState, figure: Figure, governor: Governor) -> bool:
    """Takes the figure of "مقتل فلان و3 من مرافقيه": the one who is named counts too.

    Unless he was the attacker.
    """
    name = state.text[governor.word.end : figure.edge]
    if figure.weak or figure.best is None or not 1 <= len(name.split()) <= cues.NAME_WORDS:
        return False
    if governor.field == "both" or cues.NO_NAME.search(name) or cues.tells_otherwise(name):
        return False
    chain = state.chain(governor.field, figure, governor)
    if not cues.ATTACKER.search(name):
        start = governor.word.end + 1
        chain.figures.insert(0, Figure(start, start + len(name.strip()), 1, 1, 1, joined=False))
    governor.used = True
    state.add(chain)
    return True
