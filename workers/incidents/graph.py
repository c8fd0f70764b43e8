"""The open events of one partition and the links between them.

Place in the flow: the book's memory of events. Answers which events an arrival may belong with
(blocking), how strongly two belong together (the judge), and what hangs together by links.
"""

from collections.abc import Iterable, Mapping
from itertools import islice
from math import inf

from workers.matching import Judge, Profile, profile
from workers.matching.blocking import BlockKey, homes, reaches
from workers.matching.profile import SideOf
from workers.model import Event

BLOCK_MAX = 400
"""Most events that one block hands out, the newest: a block is one day's attacks in one half-degree cell, and no
place in two years of news had a tenth of that. Keeps a flood of one kind from slowing the stream."""


class EventGraph:
    """Fresh events under block keys, and their links: pairs that weigh at least `link_bits`.

    Links are worked out on first use, so that a restored partition costs nothing until it is touched.
    """

    def __init__(self, judge: Judge, side_of: SideOf) -> None:
        self._judge = judge
        self._side_of = side_of
        self.link_bits = judge.weights.link_bits
        self._profiles: dict[str, Profile] = {}
        self._blocks: dict[BlockKey, dict[str, None]] = {}
        self._links: dict[str, dict[str, float]] = {}

    def __len__(self) -> int:
        return len(self._profiles)

    def __contains__(self, event_id: str) -> bool:
        return event_id in self._profiles

    def profile_of(self, event: Event) -> Profile:
        """The event's profile: the held one, or a new one for an event that is not filed."""
        return self._profiles.get(event.event_id) or profile(event, self._side_of)

    def profile(self, event_id: str) -> Profile:
        """The profile of a filed event."""
        return self._profiles[event_id]

    def add(self, event: Event) -> None:
        """Files a fresh event under its blocks."""
        prepared = profile(event, self._side_of)
        self._profiles[event.event_id] = prepared
        for key in homes(prepared):
            self._blocks.setdefault(key, {})[event.event_id] = None

    def remove(self, event_id: str) -> None:
        """Forgets an event and its links; unknown ids are ignored."""
        prepared = self._profiles.pop(event_id, None)
        if prepared is None:
            return
        for key in homes(prepared):
            block = self._blocks.get(key)
            if block is not None:
                block.pop(event_id, None)
                if not block:
                    del self._blocks[key]
        for other in self._links.pop(event_id, ()):
            self._links.get(other, {}).pop(event_id, None)

    def candidates(self, prepared: Profile) -> list[str]:
        """The filed events that share a block with a profile, itself excepted, in a stable order."""
        found: dict[str, None] = {}
        for key in reaches(prepared):
            block = self._blocks.get(key)
            if block is not None:
                found |= (
                    block if len(block) <= BLOCK_MAX else dict.fromkeys(list(block)[-BLOCK_MAX:])
                )
        found.pop(prepared.event_id, None)
        return list(found)

    def weights_to(self, prepared: Profile) -> dict[str, float]:
        """The match weights in bits of a profile to its candidates, vetoed ones left out."""
        weigh, profiles = self._judge.weigh, self._profiles
        weighed = ((other, weigh(prepared, profiles[other])) for other in self.candidates(prepared))
        return {other: bits for other, bits in weighed if bits != -inf}

    def link(self, event_id: str) -> dict[str, float]:
        """Works out the links of a newly filed event; returns its weights to all candidates."""
        weights = self.weights_to(self._profiles[event_id])
        links = {other: bits for other, bits in weights.items() if bits >= self.link_bits}
        self._links[event_id] = links
        for other, bits in links.items():
            if other in self._links:
                self._links[other][event_id] = bits
        return weights

    def links(self, event_id: str) -> Mapping[str, float]:
        """The filed events that an event is linked to, with the weight in bits."""
        held = self._links.get(event_id)
        if held is None:
            self.link(event_id)
            held = self._links[event_id]
        return held

    def weigh(self, first: str, second: str) -> float:
        """The match weight in bits of two filed events."""
        bits = self.links(first).get(second)
        if bits is None:
            bits = self._judge.weigh(self._profiles[first], self._profiles[second])
        return bits

    def component(self, event_ids: Iterable[str]) -> set[str]:
        """The given filed events and all that hang together with them by links."""
        found: set[str] = set()
        waiting = [event_id for event_id in event_ids if event_id in self._profiles]
        while waiting:
            event_id = waiting.pop()
            if event_id not in found:
                found.add(event_id)
                waiting.extend(other for other in self.links(event_id) if other not in found)
        return found


def _newest(block: dict[str, None]) -> dict[str, None]:
    return dict.fromkeys(islice(reversed(block), BLOCK_MAX))
