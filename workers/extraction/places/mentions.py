"""Making mentions of what was settled: precision, offsets, names that no table has.

Place in the flow: end of `places`.
"""

from dataclasses import replace
from functools import lru_cache
from math import cos, hypot, radians

from workers.extraction.places.doubt import SOUND_KM
from workers.extraction.places.resolve import Settled
from workers.extraction.places.seas import Coasts, where_in_sea
from workers.extraction.places.types import Context, Hit, PlaceMention, Scan
from workers.extraction.places.ways import half_way
from workers.lexicon.gazetteer import Gazetteer
from workers.lexicon.gazetteer.compiled import ARABIC_COUNTRIES
from workers.lexicon.gazetteer.geometry import KM_PER_DEGREE, km
from workers.lexicon.gazetteer.latin import Respellings
from workers.lexicon.gazetteer.own import OWN_PREFIX
from workers.lexicon.gazetteer.translit import AROUND_KM, Transliterator
from workers.model import Place, WherePrecision

_SCORE_MIN = 0.35
"""Below it a name is taken for a word or a person: chosen on the development corpora."""

_COUNTRY_KNOWN = 0.3
"""Share of the text's countries from which an unknown name is looked for in one."""
_PLACES_KEPT = 20_000
_BEARINGS = {"north": (1, 0), "south": (-1, 0), "east": (0, 1), "west": (0, -1)}
_POINT_KINDS = frozenset(("city", "town", "village", "quarter", "site"))
_WIDE = frozenset(("admin1", "region", "country", "sea", "river"))
_BESIDE_KM = 60.0
"""Farther from a town a namesake in sound is another place: chosen."""
_PORT = "port"
_SEAWARD = 0.5
"""Cosine from which a direction points to sea: within 60 degrees."""
_FEDERATION = "US"
"""Where the news names the state that a small town lies in, and the tables know it exactly."""
_SENDERS = frozenset(("US", "GB", "FR", "RU", "IL", "TR", "IR", "AE", "SA"))
"""States whose forces strike abroad: their demonym alone says nothing of the place."""
_LARGE = 0.9
"""Weight from which a town is known without its state: 120,000 people."""
_METONYMS = frozenset(("country", "city", "capital"))


