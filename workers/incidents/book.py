"""The open incidents of one partition, and what an event changes in them.

Place in the flow: `pipeline.on_event` applies one event or withdrawal and publishes what comes back.
Whatever order events come in, the incidents are a function of the set of open events: an arrival
re-clusters what hangs together with it (`clustering`), and the clusters inherit the old incidents' ids
(`identity`). Event time only (`window`). State is what was published: `restore` takes it back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from workers.incidents.clustering import clusters
from workers.incidents.graph import EventGraph
from workers.incidents.identity import assign, incident_id_of
from workers.incidents.survivorship import merged
from workers.incidents.window import SECONDS_A_DAY, Deadlines, Watermark
from workers.lexicon.actors import ActorTable
from workers.matching import Judge
from workers.matching.weights import Weights, load, probability
from workers.model import (
    Change,
    Event,
    Incident,
    IncidentStatus,
    Match,
    Report,
    Role,
    RunnerUp,
    Withdrawal,
)


@dataclass(frozen=True, slots=True)
class BookConfig:
    """What a book is bounded by. Days are of event time.

    `window_days`: an incident closes so long after its last report (a follow-up later than two weeks is a
    recall). `grace_days`: a closed one still takes late reports so long. `reports_max`: 200 reports of 2 to 3 kB
    keep a record under Kafka's default 1 MiB; further ones add nothing to a record that has 200.
    `background_max`: recalls add no news. `component_max`: re-clustering is cubic; beyond this size an arrival
    joins the incident it fits best and nothing else moves.
    """

    window_days: float = 14.0
    grace_days: float = 3.0
    reports_max: int = 200
    background_max: int = 16
    component_max: int = 48


@dataclass(slots=True)
class _Held:
    """An incident that the book holds, and its members."""

    incident: Incident
    fresh: set[str] = field(default_factory=set)
    background: set[str] = field(default_factory=set)


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
        weights = weights or load()
        self._judge = Judge(weights)
        self._graph = EventGraph(self._judge, (actors or ActorTable.load()).side_of)
        self._events: dict[str, Event] = {}
        self._incident_of: dict[str, str] = {}
        self._articles: dict[str, set[str]] = {}
        self._held: dict[str, _Held] = {}
        self._watermark = Watermark()
        self._closing = Deadlines()
        self._leaving = Deadlines()
        self._digest = sha256(f"{weights.digest} {self._config}".encode()).hexdigest()[:12]

    def __len__(self) -> int:
        return len(self._held)

    def apply(self, change: Event | Withdrawal, /) -> tuple[Incident, ...]:
        """The incident versions to publish after this change, oldest first; () when nothing changed.

        An event that is already held as it is re-emits its incident's current version.
        """
        match change:
            case Withdrawal():
                return self._withdraw(change.article_id)
            case Event():
                return self._take(change)

    def near(self, event: Event) -> tuple[Incident, ...]:
        """The open incidents that an event would be compared with, by id."""
        found = self._graph.candidates(self._graph.profile_of(event))
        ids = sorted({self._incident_of[event_id] for event_id in found})
        return tuple(self._held[incident_id].incident for incident_id in ids)

    def incident_of(self, event_id: str) -> Incident | None:
        """The incident that holds an event."""
        incident_id = self._incident_of.get(event_id)
        return None if incident_id is None else self._held[incident_id].incident

    def restore(self, incident: Incident, /) -> None:
        """Takes an incident as it was written; a newer version replaces the older."""
        self._put(incident)
        self._sweep()

    def put(self, incident: Incident, /) -> None:
        """The same as `restore`."""
        self.restore(incident)

    # --- one event -------------------------------------------------------------------------------

    def _take(self, event: Event) -> tuple[Incident, ...]:
        held = self._events.get(event.event_id)
        if held == event:
            return (self._held[self._incident_of[event.event_id]].incident,)
        stale = self._superseded_by(event)
        if any(self._events[old].published_at > event.published_at for old in stale):
            return ()
        emitted: list[Incident] = []
        touched = self._drop(stale)
        if event.role is Role.BACKGROUND:
            emitted += self._recluster(touched, ())
            emitted += self._join_background(event)
        else:
            emitted += self._found_or_join(event, touched)
        return (*emitted, *self._sweep())

    def _superseded_by(self, event: Event) -> list[str]:
        """The held events of the same article's other revisions, and the same event told otherwise."""
        revision = _revision(event)
        return sorted(
            event_id
            for event_id in self._articles.get(event.article_id, ())
            if event_id == event.event_id or _revision(self._events[event_id]) != revision
        )

    def _withdraw(self, article_id: str) -> tuple[Incident, ...]:
        touched = self._drop(sorted(self._articles.get(article_id, ())))
        return tuple(self._recluster(touched, ()))

    def _drop(self, event_ids: Iterable[str]) -> set[str]:
        """Forgets events; returns the incidents that lost a report."""
        touched: set[str] = set()
        for event_id in event_ids:
            event = self._events.pop(event_id)
            self._articles[event.article_id].discard(event_id)
            if not self._articles[event.article_id]:
                del self._articles[event.article_id]
            incident_id = self._incident_of.pop(event_id)
            self._held[incident_id].fresh.discard(event_id)
            self._held[incident_id].background.discard(event_id)
            self._graph.remove(event_id)
            touched.add(incident_id)
        return touched

    def _file(self, event: Event) -> None:
        self._events[event.event_id] = event
        self._articles.setdefault(event.article_id, set()).add(event.event_id)
        self._watermark.see(event.published_at, event.article_id)

    def _found_or_join(self, event: Event, touched: set[str]) -> list[Incident]:
        self._file(event)
        self._graph.add(event)
        weights = self._graph.link(event.event_id)
        emitted = self._recluster(touched, (event.event_id,), weights)
        return emitted

    # --- clusters --------------------------------------------------------------------------------

    def _recluster(
        self, touched: set[str], arrived: Sequence[str], weights: dict[str, float] | None = None
    ) -> list[Incident]:
        """Clusters anew what hangs together with the touched incidents and the arrived events."""
        members = self._component(touched, arrived)
        old = self._old_incidents(members) | {
            incident_id: self._held[incident_id].fresh for incident_id in touched
        }
        if len(members) > self._config.component_max and arrived:
            found = self._placed(arrived[0], weights or {}, old)
        else:
            found = clusters(sorted(members), self._graph.weigh, self._judge.weights.link_bits)
        return self._rename(found, {i: tuple(sorted(m)) for i, m in old.items()}, weights or {})

    def _component(self, touched: Iterable[str], arrived: Iterable[str]) -> set[str]:
        """The fresh events linked to the touched ones, closed under belonging to one incident."""
        seeds = set(arrived)
        for incident_id in touched:
            seeds |= self._held[incident_id].fresh
        found: set[str] = set()
        while seeds - found:
            found |= self._graph.component(seeds - found)
            seeds = set(found)
            for incident_id in self._old_incidents(found):
                seeds |= self._held[incident_id].fresh
        return found

    def _old_incidents(self, members: Iterable[str]) -> dict[str, set[str]]:
        ids = {self._incident_of[event_id] for event_id in members if event_id in self._incident_of}
        return {incident_id: self._held[incident_id].fresh for incident_id in ids}

    def _placed(
        self, event_id: str, weights: dict[str, float], old: dict[str, set[str]]
    ) -> tuple[tuple[str, ...], ...]:
        """The old clusters, with one event added to the one that it fits best on average, or alone."""
        best, home = self._judge.weights.link_bits, None
        for incident_id, fresh in sorted(old.items()):
            if not fresh & weights.keys() or len(fresh) >= self._config.reports_max:
                continue
            average = sum(self._graph.weigh(event_id, other) for other in sorted(fresh)) / len(
                fresh
            )
            if average >= best:
                best, home = average, incident_id
        groups = {i: sorted(fresh) for i, fresh in old.items() if fresh}
        if home is None:
            groups[event_id] = [event_id]
        else:
            groups[home] = sorted([*groups[home], event_id])
        return tuple(sorted(tuple(group) for group in groups.values()))

    def _rename(
        self,
        found: Sequence[Sequence[str]],
        old: dict[str, tuple[str, ...]],
        weights: dict[str, float],
    ) -> list[Incident]:
        """Gives clusters the old incidents' ids and publishes what changed."""
        age = {i: (self._held[i].incident.first_reported_at,) for i in old}
        first = {index: min(cluster, key=self._arrival) for index, cluster in enumerate(found)}
        names, superseded = assign(found, old, age, first)
        before = {i: self._held[i].incident for i in old}
        matches = {r.event.event_id: r.match for i in old for r in before[i].reports}
        recalls = sorted(event_id for i in old for event_id in self._held[i].background)
        for event_id in recalls:
            self._incident_of.pop(event_id, None)
        fresh_of = {names[index]: set(cluster) for index, cluster in enumerate(found)}
        emitted: list[Incident] = []
        for incident_id, fresh in fresh_of.items():
            for event_id in fresh:
                self._incident_of[event_id] = incident_id
        background_of = self._reattach(recalls, fresh_of)
        for incident_id in sorted(fresh_of, key=lambda i: (i not in old, i)):
            absorbed = tuple(
                sorted(gone for gone, kept in superseded.items() if kept == incident_id)
            )
            was_split = (
                any(
                    set(m) - fresh_of[i]
                    for i, m in old.items()
                    if i in fresh_of and set(m) & fresh_of[incident_id]
                )
                or incident_id not in old
                and any(e in matches for e in fresh_of[incident_id])
            )
            emitted += self._publish(
                incident_id,
                fresh_of[incident_id],
                background_of[incident_id],
                matches,
                weights,
                absorbed,
                split=was_split,
            )
        for gone in sorted(old.keys() - fresh_of.keys()):
            emitted.append(self._end(gone, superseded.get(gone)))
        return emitted

    def _arrival(self, event_id: str) -> tuple[object, str]:
        return self._events[event_id].published_at, event_id

    def _reattach(
        self, recalls: Sequence[str], fresh_of: dict[str, set[str]]
    ) -> dict[str, set[str]]:
        """Background events to the best of the new clusters; those that fit none are forgotten."""
        found: dict[str, set[str]] = {incident_id: set() for incident_id in fresh_of}
        for event_id in recalls:
            event = self._events[event_id]
            home = self._best_for_background(event, fresh_of)
            if home is None:
                self._events.pop(event_id)
                self._articles[event.article_id].discard(event_id)
                if not self._articles[event.article_id]:
                    del self._articles[event.article_id]
            else:
                found[home].add(event_id)
                self._incident_of[event_id] = home
        return found

    def _best_for_background(
        self, event: Event, fresh_of: dict[str, set[str]] | None
    ) -> str | None:
        weights = self._graph.weights_to(self._graph.profile_of(event))
        best, home = self._judge.weights.background_bits, None
        for other, bits in sorted(weights.items()):
            incident_id = self._incident_of[other]
            if bits >= best and (fresh_of is None or incident_id in fresh_of):
                best, home = bits, incident_id
        return home

    def _join_background(self, event: Event) -> list[Incident]:
        home = self._best_for_background(event, None)
        if home is None or len(self._held[home].background) >= self._config.background_max:
            return []
        self._file(event)
        held = self._held[home]
        self._incident_of[event.event_id] = home
        matches = {r.event.event_id: r.match for r in held.incident.reports}
        return self._publish(home, held.fresh, held.background | {event.event_id}, matches, {}, ())

    # --- records ---------------------------------------------------------------------------------

    def _publish(
        self,
        incident_id: str,
        fresh: set[str],
        background: set[str],
        matches: dict[str, Match | None],
        weights: dict[str, float],
        absorbed: tuple[str, ...],
        *,
        split: bool = False,
    ) -> list[Incident]:
        """The incident's next version; nothing when it says what the current one says."""
        held = self._held.get(incident_id)
        current = None if held is None else held.incident
        reports = [
            Report(
                self._events[event_id],
                "",
                self._match(event_id, fresh, matches, weights, incident_id),
            )
            for event_id in sorted(fresh | background)
        ]
        change = Change.CREATED if current is None else Change.UPDATED
        if absorbed:
            change = Change.MERGED
        elif split:
            change = Change.SPLIT
        supersedes = tuple(sorted({*(current.supersedes if current else ()), *absorbed}))
        version = 1 if current is None else current.version + 1
        incident = merged(incident_id, reports, self._digest, version=version, change=change)
        incident = replace(incident, supersedes=supersedes, status=self._status(incident))
        if (
            current is not None
            and replace(incident, version=current.version, change=current.change) == current
        ):
            self._held[incident_id] = _Held(current, set(fresh), set(background))
            return []
        self._held[incident_id] = _Held(incident, set(fresh), set(background))
        self._watch(incident)
        return [incident]

    def _status(self, incident: Incident) -> IncidentStatus:
        closes = incident.last_reported_at.timestamp() + self._config.window_days * SECONDS_A_DAY
        return IncidentStatus.CLOSED if closes < self._watermark.seconds else IncidentStatus.ACTIVE

    def _match(
        self,
        event_id: str,
        fresh: set[str],
        matches: dict[str, Match | None],
        weights: dict[str, float],
        incident_id: str,
    ) -> Match | None:
        """Why a report belongs: the match it had, or its comparison with the report it fits best."""
        if matches.get(event_id) is not None:
            return matches[event_id]
        others = sorted(fresh - {event_id})
        if not others or incident_id_of(event_id) == incident_id:
            return None
        prepared = self._graph.profile_of(self._events[event_id])
        weighed = {
            o: self._judge.weigh(prepared, self._graph.profile_of(self._events[o])) for o in others
        }
        voucher = max(others, key=lambda other: (weighed[other], other))
        bits = round(weighed[voucher], 2)
        features = self._judge.explain(prepared, self._graph.profile_of(self._events[voucher]))
        rivals = {
            self._incident_of[o]: b
            for o, b in sorted(weights.items(), key=lambda row: row[1])
            if self._incident_of.get(o) not in (None, incident_id)
        }
        runner_up = None
        if rivals:
            rival = max(sorted(rivals), key=lambda i: rivals[i])
            runner_up = RunnerUp(rival, round(rivals[rival], 2))
        return Match(bits, round(probability(bits), 4), features, runner_up)

    def _end(self, incident_id: str, survivor: str | None) -> Incident:
        """The last version of an incident that has no report left, or that another one took over."""
        current = self._held[incident_id].incident
        if survivor is None:
            status, change = IncidentStatus.RETRACTED, Change.RETRACTED
        else:
            status, change = IncidentStatus.SUPERSEDED, Change.MERGED
        ended = replace(
            current,
            version=current.version + 1,
            status=status,
            change=change,
            superseded_by=survivor,
        )
        self._held[incident_id] = _Held(ended)
        self._watch(ended)
        return ended

    def _watch(self, incident: Incident) -> None:
        closes = incident.last_reported_at.timestamp() + self._config.window_days * SECONDS_A_DAY
        if incident.status is IncidentStatus.ACTIVE:
            self._closing.set(incident.incident_id, closes)
        else:
            self._closing.drop(incident.incident_id)
        self._leaving.set(incident.incident_id, closes + self._config.grace_days * SECONDS_A_DAY)

    def _sweep(self) -> list[Incident]:
        """Closes what event time has left behind, forgets what is past its grace."""
        closed: list[Incident] = []
        for incident_id in self._closing.pop_due(self._watermark.seconds):
            held = self._held[incident_id]
            held.incident = replace(
                held.incident,
                version=held.incident.version + 1,
                status=IncidentStatus.CLOSED,
                change=Change.CLOSED,
            )
            closed.append(held.incident)
        for incident_id in self._leaving.pop_due(self._watermark.seconds):
            self._forget(incident_id)
        return closed

    def _forget(self, incident_id: str) -> None:
        held = self._held[incident_id]
        self._drop(sorted(held.fresh | held.background))
        del self._held[incident_id]

    def _put(self, incident: Incident) -> None:
        """Holds an incident as it is, under the events that it names."""
        held = self._held.get(incident.incident_id)
        if held is not None:
            mine = {
                e
                for e in held.fresh | held.background
                if self._incident_of[e] == incident.incident_id
            }
            self._drop(sorted(mine))
        held = _Held(incident)
        self._held[incident.incident_id] = held
        self._watch(incident)
        if incident.status in (IncidentStatus.SUPERSEDED, IncidentStatus.RETRACTED):
            return
        for report in incident.reports:
            event = report.event
            if event.event_id in self._incident_of:
                self._drop([event.event_id])
            self._file(event)
            self._incident_of[event.event_id] = incident.incident_id
            if event.role is Role.BACKGROUND:
                held.background.add(event.event_id)
            else:
                held.fresh.add(event.event_id)
                self._graph.add(event)


def _revision(event: Event) -> tuple[object, ...]:
    """What tells one revision of an article from another, as far as its events show it."""
    return event.published_at, event.title, event.fingerprint, event.extractor
