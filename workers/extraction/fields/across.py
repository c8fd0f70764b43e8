"""Rockets of which an article only tells where they were fired from: they flew over the border.

Place in the flow: after placing. From the Gaza Strip and from Lebanon rockets go to Israel, whether
or not the text says where they came down; an attack is placed where it strikes.
"""

from dataclasses import replace

from workers.extraction.places.finder import PlaceMention
from workers.extraction.telling.tellings import Draft
from workers.lexicon.gazetteer import Gazetteer
from workers.model import Place, SubEventType, WherePrecision

_REACHED = {"PS": ("southern israel", "IL"), "LB": ("northern israel", "IL")}
"""Country that rockets are fired from -> the region that they reach, and its country."""
_STRUCK = "IL"
_STRIP = "Gaza Strip"
"""The only part of its country from where rockets are fired over the border."""

_KINDS = (SubEventType.SHELLING, None)
_IN = ("in", "at", "on", "near")
"""Cues of a place where something fell."""


class Across:
    """What lies behind the borders that rockets are fired over."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Looks the regions up."""
        self._reached: dict[str, Place] = {}
        for origin, (name, country) in _REACHED.items():
            found = [gazetteer.place(entry) for entry in gazetteer.lookup(name)]
            for place in found:
                if place.country_code == country:
                    self._reached[origin] = place

    def struck(self, draft: Draft, located: PlaceMention | None) -> PlaceMention | None:
        """The place of a draft: over the border where the one found is what it was fired from."""
        if located is None or located.place is None or draft.kind not in _KINDS:
            return located
        if located.place.country_code == _STRUCK and (
            located.place.where_prec == WherePrecision.COUNTRY
        ):
            return self._reached_from(draft, located)
        reached = self._reached.get(located.place.country_code or "")
        if reached is None or not _is_launched_from(draft, located.place):
            return located
        return replace(located, place=reached, kind="region")

    def _reached_from(self, draft: Draft, located: PlaceMention) -> PlaceMention:
        """The country that was fired at, as the region that such rockets reach."""
        for origin, reached in self._reached.items():
            if any(_is_origin(scene.launched_at, origin) for scene in draft.scenes):
                return replace(located, place=reached, kind="region")
        return located


def _is_origin(launched_at: PlaceMention | None, country: str) -> bool:
    if launched_at is None or launched_at.place is None:
        return False
    place = launched_at.place
    strip = country != "PS" or _STRIP in (place.name, place.admin1)
    return strip and place.country_code == country


def _is_launched_from(draft: Draft, place: Place) -> bool:
    """Whether a clause says that something was launched from there, and none that it fell there."""
    if place.country_code == "PS" and _STRIP not in (place.name, place.admin1):
        return False
    launched = False
    for scene in draft.scenes:
        origin = scene.launched_at
        if origin is not None and origin.place is not None:
            launched = launched or origin.place.country_code == place.country_code
        fell = (other.place for _, other in scene.places if other.cue in _IN and other != origin)
        if any(one is not None and one.country_code == place.country_code for one in fell):
            return False
    return launched
