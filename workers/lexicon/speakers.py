"""Words of saying, and those who are only quoted: data read and checked.

Place in the flow: compiled once; `extraction.actor_mentions` tells with them who speaks from who
acts, and names the agency or monitor that an article credits. Entries live in `data/speakers.toml`
and `data/outlets.toml`.
"""

from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from importlib.resources import files

import tomli

from workers.lexicon.actors import Spellings, joined_spellings, spellings_of

OUTLET_KINDS = frozenset({"agency", "outlet", "monitor", "official"})


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who is quoted and never attacks: agency, paper, channel, monitor, an official body."""

    id: str
    name: str
    kind: str
    spellings: Spellings


@dataclass(frozen=True, slots=True)
class SpeakerTable:
    """Verbs and nouns of saying, the cues of an own deed, and the outlets."""

    say: Spellings
    accuse: Spellings
    according: Spellings
    voice: Spellings
    own_deed: Spellings
    own_act: Spellings
    own_weapon: Spellings
    not_deed: Spellings
    claim: Spellings
    outlets: tuple[Outlet, ...]
    digest: str


@lru_cache(maxsize=1)
def load_speakers() -> SpeakerTable:
    """The table of `data/speakers.toml` and `data/outlets.toml`, compiled once a process."""
    folder = files("workers.lexicon").joinpath("data")
    text = "\n".join(
        folder.joinpath(name).read_text(encoding="utf-8")
        for name in ("outlets.toml", "speakers.toml")
    )
    entries = tomli.loads(text)

    def merged(table: str) -> Spellings:
        return joined_spellings(entries[table])

    outlets = tuple(
        Outlet(entry["id"], entry["name"], entry["kind"], spellings_of(entry))
        for entry in entries["outlet"]
    )
    for outlet in outlets:
        if outlet.kind not in OUTLET_KINDS:
            raise ValueError(f"outlet {outlet.id}: unknown kind {outlet.kind}")
    return SpeakerTable(
        say=merged("say"),
        accuse=merged("accuse"),
        according=merged("according"),
        voice=merged("voice"),
        own_deed=merged("own_deed"),
        own_act=merged("own_act"),
        own_weapon=merged("own_weapon"),
        not_deed=merged("not_deed"),
        claim=merged("claim"),
        outlets=outlets,
        digest=blake2b(text.encode(), digest_size=8).hexdigest(),
    )
