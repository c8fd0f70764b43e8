"""The open events of one partition and the links between them.

Place in the flow: the book's memory of events. Answers which events an arrival may belong with
(blocking), how strongly two belong together (the judge), and what hangs together by links.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice

from workers.matching import Judge, Profile, profile
from workers.matching.blocking import Where, days_of, days_reached, homes, reaches
from workers.matching.judge import Potential
from workers.matching.profile import SideOf, whereabouts
from workers.model import Event

BLOCK_MAX = 200
"""Most events that one block hands out, the newest. A block is one day's reports in one half-degree
cell: in a year of newswire none had half of that. Keeps a flood of one kind from slowing the
stream."""

WEIGHTS_MAX = 100_000
"""Pair weights kept at hand, 20 MB; they can be worked out again."""


_NOTHING: dict[str, float] = {}


class Filed:
    """A filed event, and what comparing it needs: worked out once it is compared."""

    __slots__ = ("event", "ready")

    def __init__(self, event: Event) -> None:
        self.event = event
        self.ready: tuple[Profile, Potential] | None = None


class EventGraph:
    """Fresh events under block keys, and their links: pairs that weigh at least `link_bits`.

    Links are worked out on first use, so that a restored partition costs nothing until it is
    touched.
    """

    def __init__(self, judge: Judge, side_of: SideOf) -> None:
        self._judge = judge
        self._side_of = side_of
        self.link_bits = judge.weights.link_bits
        self._filed: dict[str, Filed] = {}
        self._blocks: dict[Where, dict[int, dict[str, Filed]]] = {}
        self._links: dict[str, dict[str, float]] = {}
        self._half_linked: dict[str, dict[str, float]] = {}
        self._weights: dict[str, dict[str, float]] = {}
        self._weights_held = 0

    def __len__(self) -> int:
        return len(self._filed)

    def __contains__(self, event_id: str) -> bool:
        return event_id in self._filed

    def article_of(self, event_id: str) -> str:
        """The article that tells a filed event."""
        return self._filed[event_id].event.article_id

    def profile_of(self, event: Event) -> Profile:
        """The event's profile: the held one, or a new one for an event that is not filed."""
        if event.event_id in self._filed:
            return self.profile(event.event_id)
        return profile(event, self._side_of)

    def profile(self, event_id: str) -> Profile:
        """The profile of a filed event."""
        return self._ready(self._filed[event_id])[0]

    def _ready(self, filed: Filed) -> tuple[Profile, Potential]:
        """A filed event's profile and potential."""
        if filed.ready is None:
            made = profile(filed.event, self._side_of)
            filed.ready = made, self._judge.potential(made)
        return filed.ready

    def add(self, event: Event, *, compared: bool = False) -> None:
        """Files a fresh event under its blocks. `compared`: it will be compared at once."""
        filed = self._filed[event.event_id] = Filed(event)
        met = self._ready(filed)[0] if compared else whereabouts(event)
        days = days_of(met)
        for where in homes(met):
            at_place = self._blocks.setdefault(where, {})
            for day in days:
                at_place.setdefault(day, {})[event.event_id] = filed

    def remove(self, event_id: str) -> None:
        """Forgets an event and its links; unknown ids are ignored."""
        filed = self._filed.pop(event_id, None)
        if filed is None:
            return
        met = whereabouts(filed.event) if filed.ready is None else filed.ready[0]
        for where in homes(met):
            at_place = self._blocks[where]
            for day in days_of(met):
                del at_place[day][event_id]
                if not at_place[day]:
                    del at_place[day]
            if not at_place:
                del self._blocks[where]
        for other in (*self._links.pop(event_id, ()), *self._half_linked.pop(event_id, ())):
            for known in (self._links, self._half_linked):
                known.get(other, _NOTHING).pop(event_id, None)
        for other in self._weights.pop(event_id, ()):
            self._weights.get(other, _NOTHING).pop(event_id, None)

    def candidates(self, prepared: Profile) -> dict[str, Filed]:
        """The filed events that share a block with a profile, but for itself."""
        found: dict[str, Filed] = {}
        days = days_reached(prepared)
        for at_place in filter(None, map(self._blocks.get, reaches(prepared))):
            for block in filter(None, map(at_place.get, days)):
                found |= block if len(block) <= BLOCK_MAX else _newest(block)
        found.pop(prepared.event_id, None)
        return found

    def weights_to(self, prepared: Profile) -> dict[str, float]:
        """The match weights in bits of a profile to its candidates, hopeless ones left out."""
        others = [each.ready or self._ready(each) for each in self.candidates(prepared).values()]
        own = self._filed.get(prepared.event_id)
        potential = self._judge.potential(prepared) if own is None else self._ready(own)[1]
        return self._judge.hopeful(prepared, potential, others)

    def link(self, event_id: str) -> dict[str, float]:
        """Works out the links of a filed event; returns its weights to all candidates.

        An event whose own links are not worked out yet notes who is linked to it: when it goes,
        nobody may be left with a link to it.
        """
        weights = self.weights_to(self.profile(event_id))
        links = self._half_linked.pop(event_id, {})
        links |= {other: bits for other, bits in weights.items() if bits >= self.link_bits}
        self._links[event_id] = links
        for other, bits in links.items():
            held = self._links.get(other)
            if held is None:
                held = self._half_linked.setdefault(other, {})
            held[event_id] = bits
        return weights

    def links(self, event_id: str) -> Mapping[str, float]:
        """The filed events that an event is linked to, with the weight in bits."""
        held = self._links.get(event_id)
        if held is None:
            self.link(event_id)
            held = self._links[event_id]
        return held

    def all_linked(self, event_ids: AbstractSet[str]) -> bool:
        """Whether there are any, and each is linked to each other one."""
        others = len(event_ids) - 1
        return others >= 0 and all(
            len(links := self.links(event_id)) >= others and len(event_ids & links.keys()) == others
            for event_id in event_ids
        )

    def weigh(self, first: str, second: str) -> float:
        """The match weight in bits of two filed events."""
        return self.row(first, (second,))[0]

    def row(self, event_id: str, others: Sequence[str]) -> list[float]:
        """The match weights in bits of a filed event to others."""
        links, held = self.links(event_id), self._weights.get(event_id, _NOTHING)
        found: list[float] = []
        for other in others:
            bits = links.get(other)
            if bits is None:
                bits = held.get(other)
            if bits is None:
                bits = self._weigh_anew(event_id, other)
            found.append(bits)
        return found

    def _weigh_anew(self, first: str, second: str) -> float:
        if self._weights_held >= WEIGHTS_MAX:
            self._weights, self._weights_held = {}, 0
        bits = self._judge.weigh(self.profile(first), self.profile(second))
        self._weights.setdefault(first, {})[second] = bits
        self._weights.setdefault(second, {})[first] = bits
        self._weights_held += 1
        return bits

    def best_of(self, event: Event, others: Sequence[str]) -> str:
        """The filed event among others that an event, filed or not, fits best."""
        if event.event_id in self._filed:
            return max(others, key=lambda other: (self.weigh(event.event_id, other), other))
        prepared = self.profile_of(event)
        weigh = self._judge.weigh
        return max(others, key=lambda other: (weigh(prepared, self.profile(other)), other))

    def component(self, event_ids: Iterable[str], size_max: int) -> set[str]:
        """The given filed events and what hangs together with them by links, nearest first.

        Ends early, incomplete, once it holds more than `size_max`.
        """
        found: set[str] = set()
        front = sorted(event_id for event_id in event_ids if event_id in self._filed)
        while front and len(found) <= size_max:
            found.update(front)
            front = sorted({o for e in front for o in self.links(e) if o not in found})
        return found


def _newest(block: dict[str, Filed]) -> dict[str, Filed]:
    return dict(islice(reversed(block.items()), BLOCK_MAX))
