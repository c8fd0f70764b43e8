"""How many were killed and hurt in each attack: the leading figure of its toll statements.

Place in the flow: after `toll_sharing`, inside events. The leading figure is the newest running
total, else the highest that the article gives where it first tells the toll; all others widen low
and high.
"""

from dataclasses import dataclass
from itertools import pairwise

from workers.extraction.telling.support import FROM_AFAR
from workers.extraction.tolls.finder import TollMention
from workers.model import SubEventType, Toll

_LEAD_REACH = 600
"""Characters after an attack's first figure in which another may still lead (chosen on newswire):
title, abstract and first paragraph often give figures of different hours.
"""
_RIVAL_REACH = 120
"""Characters between two figures of one sentence or of neighbours that rival each other."""
_COMPANY = 3
"""Dead up to which a headline may name one alone ("drone kills commander")."""
_ROUNDED_DOWN, _ROUNDED_UP = 0.95, 1.1
"""Times a rounded figure ("more than 40") between which a counted one is what it stands for
(chosen).
"""
_ROUNDED_FROM = 20
"""Dead from which an article rounds their number (chosen)."""
_ON_TOP_REACH = 400
"""Characters between a figure and one told on top of it (chosen)."""
_PART_REACH = 60
"""Characters between a sum and the part of it that is told."""
_GROWTH = 1.5
"""Times that a toll grows at most between the headline and the report under it (newswire months);
what is more is another attack's.
"""


@dataclass(frozen=True, slots=True)
class Counted:
    """A draft's toll and the statements it was read from, for one field."""

    toll: Toll
    mentions: tuple[TollMention, ...]


_FIGHTS = frozenset(
    {SubEventType.ARMED_CLASH, SubEventType.AIR_DRONE_STRIKE, SubEventType.SHELLING}
)


_BY_STEALTH = frozenset({SubEventType.REMOTE_EXPLOSIVE, SubEventType.SUICIDE_BOMB})
"""Kinds with which militants strike others: their own dead are told of another fight."""


def count(share: list[TollMention], field: str, kind: SubEventType) -> Counted | None:
    """The toll of one field (`deaths` or `injured`) over a draft's statements, None where unsaid.

    The attackers' own dead do not count, but where armed sides fight both sides' dead do.
    """
    said = [
        m for m in share if m.field == field and m.toll is not None and not m.since and not m.subset
    ]
    own = [m for m in said if m.attackers_own]
    victims = [m for m in said if not m.attackers_own]
    if kind not in FROM_AFAR:
        victims = _without_militants(victims)
    if kind in _BY_STEALTH:
        victims = [m for m in victims if not m.militants] or victims
    if not victims and kind in _FIGHTS:
        victims = [m for m in said if m.militants or m.attackers_own]
    victims = [m for m in victims if m.placed] or victims
    figures = _added_up(_without_attackers([m for m in victims if not m.zero]))
    figures = _without_parts(figures, [m for m in share if m.subset and m.field == field])
    zeros = [m for m in victims if m.zero]
    said = [m for m in zeros if not m.hedged]
    if zeros and not figures and all(m.of_whom for m in zeros) and _killed_some(share):
        return None  # "no Israelis were hurt", but four Syrians died
    if (zeros and not figures) or (said and figures[0].start - said[0].start > _LEAD_REACH):
        return Counted(Toll(0, 0, 0), tuple(zeros))
    if not figures:
        return None
    leading = _net_of(own, _leading(figures), figures)
    rivals = [m for m in figures if m is leading or not (m.more or m.late)]
    tolls = [m.toll for m in rivals if m.toll is not None]
    best = _best(leading)
    low = min(min(t.low, t.best) for t in tolls)
    high = max(max(t.high, t.best) for t in tolls)
    return Counted(
        Toll(min(low, best), best, max(best, high)),
        (leading, *(m for m in figures if m is not leading)),
    )


def _killed_some(share: list[TollMention]) -> bool:
    return any(
        m.field == "deaths" and _best(m) and not (m.since or m.subset or m.attackers_own)
        for m in share
    )


def _without_militants(victims: list[TollMention]) -> list[TollMention]:
    """The tolls without those of militants, where soldiers or civilians died by their hands.

    A number that counts militants elsewhere counts them where they are not called so, too.
    """
    others = {_best(m) for m in victims if m.others}
    if not others - {0}:
        return victims
    armed = {_best(m) for m in victims if m.militants and not m.others}
    counted = armed - others
    return [m for m in victims if m.others or not (m.militants or _best(m) in counted)]


