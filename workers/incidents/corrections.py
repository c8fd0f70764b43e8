"""Corrections: an analyst's word, which outranks the machine in any order and after any restart.

Place in the flow: the book asks its `Rulings` before it clusters and after it merges. A ruling
names events by anchor, the id of the incident that an event founds or would found: event ids and
incident ids become one thing, and a ruling holds before its events have come and after a replay.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations

from workers.incidents.identity import incident_id_of
from workers.model import (
    Certainty,
    Correction,
    CorrectionAction,
    DateInterval,
    DatePrecision,
    Incident,
    Outcome,
    Rejected,
    RejectReason,
    SubEventType,
    Toll,
    Weapon,
)

FIELDS = (
    "sub_event_type", "outcome", "certainty", "date", "deaths", "injured", "munitions", "weapons",
)  # fmt: skip
"""The fields that an analyst can set."""

Setting = SubEventType | Outcome | Certainty | DateInterval | Toll | int | tuple[Weapon, ...]


def setting(name: str, text: str) -> Setting | Rejected:  # noqa: PLR0911 - one return a field
    """The value of a field as an analyst writes it.

    A code, an ISO day, a number, weapons with commas.
    """
    try:
        match name:
            case "sub_event_type":
                return SubEventType(text)
            case "outcome":
                return Outcome(text)
            case "certainty":
                return Certainty(text)
            case "date":
                day = date.fromisoformat(text)
                return DateInterval(day, day, DatePrecision.DAY)
            case "deaths" | "injured":
                return Toll(_count(text), _count(text), _count(text))
            case "munitions":
                return _count(text)
            case "weapons":
                return tuple(Weapon(part.strip()) for part in text.split(","))
            case _:
                return Rejected(RejectReason.BAD_VALUE, f"field: {name} is none of {FIELDS}")
    except ValueError as problem:
        return Rejected(RejectReason.BAD_VALUE, f"value: {problem}")


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError(f"{number} is negative")
    return number


def checked(correction: Correction) -> Correction | Rejected:
    """The correction, or why it cannot be followed."""
    named = len(correction.event_ids) + len(correction.incident_ids)
    pairwise = correction.action in (CorrectionAction.SAME, CorrectionAction.DIFFERENT)
    if named < (2 if pairwise else 1):
        return Rejected(RejectReason.BAD_VALUE, "event_ids, incident_ids: too few are named")
    if correction.action is CorrectionAction.SET_FIELD:
        if correction.field is None or correction.value is None:
            return Rejected(RejectReason.MISSING_FIELD, "field, value")
        value = setting(correction.field, correction.value)
        if isinstance(value, Rejected):
            return value
    return correction


def anchors(correction: Correction) -> tuple[str, ...]:
    """What a correction names, as anchors, sorted."""
    named = {incident_id_of(event_id) for event_id in correction.event_ids}
    return tuple(sorted(named | set(correction.incident_ids)))


@dataclass(frozen=True)
class Rulings:
    """All corrections of a partition, resolved: the later word wins, links hold through chains."""

    corrections: tuple[Correction, ...] = ()
    _root: dict[str, str] = field(default_factory=dict)
    _apart: frozenset[tuple[str, str]] = frozenset()
    _no_report: frozenset[str] = frozenset()
    _no_attack: frozenset[str] = frozenset()
    _set: tuple[tuple[str, str, Setting], ...] = ()

    @staticmethod
    def of(corrections: Iterable[Correction]) -> "Rulings":
        """The rulings of these corrections in any order; a correction id twice counts once.

        From the latest to the earliest: an earlier link that contradicts what later ones say,
        directly or through a chain, is dropped.
        """
        unique = {correction.correction_id: correction for correction in corrections}
        ordered = tuple(sorted(unique.values(), key=lambda c: (c.at, c.correction_id)))
        links = _Links()
        for correction in reversed(ordered):
            if correction.action is CorrectionAction.SAME:
                links.join(anchors(correction))
            elif correction.action is CorrectionAction.DIFFERENT:
                links.part(anchors(correction))
        silenced = [c for c in ordered if c.action is CorrectionAction.NOT_AN_ATTACK]
        return Rulings(
            corrections=ordered,
            _root={anchor: links.find(anchor) for anchor in links.root},
            _apart=frozenset(links.apart()),
            _no_report=frozenset(incident_id_of(e) for c in silenced for e in c.event_ids),
            _no_attack=frozenset(i for c in silenced for i in c.incident_ids),
            _set=tuple(_settings(ordered)),
        )

    def adding(self, correction: Correction) -> "Rulings":
        """The rulings with one correction more; the same object when it is known."""
        if correction in self.corrections:
            return self
        return Rulings.of((*self.corrections, correction))

    def __bool__(self) -> bool:
        return bool(self.corrections)

    @property
    def anchors(self) -> frozenset[str]:
        """Every anchor that a correction names."""
        return frozenset(anchor for c in self.corrections for anchor in anchors(c))

    def partners(self, anchor: str) -> frozenset[str]:
        """The anchors that must share an incident with this one, itself among them."""
        root = self._root.get(anchor)
        if root is None:
            return frozenset((anchor,))
        return frozenset(other for other, its_root in self._root.items() if its_root == root)

    def groups(self, event_ids: Iterable[str]) -> list[list[str]]:
        """The events, those that must stay together in one group."""
        found: dict[str, list[str]] = {}
        for event_id in sorted(event_ids):
            anchor = incident_id_of(event_id)
            found.setdefault(self._root.get(anchor, anchor), []).append(event_id)
        return list(found.values())

    def keeps_apart(self, event_id: str, other: str) -> bool:
        """Whether the two must not share an incident."""
        first, second = incident_id_of(event_id), incident_id_of(other)
        roots = sorted((self._root.get(first, first), self._root.get(second, second)))
        return (roots[0], roots[1]) in self._apart

    def silences(self, event_id: str) -> bool:
        """Whether this report is ruled to report no attack."""
        return incident_id_of(event_id) in self._no_report

    def is_no_attack(self, incident_id: str, event_ids: Iterable[str]) -> bool:
        """Whether an incident of these events is ruled to be none.

        What joins it later is none either.
        """
        return bool(self._no_attack) and not self._no_attack.isdisjoint(
            (incident_id, *map(incident_id_of, event_ids))
        )

    def amended(self, incident: Incident) -> Incident:
        """The incident with the fields that analysts set, the latest word last."""
        if not self._set:
            return incident
        named = {incident.incident_id}
        named.update(incident_id_of(report.event.event_id) for report in incident.reports)
        changes = {name: value for anchor, name, value in self._set if anchor in named}
        if not changes:
            return incident
        return replace(incident, **changes)  # type: ignore[arg-type]  # names are FIELDS


def _settings(ordered: Sequence[Correction]) -> Iterable[tuple[str, str, Setting]]:
    for correction in ordered:
        if correction.action is not CorrectionAction.SET_FIELD:
            continue
        value = setting(correction.field or "", correction.value or "")
        if not isinstance(value, Rejected):
            for anchor in anchors(correction):
                yield anchor, correction.field or "", value


@dataclass
class _Links:
    """Must-links as a union-find, cannot-links between anchors."""

    root: dict[str, str] = field(default_factory=dict)
    _parted: list[tuple[str, str]] = field(default_factory=list)

    def find(self, anchor: str) -> str:
        self.root.setdefault(anchor, anchor)
        while self.root[anchor] != anchor:
            anchor = self.root[anchor]
        return anchor

    def apart(self) -> set[tuple[str, str]]:
        """The pairs of roots that must not meet."""
        pairs = (sorted((self.find(a), self.find(b))) for a, b in self._parted)
        return {(first, second) for first, second in pairs}

    def join(self, named: Sequence[str]) -> None:
        """Links the anchors pair by pair, unless a pair must not meet."""
        for a, b in combinations(named, 2):
            first, second = sorted((self.find(a), self.find(b)))
            if first != second and (first, second) not in self.apart():
                self.root[second] = first

    def part(self, named: Sequence[str]) -> None:
        """Parts the anchors pair by pair, unless a chain of links binds a pair."""
        for a, b in combinations(named, 2):
            if self.find(a) != self.find(b):
                self._parted.append((a, b))
