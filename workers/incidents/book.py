"""The open incidents of one partition, and what events and rulings change in them.

Place in the flow: `pipeline.on_event` applies one change and publishes what comes back. Whatever
order events come in, the incidents are a function of the set of open events: an arrival re-clusters
what hangs together with it (`clustering`), and the clusters inherit the old incidents' ids
(`identity`). Event time only (`window`). State is what was published: `restore` takes it back.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from math import inf
from typing import assert_never

from workers.incidents import records
from workers.incidents.clustering import Cluster
from workers.incidents.config import BookConfig
from workers.incidents.corrections import Rulings, checked
from workers.incidents.graph import EventGraph
from workers.incidents.grouping import Grouping
from workers.incidents.headline import headline
from workers.incidents.held import Arrival, Held
from workers.incidents.identity import assign, incident_id_of, second_incident_id_of
from workers.incidents.register import Register
from workers.incidents.survivorship import merged
from workers.incidents.ties import tied
from workers.incidents.window import Window
from workers.lexicon.actors import ActorTable
from workers.matching import Judge
from workers.matching.weights import Weights, load
from workers.model import (
    Change,
    Correction,
    Event,
    Incident,
    IncidentStatus,
    Inventory,
    Match,
    Outline,
    Rejected,
    Report,
    Role,
    Withdrawal,
)


class IncidentBook:
    """One partition's incidents. Mutable; bounded by the window of event time."""

    def __init__(
        self,
        config: BookConfig | None = None,
        *,
        weights: Weights | None = None,
        actors: ActorTable | None = None,
    ) -> None:
        self._config = config or BookConfig()
        self._side_of = (actors or ActorTable.load()).side_of
        self._judge = _judge() if weights is None else Judge(weights)
        weights = self._judge.weights
        self._graph = EventGraph(self._judge, self._side_of)
        self._register = Register(self._graph)
        self._held: dict[str, Held] = {}
        self._rulings = Rulings()
        self._window = Window(self._config)
        self._grouping = Grouping(self._graph, self._register, self._held, self._config)
        self._digest = sha256(f"{weights.digest} {self._config}".encode()).hexdigest()[:12]

    def __len__(self) -> int:
        return len(self._held)

    # --- what others call ------------------------------------------------------------------------

    def apply(self, change: Event | Withdrawal | Inventory | Correction, /) -> tuple[Incident, ...]:
        """The incident versions to publish after this change; () when nothing changed.

        An event that is already held as it is re-emits its incident's current version.
        """
        match change:
            case Event():
                emitted = self._take(change)
            case Withdrawal():
                emitted = self._settle(self._drop(self._register.of_article(change.article_id)))
            case Inventory():
                gone = self._gone(change)
                if not gone:
                    return ()
                emitted = self._settle(self._drop(gone))
            case Correction():
                emitted = self._rule(change)
            case _:
                assert_never(change)
        return (*emitted, *self._sweep())

    def near(self, event: Event) -> tuple[Incident, ...]:
        """The incidents that an event would be compared with, by id."""
        found = self._graph.candidates(self._graph.profile_of(event))
        ids = sorted({self._register.incident_of[event_id] for event_id in found})
        return tuple(record for i in ids if (record := self.get(i)) is not None)

    def get(self, incident_id: str) -> Incident | None:
        """The current version of a held incident."""
        held = self._held.get(incident_id)
        return None if held is None else held.record

    def incident_of(self, event_id: str) -> Incident | None:
        """The incident that holds an event."""
        incident_id = self._register.incident_of.get(event_id)
        return None if incident_id is None else self.get(incident_id)

    def follow(self, corrections: Iterable[Correction], /) -> None:
        """Rulings that hold from now on; what is held already is ruled when `apply` is told."""
        self._hold_rulings([c for c in corrections if not isinstance(checked(c), Rejected)])

    def witness(self, outline: Outline, /) -> None:
        """Moves event time to where an incident's reports have moved it, without holding it."""
        for published_at, article_id in outline.told:
            self._window.see(published_at, article_id)

    def is_over(self, outline: Outline, /) -> bool:
        """Whether an incident is forgotten at once when it is restored."""
        ended = outline.status is not IncidentStatus.ACTIVE
        return ended and self._window.is_forgotten(outline.last_reported_at)

    def restore(self, record: Incident, /) -> None:
        """Takes back an incident as it was written; a newer version replaces the older."""
        self._hold(record)
        for incident_id in self._window.to_forget():
            self._forget(incident_id)

    # --- events and rulings ----------------------------------------------------------------------

    def _take(self, event: Event) -> Sequence[Incident]:
        held = self._register.get(event.event_id)
        if held == event:
            incident = self.incident_of(event.event_id)
            return () if incident is None else (incident,)
        stale = self._other_revisions(event)
        if any(self._register[old].published_at > event.published_at for old in stale):
            return ()
        touched = self._drop(stale)
        if self._rulings.silences(event.event_id):
            return self._settle(touched)
        if event.role is Role.BACKGROUND:
            return (*self._settle(touched), *self._recall(event))
        self._register.add(event, compared=True)
        weights = self._graph.link(event.event_id)
        if self._is_surplus(weights):
            self._register.drop(event.event_id)
            return self._settle(touched)
        self._window.see(event.published_at, event.article_id)
        return self._settle(touched, Arrival(event.event_id, weights))

    def _other_revisions(self, event: Event) -> list[str]:
        """The held events of the article's other revisions, and the same event told otherwise."""
        revision = _revision(event)
        return [
            event_id
            for event_id in self._register.of_article(event.article_id)
            if event_id == event.event_id or _revision(self._register[event_id]) != revision
        ]

    def _gone(self, inventory: Inventory) -> list[str]:
        """The held events that an article's newest revision does not have any more."""
        held = self._register.of_article(inventory.article_id)
        if not held or any(self._register[e].published_at > inventory.published_at for e in held):
            return []
        return [event_id for event_id in held if event_id not in inventory.event_ids]

    def _is_surplus(self, weights: Mapping[str, float]) -> bool:
        """Whether the incident that an event fits best has as many reports as a record may hold."""
        most = max(weights.values(), default=-inf)
        if most < self._judge.weights.link_bits:
            return False
        best = min([other for other, bits in weights.items() if bits == most])
        home = self._held[self._register.incident_of[best]]
        return len(home.fresh) >= self._config.reports_max

    def _drop(self, event_ids: Iterable[str]) -> set[str]:
        """Forgets events; returns the incidents that lost a report."""
        touched: set[str] = set()
        for event_id in tuple(event_ids):
            incident_id = self._register.drop(event_id)
            held = None if incident_id is None else self._held.get(incident_id)
            if held is not None and incident_id is not None:
                held.fresh = tuple(e for e in held.fresh if e != event_id)
                held.recalls = tuple(e for e in held.recalls if e != event_id)
                touched.add(incident_id)
        return touched

    def _recall(self, event: Event) -> Sequence[Incident]:
        """Adds an older attack that an article recalls to its incident; it never founds one."""
        home = self._home_of_recall(event)
        if home is None or len(self._held[home].recalls) >= self._config.recalls_max:
            return ()
        self._add_recall(event, home)
        self._window.see(event.published_at, event.article_id)
        stated = records.reports_of(self._records((home,)))
        return self._publish({home: self._record(home, stated, {})}, {})

    def _add_recall(self, event: Event, home: str) -> None:
        self._register.add(event)
        self._register.incident_of[event.event_id] = home
        held = self._held[home]
        held.recalls = tuple(sorted((*held.recalls, event.event_id)))

    def _records(self, incident_ids: Iterable[str]) -> list[Incident]:
        """The records of these incidents, as far as they have one."""
        return [r for i in incident_ids if (r := self._held[i].record) is not None]

    def _home_of_recall(self, event: Event) -> str | None:
        """The incident whose reports fit a recall best, at least `background_bits`."""
        weights = self._graph.weights_to(self._graph.profile_of(event))
        told = {self._register.incident_of[e] for e in self._register.of_article(event.article_id)}
        best, home = self._judge.weights.background_bits, None
        for other, bits in sorted(weights.items()):
            incident_id = self._register.incident_of[other]
            if bits >= best and incident_id not in told:
                best, home = bits, incident_id
        return home

    def _hold_rulings(self, corrections: Sequence[Correction]) -> set[str]:
        """Follows corrections from now on; returns the anchors that they bear on.

        Those that they name, and those that shared or share a chain of links with them.
        """
        before, after = self._rulings, self._rulings.adding(corrections)
        if after is not before:
            self._rulings = self._grouping.rulings = after
            self._register.watch_anchors(after.anchors)
        named = {anchor for c in corrections for anchor in after.named[c.correction_id]}
        return {a for n in named for rulings in (before, after) for a in rulings.partners(n)}

    def _rule(self, correction: Correction) -> Sequence[Incident]:
        """Follows a correction, also one that is known: its effect may not be published yet."""
        if isinstance(checked(correction), Rejected):
            return ()
        named = self._hold_rulings((correction,))
        silenced = [
            e for e in correction.event_ids if e in self._register and self._rulings.silences(e)
        ]
        touched = {i for i in named if i in self._held} | self._drop(silenced)
        events = self._register.at_anchors(sorted(named))
        return self._settle(touched | self._register.incidents_of(events))

    # --- clusters --------------------------------------------------------------------------------

    def _settle(self, touched: Iterable[str], arrival: Arrival | None = None) -> list[Incident]:
        """Clusters anew what hangs together with the touched incidents and the arrived event."""
        touched = set(touched)
        members = self._grouping.members(touched, arrival)
        old_ids = touched | self._register.incidents_of(members)
        old = {incident_id: self._held[incident_id].fresh for incident_id in old_ids}
        found = self._grouping.clusters(members, old, arrival)
        age = {r.incident_id: r.first_reported_at for r in self._records(old)}
        names, superseded = assign(found, old, age, lambda index: self._name(found[index], old))
        named = {names[index]: cluster for index, cluster in enumerate(found)}
        same = {i for i in named if named[i] == old.get(i) and i not in touched}
        return self._replace(
            {i: fresh for i, fresh in named.items() if i not in same},
            {i: fresh for i, fresh in old.items() if i not in same},
            superseded,
            arrival,
        )

    def _name(self, cluster: Cluster, old: Mapping[str, Cluster]) -> str:
        """The id of an incident that these events found now."""
        founding_event_id = min(cluster, key=self._register.arrival)
        usual = incident_id_of(founding_event_id)
        taken = usual in self._held and usual not in old and self._held[usual].fresh
        if taken or self._window.is_forgotten(self._register[founding_event_id].published_at):
            return second_incident_id_of(founding_event_id)
        return usual

    def _replace(
        self,
        found: Mapping[str, Cluster],
        old: Mapping[str, Cluster],
        superseded: Mapping[str, str],
        arrival: Arrival | None,
    ) -> list[Incident]:
        """Puts the found incidents in the place of the old ones and publishes what changed."""
        stated = records.reports_of(self._records(old))
        recalls = sorted(e for i in old for e in self._held[i].recalls)
        for incident_id, fresh in found.items():
            self._register.incident_of.update(dict.fromkeys(fresh, incident_id))
            held = self._held.setdefault(incident_id, Held())
            held.fresh, held.recalls = fresh, ()
        ending = sorted(old.keys() - found.keys())
        for incident_id in ending:
            self._held[incident_id].fresh = ()
        self._rehome(recalls)
        weights = {} if arrival is None else arrival.weights
        wanted = {i: self._record(i, stated, weights) for i in found}
        changes: dict[str, Change] = {}
        for incident_id, fresh in found.items():
            absorbed = sorted(gone for gone, kept in superseded.items() if kept == incident_id)
            before_it = wanted[incident_id].supersedes
            supersedes = tuple(sorted({*before_it, *absorbed} - found.keys()))
            if supersedes != before_it:
                wanted[incident_id] = records.changed(wanted[incident_id], supersedes=supersedes)
            if absorbed:
                changes[incident_id] = Change.MERGED
            elif _was_split(incident_id, fresh, old):
                changes[incident_id] = Change.SPLIT
        emitted = self._publish(wanted, changes)
        for gone in ending:
            emitted += self._end(gone, superseded.get(gone))
        return emitted

    def _rehome(self, recalls: Iterable[str]) -> None:
        """Gives recalls to the new incidents that they fit; those that fit none are forgotten."""
        events = [self._register[event_id] for event_id in recalls]
        for event in events:
            self._register.drop(event.event_id)
        for event in events:
            home = self._home_of_recall(event)
            if home is not None:
                self._add_recall(event, home)

    # --- records ---------------------------------------------------------------------------------

    def _record(
        self, incident_id: str, stated: Mapping[str, Report], weights: Mapping[str, float]
    ) -> Incident:
        """What the record of an incident should say, but for its last change and ties."""
        held = self._held[incident_id]
        known = held.record
        event_ids = (*held.fresh, *held.recalls)
        reports = [self._report(e, incident_id, stated.get(e), weights) for e in event_ids]
        origins: Mapping[str, str] = {}
        if known is not None and len(known.reports) <= len(event_ids):
            before = records.origins_of(known)
            if before.keys() <= set(event_ids):
                origins = before
        wanted = merged(incident_id, reports, self._digest, origins, known, self._side_of)
        if self._rulings:
            wanted = self._rulings.amended(wanted)
            wanted = records.changed(wanted, headline=headline(wanted))
        status = self._status(wanted, held.fresh)
        if status is not IncidentStatus.ACTIVE:
            wanted = records.changed(wanted, status=status)
        return wanted

    def _report(
        self,
        event_id: str,
        incident_id: str,
        stated: Report | None,
        weights: Mapping[str, float],
    ) -> Report:
        """The report stated of an event, or a new one, still without an origin."""
        event = self._register[event_id]
        match = self._match(event_id, incident_id, stated, weights)
        if stated is not None and stated.event is event and stated.match is match:
            return stated
        return Report(event, "", match)

    def _match(
        self,
        event_id: str,
        incident_id: str,
        stated: Report | None,
        weights: Mapping[str, float],
    ) -> Match | None:
        """The match stated for a report, or its comparison with the report that it fits best."""
        fresh = self._held[incident_id].fresh
        ruled: tuple[str, ...] = ()
        if self._rulings:
            ruled = self._rulings.joining(event_id, [e for e in fresh if e != event_id])
        held = None if stated is None else stated.match
        if held is not None and records.rulings_of(held) == ruled:
            return held
        if incident_id in (incident_id_of(event_id), second_incident_id_of(event_id)):
            return None
        others = [other for other in fresh if other != event_id]
        if not others:
            return None
        voucher = self._graph.best_of(self._register[event_id], others)
        prepared = self._graph.profile_of(self._register[event_id])
        rivals = self._rivals(incident_id, weights)
        lost = self._grouping.lost_to_rivals(event_id, voucher) if event_id in self._graph else 0.0
        found = records.explained(self._judge, prepared, self._graph.profile(voucher), rivals, lost)
        return records.ruled(found, ruled)

    def _rivals(self, incident_id: str, weights: Mapping[str, float]) -> dict[str, float]:
        """The other incidents that an event was compared with, each with its best weight."""
        found: dict[str, float] = {}
        for other, bits in weights.items():
            rival = self._register.incident_of.get(other)
            if rival is not None and rival != incident_id:
                found[rival] = max(bits, found.get(rival, bits))
        return found

    def _status(self, incident: Incident, fresh: Cluster) -> IncidentStatus:
        if self._rulings.is_no_attack(incident.incident_id, fresh):
            return IncidentStatus.RETRACTED
        past = self._window.is_past(incident.last_reported_at)
        return IncidentStatus.CLOSED if past else IncidentStatus.ACTIVE

    def _publish(
        self, wanted: dict[str, Incident], changes: Mapping[str, Change]
    ) -> list[Incident]:
        """Holds the wanted records; returns those that say something new, old incidents first."""
        wanted = tied(wanted, self._held, self._register, self._side_of)
        emitted: list[Incident] = []
        for incident_id in sorted(wanted, key=lambda i: (self._held[i].record is None, i)):
            held, record = self._held[incident_id], wanted[incident_id]
            change = changes.get(incident_id, Change.UPDATED)
            if record.status is IncidentStatus.RETRACTED:
                change = Change.RETRACTED
            published = records.next_version(held.record, record, change)
            if published is not None:
                held.record = published
                self._window.watch(published)
                emitted.append(published)
        return emitted

    def _end(self, incident_id: str, survivor: str | None) -> list[Incident]:
        """Ends an incident whose reports are gone; one that has ended already stays as it is."""
        held = self._held[incident_id]
        held.fresh, held.recalls = (), ()
        if held.record is None or not held.record.reports:
            return []
        held.record = records.ended(held.record, survivor)
        self._window.watch(held.record)
        return [held.record]

    # --- time ------------------------------------------------------------------------------------

    def _sweep(self) -> list[Incident]:
        """Closes what event time has left behind, forgets what is past its grace."""
        published: list[Incident] = []
        for incident_id in self._window.to_close():
            held = self._held[incident_id]
            if held.record is not None:
                held.record = records.closed(held.record)
                self._window.watch(held.record)
                published.append(held.record)
        for incident_id in self._window.to_forget():
            self._forget(incident_id)
        return published

    def _forget(self, incident_id: str) -> None:
        held = self._held.pop(incident_id)
        self._window.forget(incident_id)
        for event_id in (*held.fresh, *held.recalls):
            self._register.drop(event_id)

    def _hold(self, incident: Incident) -> None:
        """Holds a record as it is, and the events that it was made from."""
        held = self._held.get(incident.incident_id)
        if held is not None:
            self._drop((*held.fresh, *held.recalls))
        self._drop(r.event.event_id for r in incident.reports if r.event.event_id in self._register)
        events = [report.event for report in incident.reports]
        for event in events:
            self._register.add(event)
            self._window.see(event.published_at, event.article_id)
            self._register.incident_of[event.event_id] = incident.incident_id
        fresh = sorted(e.event_id for e in events if e.role is not Role.BACKGROUND)
        recalls = sorted(e.event_id for e in events if e.role is Role.BACKGROUND)
        self._held[incident.incident_id] = Held(incident, tuple(fresh), tuple(recalls))
        self._window.watch(incident)


@cache
def _judge() -> Judge:
    """The judge of all books with the usual weights: what it remembers is bounded once."""
    return Judge(load())


def _revision(event: Event) -> tuple[object, ...]:
    """What tells one revision of an article from another, as far as its events show it."""
    return event.published_at, event.title, event.fingerprint, event.extractor


def _was_split(incident_id: str, fresh: Cluster, old: Mapping[str, Cluster]) -> bool:
    """Whether an incident lost reports to another one, or was made of another one's reports."""
    if incident_id in old:
        return not set(old[incident_id]) <= set(fresh)
    return any(not set(fresh).isdisjoint(other) for other in old.values())