def _best(mention: TollMention) -> int:
    return mention.toll.best if mention.toll is not None else 0


def _without_attackers(figures: list[TollMention]) -> list[TollMention]:
    """The figures; one that a statement elsewhere says to hold too many is told without them."""
    net = {_best(m) + m.less: m.toll for m in figures if m.less}
    if not net:
        return figures
    return [
        m._replace(toll=net[_best(m)]) if not m.less and _best(m) in net else m for m in figures
    ]


def _added_up(figures: list[TollMention]) -> list[TollMention]:
    """The figures with those told on top of one ("also killed") added to it.

    The same number told again is the same people told again.
    """
    sums: dict[int, Toll] = {}
    more: set[int] = set()
    for before, mention in pairwise(figures):
        base, top = before.toll, mention.toll
        if not mention.more or base is None or top is None or base.best in sums:
            continue
        if before.hedged or before.updated or (top.best == 1 and base.best > 1):
            continue  # a total already; one who is named is among those counted
        if _is_same(base.best, top.best) or mention.start - before.end > _ON_TOP_REACH:
            continue
        sums[base.best] = Toll(base.low + top.low, base.best + top.best, base.high + top.high)
        more.add(top.best)
    if not sums:
        return figures
    return [
        m._replace(toll=sums.get(_best(m), m.toll))
        for m in figures
        if not (m.more and _best(m) in more)
    ]


def _without_parts(figures: list[TollMention], parts: list[TollMention]) -> list[TollMention]:
    """The figures, without the children or soldiers whom a sum told later holds as its part.

    A headline tells the children alone; of militants one side counts more than another.
    """
    for part in parts:
        told = [m for m in figures if 0 <= part.start - m.end <= _PART_REACH]
        if part.others and told and _best(told[-1]) > _best(part) > 1:
            alike = {m for m in figures if m.others and _best(m) == _best(part)}
            figures = [m for m in figures if m.start >= told[-1].start or m not in alike]
    return figures


def _is_same(base: int, top: int) -> bool:
    """Whether a figure may be the one before it told again, perhaps rounded."""
    if base > _ROUNDED_FROM:
        return _ROUNDED_DOWN <= top / base <= _ROUNDED_UP
    return base == top and base > 1


def _leading(figures: list[TollMention]) -> TollMention:
    """The figure that the article stands by; boasts of claimants and former tolls are rivals."""
    current = [m for m in figures if not m.claimed] or figures
    current = [m for m in current if not m.earlier] or current
    updated = [m for m in current if m.updated]
    if updated:
        return _exact(max(updated, key=_best), updated)
    leading = current[0]
    same = leading
    for mention in current[1:]:
        if mention.start - current[0].start > _LEAD_REACH:
            break
        if _refines(mention, leading, same):
            leading = same = mention
        elif _best(mention) == _best(leading):
            same = mention
    return _exact(leading, current)


def _refines(later: TollMention, leading: TollMention, same: TollMention) -> bool:
    """Whether a higher figure is a later count of the same people, or a rival beside them.

    `same` is the last mention of the leading figure.
    """
    if _best(later) <= _best(leading):
        return False
    if later.rival:
        return False
    if later.start - same.end <= _RIVAL_REACH or leading.hedged:
        return True
    named = later.field == "deaths" and _best(leading) == 1
    named = named and (later.led or _best(later) <= _COMPANY)
    return named or _best(later) <= _best(leading) * _GROWTH


def _net_of(
    own: list[TollMention], leading: TollMention, figures: list[TollMention]
) -> TollMention:
    """The victims' figure, where the leading one is told to hold them and the attackers' dead."""
    sums = {_best(leading) - _best(mention) for mention in own}
    victims = [m for m in figures if _best(m) and _best(m) in sums and _best(m) < _best(leading)]
    return victims[0] if victims else leading


def _exact(leading: TollMention, figures: list[TollMention]) -> TollMention:
    """The counted figure that a rounded one ("about 250") stands for, if there is one."""
    if not leading.hedged:
        return leading
    least, most = _best(leading) * _ROUNDED_DOWN, _best(leading) * _ROUNDED_UP
    near = [m for m in figures if not m.hedged and least <= _best(m) <= most]
    return max(near, key=_best) if near else leading
