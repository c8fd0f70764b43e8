"""Where a sentence is cut: one attack ends and the next one begins.

Place in the flow: under mentions, which are made of what lies between the cuts.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from workers.extraction.telling.mention_words import (
    AFTER,
    COINCIDING,
    CONTRAST,
    JOINTS,
    KILLING,
    NEXT_ACTING,
    NEXT_COUNTED,
    NEXT_ELLIPTIC,
    NEXT_HOUR,
    NEXT_HURT,
    NEXT_NAMED,
    REPLYING,
    TIME_JOINT,
)
from workers.extraction.triggers import Hit, between
from workers.model import SubEventType
from workers.text.patterns import Pattern

MAIN_KINDS = frozenset({"noun", "active", "passive", "event"})
_MERGE_GAP = 12
"""Characters: attack words nearer than this to a joint's other side belong to one phrase."""


def joint_cuts(
    text: str, start: int, end: int, hits: list[Hit], weapons: list[Hit], sites: Sequence[int]
) -> list[int]:
    """Positions inside a sentence where one attack ends and another begins.

    `sites`: where towns and smaller places are named, ascending.
    """
    mains = [hit for hit in hits if hit.entry.kind in MAIN_KINDS]
    victims = [hit for hit in hits if hit.entry.kind == "victim"]
    if len(mains) + len(victims) < 2:  # noqa: PLR2004 - one attack word cannot be two
        return []
    cuts: list[int] = []
    coinciding = COINCIDING.finditer(text, start, end + 1)
    joints = sorted([*JOINTS.finditer(text, start, end + 1), *coinciding], key=re.Match.end)
    for match in joints:
        beside = match.re is COINCIDING.regex
        at = match.start("with") - 1 if beside else match.start()
        since = cuts[-1] if cuts else start
        before = [hit for hit in mains if since <= hit.start < at]
        replies = REPLYING.search(match.group()) is not None
        since_joint = match.start() if replies else match.end() - 1
        after = [hit for hit in mains if hit.start >= since_joint]
        if TIME_JOINT.fullmatch(match.group().strip()):
            after = after or [hit for hit in victims if hit.start >= match.end() - 1]
            before = before or [hit for hit in _killed(text, victims) if since <= hit.start < at]
        elif not after and AFTER.fullmatch(match.group().strip()):
            after = _killings(match.end(), weapons, victims)
        if (
            not (before and after)
            and CONTRAST.fullmatch(match.group().strip())
            and _names_one(sites, since, at)
            and _names_one(sites, match.end(), end)
        ):
            before = before or [hit for hit in victims if since <= hit.start < at]
            after = after or [hit for hit in victims if hit.start >= match.end() - 1]
        if match.group() == " after " and _tells_of_one_fight(before, after, victims):
            continue
        if before and after and (replies or beside or after[0].start - before[-1].end > _MERGE_GAP):
            cuts.append(at)
    return cuts


def semicolon_cuts(
    text: str, start: int, end: int, hits: list[Hit], weapons: list[Hit], sites: Sequence[int]
) -> list[int]:
    """Positions of the semicolons of a folded sentence behind which another attack is told.

    What stands behind one tells mostly more of the same attack. It is another one where its words
    point back to none, and where it names a place of its own or another kind of attack outright. In
    Arabic the mark ends a sentence.
    """
    cuts: list[int] = []
    at = text.find("; ", start, end)
    while at >= 0:
        until = text.find("; ", at + 1, end)
        behind = (at + 1, until if until >= 0 else end)
        since = (cuts[-1] if cuts else start, at)
        before, after = _mains_in(hits, since), _mains_in(hits, behind)
        if before and after and not any(hit.surface.definite for hit in after):
            told = _kinds(before + between(weapons, *since), _OUTRIGHT_VOTE)
            other = _kinds(after + between(weapons, *behind), _OUTRIGHT_VOTE)
            if (told and other and not told & other) or _names_one(sites, *behind):
                cuts.append(at + 2)
        at = until
    return cuts


def placed_cuts(
    text: str, start: int, end: int, hits: list[Hit], sites: Sequence[int]
) -> list[int]:
    """Positions of "and in" (English) behind which another town's attack is told.

    A town is named right behind it, and both sides hold an attack word and a town.
    """
    cuts: list[int] = []
    since = start
    for match in _AND_IN.finditer(text, start, end):
        at = match.start()
        before, after = _mains_in(hits, (since, at)), _mains_in(hits, (match.end(), end))
        if not before or not after or any(hit.surface.definite for hit in after[:1]):
            continue
        if _names_one(sites, since, at) and _names_one(sites, match.end() - 1, match.end() + 1):
            cuts.append(at)
            since = match.end()
    return cuts


_AND_IN: Final = Pattern(
    r" (?:and|while) (?:in|at|near|outside) (?:the (?:\w+ )?(?:town|city|village|port) of )?",
    spaced=True,
)


def hour_cuts(text: str, start: int, end: int, hits: list[Hit]) -> list[int]:
    """Positions where a sentence goes on with what happened at another hour ("and in the evening").

    Both sides hold an attack word, and what is told there is none that is known.
    """
    cuts: list[int] = []
    since = start
    for match in NEXT_HOUR.finditer(text, start, end):
        before = _mains_in(hits, (since, match.start()))
        after = _mains_in(hits, (match.end() - 1, end))
        if before and after and not any(hit.surface.definite for hit in after):
            cuts.append(match.start())
            since = match.end()
    return cuts


