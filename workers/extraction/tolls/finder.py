"""All statements about killed and hurt people in a folded text.

Place in the flow: called once an article by the extractor. Figures are found (`tolls.figures`),
each sentence is read for what befell them (`tolls.reading`), and here the chains become mentions
with their bounds and marks. Which mention is the toll of which event is decided by the caller.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from workers.extraction.tolls.figures import toll_sentences
from workers.extraction.tolls.holding import holds_attacker_at
from workers.extraction.tolls.marks import (
    and_uncounted,
    attackers_own,
    called_militants,
    died_since,
    is_claimed,
    is_set_against,
    is_unofficial_rival,
    nth_victim,
    of_several,
    on_top,
    with_one,
)
from workers.extraction.tolls.named import tells_of_the_named
from workers.extraction.tolls.periods import (
    is_counted_against,
    is_counted_until,
    is_counted_with,
)
from workers.extraction.tolls.reading import read_sentence
from workers.extraction.tolls.sides import side_of
from workers.extraction.tolls.state import Chain
from workers.extraction.tolls.totals import Total, totals_before_nouns
from workers.extraction.tolls.words import Figure
from workers.extraction.tolls.zeros import Zero, nobody_struck, zero_statements
from workers.lexicon.counted import TollWord
from workers.model import Toll

# Members of an enumeration are looked up once: it is the cost of a scan otherwise.
_FATE = TollWord.FATE

__all__ = ["TollMention", "find_tolls"]

TOLLS_MAX = 400
"""More tolls than this are a list of casualties, not an article; the rest is not read."""


_KIND_OF = {"state": "military", "group": "militant"}
"""Side of a fight -> category of its people."""
_OTHERS = frozenset({"civilian", "child", "military"})
"""Categories of people whom militants attack."""

ONE_ATTACK_MAX = 10_000
"""More dead than this are those of a war (Halabja, 1988: some 5,000)."""


class TollMention(NamedTuple):
    """A statement about killed (`deaths`) or hurt (`injured`) people, at `start:end` of the text.

    Attributes:
        toll: None where no figure is said or where one figure holds the dead and the wounded.
        subset: Part of another toll ("among them five children").
        zero: The text says that there were none.
        attackers_own: The attackers' dead or hurt, not the victims'.
        militants: The people counted are called gunmen, militants, rebels.
        others: They are called civilians, soldiers or police.
        updated: A newer toll than those told before ("the toll rose to").
        earlier: A former figure ("up from", "an earlier toll").
        since: A count over a period ("since February").
        hedged: About, at least, more than.
        split: One figure for the dead and the wounded together.
        less: How many the text counts with them, attackers or, of the hurt, some who have died
            since; `toll` is without these.
        claimed: Only boasted of, alleged or expected.
        more: On top of those told just before ("also killed").
        placed: A part that was told for the attack's own place ("17 of them in Douma").
        several: Of more than one attack ("in two bombings").
        led: One person stands first among several ("a general and four guards").
        late: Those by whom the toll has grown, who died of wounds or were found under rubble.
        rival: Somebody else tells it beside a figure told before, as activists do beside a state's.
        of_whom: Span of the noun that names the people, if any.
    """

    start: int
    end: int
    field: str
    toll: Toll | None
    subset: bool = False
    zero: bool = False
    attackers_own: bool = False
    militants: bool = False
    others: bool = False
    updated: bool = False
    earlier: bool = False
    since: bool = False
    hedged: bool = False
    split: bool = False
    less: int = 0
    claimed: bool = False
    more: bool = False
    placed: bool = False
    several: bool = False
    rival: bool = False
    late: bool = False
    led: bool = False
    of_whom: tuple[int, int] | None = None


def find_tolls(text: str) -> tuple[TollMention, ...]:
    """The tolls of a folded text in order of their figures."""
    mentions = [_total(total) for total in totals_before_nouns(text)]
    counted = {mention.start for mention in mentions}
    for items in toll_sentences(text):
        if not items:
            continue
        denied = nobody_struck(text, items[0].start, items[-1].end)
        sentence = [i for i in items if not any(z.start <= i.start < z.end for z in denied)]
        zeros = [*zero_statements(text, sentence), *denied]
        mentions.extend(_nobody(zero, field) for zero in zeros for field in zero.fields)
        if any(isinstance(i, Figure) or i.counted.kind is _FATE for i in sentence) or (
            tells_of_the_named(text, sentence)
        ):
            said = (_mention(text, chain) for chain in read_sentence(text, sentence))
            mentions.extend(
                m
                for m in said
                if m.start not in counted and not any(z.start <= m.start < z.end for z in zeros)
            )
        if len(mentions) > TOLLS_MAX:
            break
    mentions.sort(key=lambda mention: (mention.start, mention.field))
    mentions = list(_over_one_period(text, mentions[:TOLLS_MAX]))
    return tuple(_with_rivals(text, _without_attacker(text, mentions)))


def _over_one_period(text: str, mentions: list[TollMention]) -> Iterator[TollMention]:
    """The mentions; dead and wounded told together count one period, if one of them does."""
    told = [m for m in mentions if m.toll is not None and not (m.subset or m.zero)]
    since: set[int] = set()
    for dead, hurt in pairwise(told):
        both = dead.field == hurt.field == "deaths" and dead.since and not hurt.since
        if both and is_counted_against(text, (dead.start, dead.end), (hurt.start, hurt.end)):
            since.add(hurt.start)
        if dead.field != "deaths" or hurt.field != "injured" or dead.since == hurt.since:
            continue
        spans = (dead.start, dead.end), (hurt.start, hurt.end)
        if hurt.since and is_counted_until(text, *spans):
            since.add(dead.start)
        elif dead.since and is_counted_with(text, *spans, _best(hurt) / max(_best(dead), 1)):
            since.add(hurt.start)
    for mention in told:
        if _best(mention) < _SAME_COUNT_MIN:
            continue
        again = (m for m in told if m.field == mention.field and _best(m) == _best(mention))
        over = (m.start for m in again if m.since or m.start in since)
        if any(0 < at - mention.start <= _SAME_COUNT_REACH for at in over):
            since.add(mention.start)
    return (m._replace(since=m.since or m.start in since) for m in mentions)


_SAME_COUNT_MIN = 50
"""Killed or hurt from which the same number told twice is the same count (chosen)."""
_SAME_COUNT_REACH = 400
"""Characters from a headline's figure to the one that says over what it counts (chosen)."""


