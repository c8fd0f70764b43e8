"""The count at the end of a soak: what should be in the topics, and what is.

Checkers are those of the integration tests, named after what they find.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.integration.streaming.support import (
    Version,
    differing,
    doubled,
    final,
    groups,
    live,
    lost,
    output,
)
from tests.soak.tail import Tail
from tests.soak.twin import Replayed, Twin, digest, loaded, replayed
from workers.admin.connections import read_to_end
from workers.settings import Settings
from workers.wire.topics import Topic

SHOWN_MAX = 12

Incidents = Mapping[str, dict[str, Any]]


@dataclass
class Verdict:
    """Figures, and what must be empty."""

    figures: dict[str, object] = field(default_factory=dict)
    problems: dict[str, object] = field(default_factory=dict)

    def text(self) -> str:
        """Everything as lines."""
        lines = [f"{name:60} {value}" for name, value in self.figures.items()]
        for name, found in self.problems.items():
            if found:
                lines.append(f"PROBLEM {name}: {_some(found)}")
        return "\n".join(lines)


def _some(found: object) -> str:
    many = list(found) if isinstance(found, set | dict | list | Counter) else [found]
    return f"{len(many)}: {many[:SHOWN_MAX]}"


def judged(settings: Settings, twin: Twin, tail: Tail, acknowledged: int) -> Verdict:
    """Counts everything; the workers are done and nobody writes."""
    verdict = Verdict()
    _articles(verdict, settings, twin, acknowledged)
    _letters(verdict, settings, twin)
    log = list(read_to_end(settings, [settings.topic(Topic.EVENTS)]))
    _events(verdict, twin, [record.value for record in log])
    calm = replayed(log)
    versions = output(settings)
    _keep(settings, log, versions)
    _incidents(verdict, tail, calm, versions)
    _files(verdict, twin, versions)
    return verdict


def _keep(settings: Settings, log: Iterable[Any], versions: Iterable[Version]) -> None:
    """Leaves the events and the incidents in the run folder: the broker's data go with it."""
    folder = Path(settings.run_dir)
    with (folder / "events.jsonl").open("wb") as lines:
        for record in log:
            head = json.dumps([record.partition, record.offset, (record.key or b"").decode()])
            lines.write(head.encode() + b"\t" + (record.value or b"") + b"\n")
    (folder / "incidents.jsonl").write_bytes(b"\n".join(each.value for each in versions))


def _articles(verdict: Verdict, settings: Settings, twin: Twin, acknowledged: int) -> None:
    in_log = sum(1 for _ in read_to_end(settings, [settings.topic(Topic.ARTICLES)]))
    verdict.figures["articles sent"] = twin.taken
    verdict.figures["articles acknowledged / in the log"] = f"{acknowledged} / {in_log}"
    verdict.problems["articles not in the log"] = max(0, twin.taken - in_log)


def _letters(verdict: Verdict, settings: Settings, twin: Twin) -> None:
    """Dead letters by where the refused message stood: written twice after a crash, at most."""
    letters = list(read_to_end(settings, [settings.dead_letter_topic(Topic.ARTICLES)]))
    stood: dict[tuple[bytes, ...], bytes] = {}
    for letter in letters:
        headers = dict(letter.headers)
        at = tuple(headers[name] for name in ("source-partition", "source-offset"))
        stood[at] = digest(letter.value)
    found = Counter(stood.values())
    verdict.figures["garbage sent / dead letters / repeats"] = (
        f"{twin.refused.total()} / {len(stood)} / {len(letters) - len(stood)}"
    )
    verdict.problems["garbage without a dead letter"] = twin.refused - found
    verdict.problems["dead letters of good articles"] = set(found) - set(twin.refused)
    for topic in (Topic.EVENTS, Topic.CORRECTIONS):
        others = [
            dict(r.headers) for r in read_to_end(settings, [settings.dead_letter_topic(topic)])
        ]
        verdict.problems[f"dead letters of {topic}"] = [h.get("error-detail") for h in others]


def _events(verdict: Verdict, twin: Twin, values: Iterable[bytes]) -> None:
    """Events by their bytes; a broadcast withdrawal is in every partition.

    Inventories are left out: which articles share one depends on how they were fetched.
    """
    others = (b'{"correction_id"', b'{"inventories"')
    ours = [value for value in values if not value.startswith(others)]
    found = Counter(map(digest, ours))
    withdrawals = sum(1 for value in ours if "retracted" in json.loads(value))
    verdict.figures["records of events: expected / distinct / written"] = (
        f"{len(twin.events)} / {len(found)} / {len(ours)} ({withdrawals} withdrawals)"
    )
    verdict.problems["events lost"] = twin.events - set(found)
    verdict.problems["events invented"] = set(found) - twin.events


def _incidents(verdict: Verdict, tail: Tail, calm: Replayed, versions: list[Version]) -> None:
    """The incidents against those that follow from the log of events."""
    contents: dict[tuple[int, str], set[bytes]] = {}
    for number, ce_id, content in tail.versions:
        contents.setdefault((number, ce_id), set()).add(content)
    truth, found = loaded(calm.values.values()), final(versions)
    last = {each.incident_id: each.value for each in versions}
    equal = sum(last.get(key.decode()) == value for key, value in calm.values.items())
    verdict.figures["versions read along: records / distinct ce_id"] = (
        f"{tail.records} / {len(contents)}"
    )
    verdict.figures["left after compaction: records / incidents"] = (
        f"{len(versions)} / {len(found)}"
    )
    verdict.figures["incidents: of the calm replay / byte-equal / live"] = (
        f"{len(truth)} / {equal} / {len(live(truth))}"
    )
    verdict.figures["ce_ids of the calm replay that were seen alike"] = (
        f"{len(calm.versions & set(tail.versions))} of {len(calm.versions)}"
    )
    verdict.figures["incidents held at the end (calm replay)"] = calm.held
    verdict.problems["not read along to the end"] = not tail.complete
    verdict.problems["one ce_id, two contents"] = {
        i for i, said in contents.items() if len(said) > 1
    }
    verdict.problems["versions went back"] = tail.went_back
    verdict.problems["versions skipped"] = tail.skipped
    _against(verdict, "calm replay", truth, found, recalls=False)
    verdict.figures["calm replay: differing, recalls included"] = len(
        differing(truth, found, recalls=True)
    )


def _files(verdict: Verdict, twin: Twin, versions: list[Version]) -> None:
    """The incidents against those of `tawatur run`, whose articles come in another order."""
    truth, found = loaded(twin.values.values()), final(versions)
    wanted, got = groups(truth), groups(found)
    verdict.figures["files: incidents / equal groups / only files / only Kafka"] = (
        f"{len(wanted)} / {len(wanted & got)} / {len(wanted - got)} / {len(got - wanted)}"
    )
    verdict.figures["files: reports lost / too many"] = (
        f"{len(lost(truth, found))} / {len(lost(found, truth))}"
    )


def _against(
    verdict: Verdict, name: str, truth: Incidents, found: Incidents, *, recalls: bool
) -> None:
    verdict.problems[f"{name}: reports lost"] = lost(truth, found)
    verdict.problems[f"{name}: reports too many"] = lost(found, truth)
    verdict.problems[f"{name}: reports doubled"] = doubled(found) - doubled(truth)
    verdict.problems[f"{name}: groups"] = groups(truth) ^ groups(found)
    verdict.problems[f"{name}: differing"] = differing(truth, found, recalls=recalls)