def _mains_in(hits: list[Hit], span: tuple[int, int]) -> list[Hit]:
    return [hit for hit in between(hits, *span) if hit.entry.kind in MAIN_KINDS]


def _kinds(hits: list[Hit], least: float) -> frozenset[SubEventType]:
    """The kinds of attack for which a word of these gives so much of a vote."""
    return frozenset(kind for hit in hits for kind, vote in hit.entry.votes if vote >= least)


_OUTRIGHT_VOTE = 2.0
"""A word's vote from which it tells the kind whatever else is told."""
_LEAST_VOTE = 0.3
_FIGHTS = frozenset({SubEventType.ARMED_CLASH, SubEventType.ATTACK})


def _names_one(sites: Sequence[int], start: int, end: int) -> bool:
    """Whether a town or smaller place is named between two positions."""
    return bisect_left(sites, end) > bisect_left(sites, start)


def _tells_of_one_fight(before: list[Hit], after: list[Hit], victims: list[Hit]) -> bool:
    """Whether people died in a fight that began with what is told next.

    "Five died in a gun battle after insurgents stormed a post": nothing but fighting on both sides.
    """
    told = {*_kinds(before, _LEAST_VOTE), *_kinds(after, _LEAST_VOTE)}
    return (
        bool(before and after)
        and told <= _FIGHTS
        and all(hit.entry.kind == "noun" for hit in before)
        and any(hit.start < before[-1].start for hit in victims)
        and all(hit.entry.kind == "active" for hit in after)
    )


def _killed(text: str, victims: list[Hit]) -> list[Hit]:
    """The words of the spaced text that say that somebody was killed, not that he died."""
    return [
        hit
        for hit in victims
        if hit.entry.id in KILLING and not text.startswith(_DEAD, hit.start + 1)
    ]


_DEAD = ("dead", "died", "dies", "death", "fatalit", "lay dead", "left dead", "lost their")


_NAMED_REACH, _KILLED_REACH = 70, 120


def list_cuts(
    text: str,
    span: tuple[int, int],
    hits: list[Hit],
    weapons: list[Hit],
    sites: Sequence[int],
    areas: Sequence[int],
) -> list[int]:
    """Positions where a list of attacks, each with its own place, goes on to the next one.

    Where victims are counted or an attacker acts, its place may be a province (`areas`).
    """
    start, end = span
    if bisect_left(areas, end) - bisect_left(areas, start) < 2:  # noqa: PLR2004 - a place each
        return []
    cuts: list[int] = []
    aimed = [hit for hit in weapons if not hit.entry.generic and text.startswith(_AT, hit.end + 1)]
    victims = [hit for hit in hits if hit.entry.kind == "victim"]
    since = start
    opened = [
        *NEXT_NAMED.finditer(text, start, end),
        *NEXT_COUNTED.finditer(text, start, end),
        *NEXT_ELLIPTIC.finditer(text, start, end),
        *NEXT_HURT.finditer(text, start, end),
        *NEXT_ACTING.finditer(text, start, end),
    ]
    for match in sorted(opened, key=re.Match.start):
        if match.start() < since:
            continue
        gap = _NAMED_GAP if match.re is NEXT_NAMED else _COUNTED_GAP
        before = [hit for hit in hits if since <= hit.start and hit.end <= match.start()]
        after = [
            hit
            for hit in hits
            if 0 <= hit.start - match.start() <= gap
            and (hit.entry.kind in MAIN_KINDS or _names_killing(hit, before))
        ]
        before = before or [hit for hit in aimed if since <= hit.start and hit.end <= match.start()]
        after = after or [hit for hit in aimed if 0 <= hit.start - match.start() <= _NAMED_GAP]
        if match.re is NEXT_HURT.regex:
            after = after or _killings(match.start(), weapons, victims)
            before = [hit for hit in before if hit.entry.kind in MAIN_KINDS]
        elif match.re is NEXT_ACTING.regex:
            after = after or [hit for hit in victims if 0 <= hit.start - match.start() <= gap]
        if not before or not after:
            continue
        places = sites if match.re is NEXT_NAMED else areas
        told = _names_one(places, since, match.start())
        reach = _KILLED_REACH if after[0].entry.kind == "victim" else _NAMED_REACH
        named = _names_one(places, after[0].end, after[0].end + reach)
        if told and named and places[bisect_left(places, after[0].end)] < end:
            cuts.append(match.start())
            since = match.end()
    return cuts


_NAMED_GAP, _COUNTED_GAP = 20, 45
_AT = (" علي ", " تستهدف ", " تضرب ", " on ", " at ")
"""Right behind a weapon: a headline tells by it alone that it was fired ("rockets on the base")."""


def _names_killing(hit: Hit, before: list[Hit]) -> bool:
    """Whether it names a killing after another ("the killing of X in A and the killing of Y")."""
    return hit.entry.id == _KILLING_NOUN and any(hit.entry is other.entry for other in before)


_KILLING_NOUN = "maqtal"


_KILLING_GAP = 30


def _killings(at: int, weapons: list[Hit], victims: list[Hit]) -> list[Hit]:
    """The weapons behind a position right behind which somebody is killed ("a drone killed")."""
    return [
        weapon
        for weapon in weapons
        if weapon.start >= at
        and any(0 <= victim.start - weapon.end <= _KILLING_GAP for victim in victims)
    ]
