"""Corrections: an analyst's word, which outranks the machine in any order and after any restart.

Place in the flow: the book asks its `Rulings` before it clusters and after it merges. A ruling
names events by anchor, the id of the incident that an event founds or would found: event ids and
incident ids become one thing, and a ruling holds before its events have come and after a replay.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date, datetime
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
    named = len(anchors(correction))
    pairwise = correction.action in (CorrectionAction.SAME, CorrectionAction.DIFFERENT)
    if named < (least := 2 if pairwise else 1):
        what = f"{correction.action.value} takes at least {least}, {named} named"
        return Rejected(RejectReason.BAD_VALUE, f"event_ids, incident_ids: {what}")
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


def _rank(correction: Correction) -> tuple[datetime, bool, str]:
    """Sorts the records of one correction id: the last one holds, whatever order they came in."""
    return correction.at, correction.action is CorrectionAction.UNDO, repr(correction)


@dataclass(frozen=True)
class Rulings:
    """All corrections of a country, resolved: the later word wins, links hold through chains."""

    words: Mapping[str, Correction] = field(default_factory=dict)
    """Correction id -> its newest record, those that are undone included."""
    named: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Correction id -> the anchors that any of its records named: a revision may name others."""
    overruled: frozenset[str] = frozenset()
    """Correction ids whose word a later one contradicts."""
    _root: Mapping[str, str] = field(default_factory=dict)
    _bound: Mapping[str, frozenset[str]] = field(default_factory=dict)
    _apart: Mapping[str, AbstractSet[str]] = field(default_factory=dict)
    _no_report: frozenset[str] = frozenset()
    _no_attack: frozenset[str] = frozenset()
    _set: tuple[tuple[str, str, Setting], ...] = ()

    @staticmethod
    def of(
        corrections: Iterable[Correction], named: Mapping[str, frozenset[str]] | None = None
    ) -> "Rulings":
        """The rulings of these corrections in any order; a correction id twice counts once.

        From the latest to the earliest: an earlier link that contradicts what later ones say,
        directly or through a chain, is dropped.
        """
        words: dict[str, Correction] = {}
        known = dict(named or {})
        for correction in corrections:
            before = known.get(correction.correction_id, frozenset())
            known[correction.correction_id] = before.union(anchors(correction))
            held = words.setdefault(correction.correction_id, correction)
            if held != correction:
                words[correction.correction_id] = max(held, correction, key=_rank)
        standing = [c for c in words.values() if c.action is not CorrectionAction.UNDO]
        standing.sort(key=lambda c: (c.at, c.correction_id))
        links, overruled = _Links(), set[str]()
        for correction in reversed(standing):
            if not links.take(correction):
                overruled.add(correction.correction_id)
        silenced = [c for c in standing if c.action is CorrectionAction.NOT_AN_ATTACK]
        root = {anchor: links.find(anchor) for anchor in links.root}
        bound: dict[str, set[str]] = {}
        for anchor, its_root in root.items():
            bound.setdefault(its_root, set()).add(anchor)
        return Rulings(
            words=words,
            named=known,
            overruled=frozenset(overruled | _set_again(standing)),
            _root=root,
            _bound={its_root: frozenset(found) for its_root, found in bound.items()},
            _apart=links.apart,
            _no_report=frozenset(incident_id_of(e) for c in silenced for e in c.event_ids),
            _no_attack=frozenset(i for c in silenced for i in c.incident_ids),
            _set=tuple(_settings(standing)),
        )

    def adding(self, corrections: Iterable[Correction]) -> "Rulings":
        """The rulings with more corrections; the same object when all are known."""
        new = [c for c in corrections if self.words.get(c.correction_id) != c]
        return Rulings.of((*self.words.values(), *new), self.named) if new else self

    @property
    def anchors(self) -> frozenset[str]:
        """Every anchor that a correction names or named."""
        return frozenset().union(*self.named.values())

    def __bool__(self) -> bool:
        return bool(self.words)

    def standing(self) -> list[Correction]:
        """The words that are neither undone nor overruled, in order of their times."""
        return sorted(
            (
                c
                for c in self.words.values()
                if c.action is not CorrectionAction.UNDO and c.correction_id not in self.overruled
            ),
            key=lambda c: (c.at, c.correction_id),
        )

    def partners(self, anchor: str) -> frozenset[str]:
        """The anchors that must share an incident with this one, itself among them."""
        root = self._root.get(anchor)
        return frozenset((anchor,)) if root is None else self._bound[root]

    def link(self, event_ids: Iterable[str]) -> bool:
        """Whether a word says of any of these events what it belongs with, or does not."""
        return any(incident_id_of(event_id) in self._root for event_id in event_ids)

    def joining(self, event_id: str, others: Iterable[str]) -> tuple[str, ...]:
        """The corrections that bind an event to any of the others, sorted; () when none does."""
        partners = self.partners(incident_id_of(event_id))
        if len(partners) == 1 or partners.isdisjoint(map(incident_id_of, others)):
            return ()
        return tuple(
            sorted(
                c.correction_id
                for c in self.words.values()
                if c.action is CorrectionAction.SAME
                and c.correction_id not in self.overruled
                and not partners.isdisjoint(anchors(c))
            )
        )

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
        return self._root.get(second, second) in self._apart.get(self._root.get(first, first), ())

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


def _set_again(ordered: Sequence[Correction]) -> set[str]:
    """The corrections whose field a later one sets on all that they name."""
    found: set[str] = set()
    later: set[tuple[str, str]] = set()
    for correction in reversed(ordered):
        if correction.action is CorrectionAction.SET_FIELD:
            sets = {(anchor, correction.field or "") for anchor in anchors(correction)}
            if sets <= later:
                found.add(correction.correction_id)
            later |= sets
    return found


@dataclass
class _Links:
    """Must-links as a union-find, cannot-links as neighbours of its roots."""

    root: dict[str, str] = field(default_factory=dict)
    apart: dict[str, set[str]] = field(default_factory=dict)

    def find(self, anchor: str) -> str:
        """The root of an anchor's must-links; paths are halved on the way."""
        root = self.root
        root.setdefault(anchor, anchor)
        while root[anchor] != anchor:
            root[anchor] = root[root[anchor]]
            anchor = root[anchor]
        return anchor

    def take(self, correction: Correction) -> bool:
        """Follows a word's links, pair by pair; False when a pair contradicts what is taken."""
        links = {CorrectionAction.SAME: self._join, CorrectionAction.DIFFERENT: self._part}
        link = links.get(correction.action)
        if link is None:
            return True
        named = anchors(correction)
        if correction.action is CorrectionAction.SAME and all(
            self._join(named[0], other) for other in named[1:]
        ):
            return True  # a star joins all; where one ray is refused, other pairs may still hold
        followed = [link(a, b) for a, b in combinations(named, 2)]
        return all(followed)

    def _join(self, a: str, b: str) -> bool:
        kept, gone = sorted((self.find(a), self.find(b)))
        if kept == gone:
            return True
        if gone in self.apart.get(kept, ()):
            return False
        self.root[gone] = kept
        for other in self.apart.pop(gone, set()):
            self.apart[other].discard(gone)
            self.apart[other].add(kept)
            self.apart.setdefault(kept, set()).add(other)
        return True

    def _part(self, a: str, b: str) -> bool:
        first, second = self.find(a), self.find(b)
        if first == second:
            return False
        self.apart.setdefault(first, set()).add(second)
        self.apart.setdefault(second, set()).add(first)
        return True