def _best(mention: TollMention) -> int:
    return mention.toll.best if mention.toll is not None else 0


_HELD_REACH = 1200
"""Characters from a toll to the sentence that says whom it holds (chosen)."""


def _without_attacker(text: str, mentions: list[TollMention]) -> Iterable[TollMention]:
    """The tolls, one dead less where it is said behind them that they hold the attacker."""
    at = holds_attacker_at(text)
    if at is None:
        return mentions
    told = [m for m in mentions if _counts_several(m) and 0 <= at - m.end <= _HELD_REACH]
    return map(partial(_one_less, toll=told[-1].toll), mentions) if told else mentions


def _counts_several(mention: TollMention) -> bool:
    """Whether it is a toll of several dead that is not said to hold others already."""
    return (
        mention.field == "deaths"
        and mention.toll is not None
        and mention.toll.best > 1
        and not (mention.subset or mention.less or mention.attackers_own or mention.earlier)
    )


def _one_less(mention: TollMention, toll: Toll | None) -> TollMention:
    if toll is None or mention.toll != toll or not _counts_several(mention):
        return mention
    return mention._replace(toll=Toll(toll.low - 1, toll.best - 1, toll.high - 1), less=1)


def _with_rivals(text: str, mentions: Iterable[TollMention]) -> Iterator[TollMention]:
    """The mentions, those marked that rival a state's figure right before them."""
    last: dict[str, tuple[int, int]] = {}
    for mention in mentions:
        before = last.get(mention.field)
        rival = before is not None and (
            is_set_against(text, before, mention.start)
            or is_unofficial_rival(text, before, mention.start, mention.end)
        )
        if mention.toll is not None and not mention.subset:
            last[mention.field] = mention.start, mention.end
        yield mention._replace(rival=True) if rival else mention


def _total(total: Total) -> TollMention:
    toll = Toll(total.people, total.people, total.people)
    return TollMention(
        total.start, total.end, total.field, toll, updated=total.running, since=total.over_time
    )


def _nobody(zero: Zero, field: str) -> TollMention:
    none = Toll(0, 0, 0)
    of_whom = (zero.start, zero.end) if zero.of_nation else None
    return TollMention(
        zero.start, zero.end, field, none, zero=True, hedged=zero.inferred, of_whom=of_whom
    )


def _sum(figures: list[Figure], less: int) -> Toll:
    """The toll of figures that all have a number, `less` of them left out."""
    low = best = high = -less
    for figure in figures:
        low += figure.low or 0
        best += figure.best or 0
        high += figure.high or 0
    return Toll(max(low, 0), max(best, 0), max(best, high, 0))


def _mention(text: str, chain: Chain) -> TollMention:
    figures = chain.figures
    known = not chain.split and all(figure.best is not None for figure in figures)
    toll = _sum(figures, chain.less) if known else None
    nth = 0
    if chain.field == "deaths" and not chain.subset and toll is not None and toll.best == 1:
        nth = nth_victim(text, figures[0].start, figures[-1].end)
        toll = Toll(nth, nth, nth) if nth else toll
    if toll is not None and not chain.subset and with_one(text, figures[0].start):
        toll = Toll(toll.low + 1, toll.best + 1, toll.high + 1)
    heads = [figure.head for figure in figures if figure.head is not None]
    categories = {head.counted.category for head in heads}
    start, end = figures[0].start, figures[-1].end
    if "armed" in categories and called_militants(text, end):
        categories.add("militant")
    if chain.opposed:
        categories.update(_KIND_OF[side] for figure in figures if (side := side_of(text, figure)))
    return TollMention(
        start,
        end,
        chain.field,
        toll,
        subset=chain.subset,
        attackers_own=attackers_own(text, start, end, categories),
        militants="militant" in categories,
        others=not categories.isdisjoint(_OTHERS),
        updated=chain.updated or nth > 0,
        earlier=chain.earlier,
        since=chain.since or (toll is not None and toll.best > ONE_ATTACK_MAX),
        hedged=any(figure.hedge is not None for figure in figures) or and_uncounted(text, end),
        split=chain.split,
        less=chain.less,
        claimed=is_claimed(text, start, end),
        more=chain.more or on_top(text, start, end),
        several=of_several(text, start, end),
        led=len(figures) > 1 and figures[0].best == 1 and not chain.subset,
        late=chain.field == "deaths" and died_since(text, start, end),
        of_whom=(heads[0].start, heads[-1].end) if heads else None,
    )
