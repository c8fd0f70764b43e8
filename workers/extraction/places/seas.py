"""Seas: off which country's coast a sea is meant, and where ships off a port are.

Place in the flow: asked by `places.resolve` for each sea of a text and by `places.mentions` for
what lies at sea off a port. A sea's middle is hundreds of km from where its ships are attacked,
so tables have one row for each coast (docs/places.md).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from workers.extraction.places.types import Context, PlaceMention, Scan
from workers.lexicon.gazetteer import Gazetteer
from workers.lexicon.gazetteer.context import ContextWords
from workers.lexicon.gazetteer.geometry import km
from workers.model import WherePrecision

SEA = "sea"
_SPOKEN_OF = 0.08
"""Share of the text's countries from which a sea's first coast is the one meant: chosen."""
_SEAWARD_KM = 300.0
"""A port whose country has no sea within this distance is none: chosen."""

_OVERLOOKING = frozenset(
    ("علي", "المطل", "المطله", "يطل", "تطل", "الواقع", "الواقعه", "الساحلي", "الساحليه", "ساحل",
     "شاطي", "on", "overlooking", "the", "coast", "shore", "of", "s")
)  # fmt: skip
"""Words between a town and the sea that it lies on ("Hodeidah on the Red Sea")."""


_OVERLOOKS = frozenset(("المطل", "المطله", "يطل", "تطل"))
_LOOK_BACK = 4


def overlooked(number: int, scan: Scan) -> bool:
    """Whether a sea only says on which coast the town before it lies."""
    at = scan.hits[number].word
    words = [word for word in scan.words[max(0, at - _LOOK_BACK) : at] if word]
    if words[-1:] == ["علي"] and words[-2:-1] and words[-2] in _OVERLOOKS:
        return True
    if not number:
        return False
    hit, before = scan.hits[number], scan.hits[number - 1]
    gap = [word for word in scan.words[before.word + before.length : hit.word] if word]
    return bool({"علي", "on", "overlooking"}.intersection(gap)) and _OVERLOOKING.issuperset(gap)


_SHIPS = frozenset(
    ("سفينه", "سفينتين", "سفن", "السفينه", "السفن", "ناقله", "ناقلات", "الناقله", "فرقاطه",
     "الفرقاطه", "بارجه", "البارجه", "بوارج", "مدمره", "المدمره", "مدمرات", "حامله", "ship",
     "ships", "warship", "warships", "vessel", "vessels", "tanker", "tankers", "frigate",
     "destroyer", "carrier", "freighter")
)  # fmt: skip
"""What sails far from the country that it belongs to."""
_SHIP_REACH = 2
"""Words between a ship and its adjective, which stands before it in English, behind in Arabic."""


def _only_sails(country: str, scan: Scan, words: ContextWords) -> bool:
    """Whether a text speaks of a country only as a ship's own ("a Saudi warship")."""
    if all(demonym != country for demonym in scan.demonyms):
        return False
    return all(
        not _SHIPS.isdisjoint(
            scan.words[at + 1 : at + 1 + _SHIP_REACH]
            if word.isascii()
            else scan.words[max(0, at - _SHIP_REACH) : at]
        )
        for at, word in enumerate(scan.words)
        if words.demonyms.get(word) == country
    )


def coast(  # noqa: PLR0913, PLR0917 - all that a text says of places
    number: int,
    scan: Scan,
    contexts: Sequence[Context],
    gazetteer: Gazetteer,
    votes: Mapping[str, float],
    entries: Sequence[int],
    words: ContextWords,
) -> int:
    """The entry of a hit that means a sea: off the coast that the text ties it to, or speaks of."""
    columns = gazetteer.columns
    coasts = [entry for entry in scan.hits[number].entries if columns.kinds[entry] == SEA]
    if len(coasts) < 2:  # noqa: PLR2004 - nothing to choose
        return entries[number]
    by_country = {columns.countries[entry]: entry for entry in reversed(coasts)}
    for other, context in enumerate(contexts):
        if entries[other] < 0 or context.metonym:
            continue
        if context.parent != number and contexts[number].parent != other:
            continue
        country = columns.countries[entries[other]]
        if country in by_country and columns.kinds[entries[other]] != SEA:
            return by_country[country]
    usual = coasts[0]
    if votes.get(columns.countries[usual], 0.0) >= _SPOKEN_OF:
        return usual
    share, _, likely = max(
        (votes.get(columns.countries[entry], 0.0), -at, entry) for at, entry in enumerate(coasts)
    )
    if share <= 0:
        return usual
    country = columns.countries[likely]
    named = any(
        entry >= 0 and columns.countries[entry] == country and columns.kinds[entry] != SEA
        for entry in entries
    )
    return likely if named or not _only_sails(country, scan, words) else usual


_POINT_REACH = 70
"""Characters behind a sea in which a port may say where in it: "the Red Sea, 60 miles off X"."""
_AT_SEA = 2
"""Mentions behind a sea that are looked at: a country may stand before its port."""


def where_in_sea(mentions: Sequence[PlaceMention], folded_text: str) -> list[PlaceMention]:
    """The mentions, each sea with the point that its clause gives by a port and a distance."""
    placed = list(mentions)
    for number, mention in enumerate(placed):
        if mention.kind != SEA or mention.place is None:
            continue
        for other in placed[number + 1 : number + 2 + _AT_SEA]:
            if other.start - mention.end > _POINT_REACH or other.place is None:
                break
            if _SENTENCE_END.search(folded_text, mention.end, other.start):
                break
            if other.resolved_by == "offset" and other.place.latitude is not None:
                at = replace(
                    mention.place,
                    latitude=other.place.latitude,
                    longitude=other.place.longitude,
                    where_prec=WherePrecision.NEAR,
                )
                placed[number] = replace(mention, place=at, resolved_by="offset")
                break
    return placed


_SENTENCE_END = re.compile(r"[.!?؟\n]")


class Coasts:
    """The points of all seas by country: which way a ship "60 miles off" a port lies."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._points: dict[str, list[tuple[float, float]]] = {}
        columns = gazetteer.columns
        for entry, kind in enumerate(columns.kinds):
            if kind == SEA and (point := gazetteer.point(entry)) is not None:
                self._points.setdefault(columns.countries[entry], []).append(point)

    def seaward(self, country: str, port: tuple[float, float]) -> tuple[float, float] | None:
        """The nearest point at sea off the port's country, None inland."""
        near = [(km(port, point), point) for point in self._points.get(country, ())]
        return min(near)[1] if near and min(near)[0] <= _SEAWARD_KM else None