class MentionMaker:
    """Turns settled hits into mentions; the caches only remember."""

    def __init__(self, gazetteer: Gazetteer, respellings: Respellings) -> None:
        self._gazetteer = gazetteer
        self._respellings = respellings
        self._transliterator = Transliterator(gazetteer.columns)
        self._coasts = Coasts(gazetteer)
        self._place = lru_cache(maxsize=_PLACES_KEPT)(gazetteer.place)

    def mentions(
        self, folded_text: str, scan: Scan, contexts: list[Context], settled: Settled
    ) -> tuple[PlaceMention, ...]:
        """The mentions of the text, in its order."""
        position: dict[int, int] = {}
        for number, score in enumerate(settled.scores):
            if score >= _SCORE_MIN:
                position[number] = len(position)
        made = [
            self._mention(folded_text, scan.hits[number], contexts, settled, number, position)
            for number in position
        ]
        return tuple(half_way(where_in_sea(made, folded_text), folded_text))

    def _mention(
        self,
        folded_text: str,
        hit: Hit,
        contexts: list[Context],
        settled: Settled,
        number: int,
        position: dict[int, int],
    ) -> PlaceMention:
        name, context = folded_text[hit.start : hit.end], contexts[number]
        entry = settled.entries[number]
        namesake = self._in_named_state(hit, name, entry, settled) if entry >= 0 else None
        if entry >= 0:
            kind = self._gazetteer.columns.kinds[entry]
            place: Place | None = namesake or self._place(entry, name)
            resolved_by = "table" if namesake is None and not hit.respelt else "transliteration"
            if hit.respelt and place is not None:
                place = _not_exact(place)
        else:
            kind = context.noun[0] if context.noun else "town"
            place, resolved_by = self._unknown(hit, name, context, settled)
            if place is not None and resolved_by == "parent":
                around = contexts[context.parent]
                if around.direction or around.distance_km > 0:
                    place, _ = self._beside(place, "", around, resolved_by)
        if place is not None and (
            context.direction or context.distance_km > 0 or context.cue == "near"
        ):
            place, resolved_by = self._beside(place, kind, context, resolved_by)
        return PlaceMention(
            start=hit.start,
            end=hit.end,
            name_local=name,
            place=place,
            kind=kind,
            cue=_cue(context, kind),
            score=round(settled.scores[number], 3),
            direction=context.direction or None,
            parent=position.get(context.parent),
            noun_start=context.noun_start,
            resolved_by=resolved_by,
            called=context.noun[0] if context.noun else "",
        )

    def _in_named_state(self, hit: Hit, name: str, entry: int, settled: Settled) -> Place | None:
        """A namesake in a state that the text names, where this small town lies in one it does not.

        The tables have the largest town of a name only ("Trenton", in Michigan).
        """
        columns = self._gazetteer.columns
        country, state = columns.countries[entry], columns.admin1[entry]
        if country != _FEDERATION or not state or columns.weights[entry] >= _LARGE:
            return None
        if columns.ids[entry].startswith(OWN_PREFIX):
            return None
        named = [
            other
            for other in dict.fromkeys(settled.entries)
            if other >= 0
            and columns.kinds[other] == "admin1"
            and columns.countries[other] == country
        ]
        states = [columns.names[other] for other in named]
        if not states or state in states:
            return None
        for other, wanted in zip(named, states, strict=True):
            near = self._gazetteer.point(other)
            found = self._transliterator.find(hit.key, country, near, wanted)
            town = None if found is None else self._gazetteer.town(found.at, name)
            if town is not None and town.admin1 == wanted:
                return town
        return None

    def _respelt(self, name: str, country: str, near: tuple[float, float] | None) -> int:
        """The one place of the country that bears the name in another spelling, -1 for none."""
        if country in ARABIC_COUNTRIES and near is None:
            return -1
        found = [
            entry
            for entry in self._respellings.find(name, country)
            if near is None
            or ((point := self._gazetteer.point(entry)) and km(near, point) <= AROUND_KM)
        ]
        return found[0] if found else -1

    def _is_far(self, town: Place, settled: Settled) -> bool:
        """Whether a town found by its sound lies far from what the text names in its country."""
        if town.latitude is None:
            return False
        columns = self._gazetteer.columns
        points: list[float] = []
        at = (town.latitude, town.longitude or 0.0)
        for entry in settled.entries:
            if entry < 0 or columns.countries[entry] != town.country_code:
                continue
            if columns.kinds[entry] == "admin1" and columns.names[entry] == town.admin1:
                return False
            point = self._gazetteer.point(entry)
            if columns.kinds[entry] not in _WIDE and point is not None:
                points.append(km(at, point))
        return bool(points) and min(points) > SOUND_KM

    def _only_sends(self, country: str, settled: Settled) -> bool:
        """Whether a text may speak of a country only because its forces attacked elsewhere."""
        columns = self._gazetteer.columns
        return country in _SENDERS and not any(
            entry >= 0 and columns.countries[entry] == country and columns.kinds[entry] != "country"
            for entry in settled.entries
        )

    def _beyond(
        self, town: tuple[float, float] | None, above: int, near: tuple[float, float]
    ) -> bool:
        """Whether a town lies too far from the town that the text puts it in or beside."""
        if self._gazetteer.columns.kinds[above] in _WIDE or town is None:
            return False
        return km(near, town) > _BESIDE_KM

    def _beside(
        self, place: Place, kind: str, context: Context, resolved_by: str
    ) -> tuple[Place, str]:
        """The place a distance and a direction away, else the same place, only near."""
        if context.direction == "centre":
            return place, resolved_by
        precision = max(place.where_prec, WherePrecision.NEAR)
        if place.where_prec == WherePrecision.COUNTRY and context.direction:
            return replace(place, where_prec=WherePrecision.REGION), resolved_by
        if context.distance_km > 0 and place.latitude is not None and place.longitude is not None:
            here = (place.latitude, place.longitude)
            there = (
                self._coasts.seaward(place.country_code or "", here) if context.seaward else None
            )
            north, east = _bearing(context, here, there)
            if length := hypot(north, east):
                degrees = context.distance_km / KM_PER_DEGREE / length
                latitude = max(-89.0, min(89.0, here[0] + north * degrees))
                moved = replace(
                    place,
                    latitude=round(latitude, 5),
                    longitude=round(here[1] + east * degrees / cos(radians(here[0])), 5),
                    where_prec=precision,
                )
                return moved, "offset"
        if kind == _PORT and context.direction and (at := self._sea_beside(place, context)):
            return replace(
                place,
                latitude=round(at[0], 5),
                longitude=round(at[1], 5),
                where_prec=WherePrecision.REGION,
            ), "offset"
        if precision != place.where_prec:
            place = replace(place, where_prec=precision)
        return place, resolved_by

    def _sea_beside(self, place: Place, context: Context) -> tuple[float, float] | None:
        """Where ships lie "west of" a port: at sea, if the sea lies that way."""
        if place.latitude is None or place.longitude is None:
            return None
        here = (place.latitude, place.longitude)
        there = self._coasts.seaward(place.country_code or "", here)
        if there is None:
            return None
        north, east = _bearing(context, here, None)
        to_north, to_east = there[0] - here[0], (there[1] - here[1]) * cos(radians(here[0]))
        along = north * to_north + east * to_east
        return there if along > _SEAWARD * hypot(north, east) * hypot(to_north, to_east) else None

    def _unknown(
        self, hit: Hit, name: str, context: Context, settled: Settled
    ) -> tuple[Place | None, str]:
        """A name that no table has: a town by its sound, else what it lies in."""
        above = settled.entries[context.parent] if context.parent >= 0 else -1
        likely = sorted(settled.votes.items(), key=lambda pair: (-pair[1], pair[0]))[:2]
        # Its own reading that cannot be meant has spoken for a country, too.
        refuted = {self._gazetteer.columns.countries[entry] for entry in hit.entries}
        countries = [
            country
            for country, share in likely
            if share >= _COUNTRY_KNOWN and country not in refuted
        ]
        near, admin1 = None, ""
        if above >= 0:
            columns = self._gazetteer.columns
            countries = [columns.countries[above]]
            near = self._gazetteer.point(above)
            admin1 = columns.names[above] if columns.kinds[above] == "admin1" else ""
        if hit.respelt or (hit.entries and not context.noun):
            countries = []
        for country in countries:
            if near is None and self._only_sends(country, settled):
                continue
            entry = self._respelt(hit.key, country, near)
            if entry >= 0 and not (
                near and self._beyond(self._gazetteer.point(entry), above, near)
            ):
                return _not_exact(self._place(entry, name)), "transliteration"
            found = self._transliterator.find(hit.key, country, near, admin1)
            if found is not None:
                town = self._gazetteer.town(found.at, name)
                at = None if town.latitude is None else (town.latitude, town.longitude or 0.0)
                if near is None and self._is_far(town, settled):
                    continue
                if near is None or not self._beyond(at, above, near):
                    return town, "transliteration"
        if above < 0 or self._gazetteer.columns.kinds[above] == "country":
            return None, "none"
        place = self._place(above, name)
        return replace(place, where_prec=max(place.where_prec, WherePrecision.NEAR)), "parent"


def _not_exact(place: Place) -> Place:
    """The place as near as a name of another spelling can tell it."""
    return replace(place, where_prec=max(place.where_prec, WherePrecision.NEAR))


def _bearing(
    context: Context, here: tuple[float, float], there: tuple[float, float] | None
) -> tuple[float, float]:
    """How far north and east for each step: as the text's direction says, else towards `there`."""
    parts = [_BEARINGS[part] for part in context.direction.split("-") if part in _BEARINGS]
    north, east = float(sum(n for n, _ in parts)), float(sum(e for _, e in parts))
    if not parts and there is not None:
        north, east = there[0] - here[0], (there[1] - here[1]) * cos(radians(here[0]))
    return north, east


def _cue(context: Context, kind: str) -> str | None:
    if context.dateline:
        return "dateline"
    if context.metonym and kind in _METONYMS:
        return "metonym"
    if context.organisation and context.cue != "in":
        return "organisation"
    if context.person:
        return "person"
    return context.cue or None
