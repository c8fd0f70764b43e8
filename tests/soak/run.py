# ruff: noqa: S311, T201 - a seeded soak, and a command that prints figures
"""`make soak MINUTES=60`: `python -m tests.soak.run [--minutes 60] [--rate 15] [--seed 1]`

Needs a real Kafka (Java 17 and, once, Maven). Prints a row a minute and worker, then the verdict;
exit code 1 when anything was lost, doubled, skipped or not as without trouble. The workers' logs
stay in the folder told at the start.
"""

import argparse
import json
import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from itertools import chain
from pathlib import Path
from random import Random
from threading import Thread
from typing import Any

from kafka.admin import ConfigResource, ConfigResourceType
from kafka.errors import KafkaError

from tests.integration.running import ROOT, real_kafka
from tests.integration.streaming.conftest import installed_on
from tests.integration.streaming.support import DEADLINE_S, Workers, wait_until
from tests.soak import feed
from tests.soak.analysts import Analysts
from tests.soak.crew import Crew
from tests.soak.tail import Tail
from tests.soak.troubles import Planned, planned
from tests.soak.twin import Twin
from tests.soak.verdict import Verdict, judged
from tests.soak.watch import HEADS, sample
from workers.admin.connections import admin_client, producer
from workers.admin.progress import Progress, committed_offsets, published_ends, read_ends
from workers.admin.publish import Published, publish
from workers.pipeline import Ruling
from workers.settings import Settings
from workers.streaming.corrections import home_of
from workers.wire import encode_correction
from workers.wire.topics import Topic

LOOK_S = 0.5
WORD_EVERY_S = 20.0
SAMPLE_EVERY_S = 60.0
CAUTION_S = 25.0
"""After a trouble of the broker no word is written for so long: it has to be acknowledged."""
DONE_S = 600.0
COMPACTING = {
    "segment.ms": "20000",
    "segment.bytes": str(4 * 1024 * 1024),
    "min.compaction.lag.ms": "120000",
    "min.cleanable.dirty.ratio": "0.05",
}
"""The incidents' topic is compacted while the soak runs, but nothing of the last two minutes."""


class Soak:
    """One soak on a broker of its own."""

    def __init__(self, settings: Settings, crew: Crew, options: argparse.Namespace) -> None:
        self.settings, self.crew, self.options = settings, crew, options
        self.seconds = options.minutes * 60.0
        self.twin, self.tail = Twin(), Tail(settings)
        self.analysts = Analysts(Random(options.seed))
        self.published: Published | None = None
        self.words = 0
        self.unsure: list[str] = []
        """Words that were not acknowledged, and may have been written: the twin lacks them."""
        self.samples: list[dict[str, Any]] = []
        self._began = 0.0
        self._calm_from = 0.0

    @property
    def now_s(self) -> float:
        return time.monotonic() - self._began

    def run(self) -> Verdict:
        """Feeds, troubles, waits until all is done, and counts."""
        self.crew.start()
        wait_until(self._settled, "both workers are ready")
        self._began = time.monotonic()
        self.tail.start()
        feeding = Thread(target=self._feed, name="feed", daemon=True)
        feeding.start()
        self._suffer(feeding)
        self._until_done()
        self._sample()
        self.tail.finish()
        assert self.published is not None
        return judged(self.settings, self.twin, self.tail, self.published.messages)

    def _settled(self) -> bool:
        self.crew.look()
        return self.crew.settled()

    def _feed(self) -> None:
        delay_s = 1.0 / self.options.rate
        self.published = publish(self.settings, self._messages(), delay_s=delay_s)

    def _messages(self) -> Iterator[bytes]:
        for message in feed.disturbed(feed.passes(feed.months()), Random(self.options.seed)):
            if self.now_s > self.seconds:
                return
            self.twin.take(message)
            yield message

    def _suffer(self, feeding: Thread) -> None:
        troubles = list(planned(self.options.seed, self.seconds))
        word_at, sample_at = WORD_EVERY_S, 0.0
        print(HEADS, flush=True)
        with closing(producer(self.settings)) as desk:
            while feeding.is_alive():
                self.crew.look()
                if troubles and self.now_s >= troubles[0].at_s:
                    self._suffer_one(troubles.pop(0))
                if self.now_s >= word_at and self.now_s < self.seconds:
                    word_at = self.now_s + WORD_EVERY_S
                    self._speak(desk)
                if self.now_s >= sample_at:
                    sample_at += SAMPLE_EVERY_S
                    self._sample()
                time.sleep(LOOK_S)

    def _suffer_one(self, trouble: Planned) -> None:
        print(f"{self.now_s / 60:>7.1f} {trouble.trouble} ({trouble.away_s:.1f} s)", flush=True)
        if "broker" in trouble.trouble or "everything" in trouble.trouble:
            self._calm_from = self.now_s + trouble.away_s + CAUTION_S
        self.crew.suffer(trouble)

    def _speak(self, desk: Any) -> None:
        ruling = self.analysts.word(list(self.tail.standing.values()))
        if ruling is None or self.now_s < self._calm_from:
            return
        try:
            self._write(desk, ruling)
        except KafkaError as error:
            self.unsure.append(repr(error))
            return
        self.twin.rule(ruling)
        self.words += 1

    def _write(self, desk: Any, ruling: Ruling) -> None:
        desk.send(
            self.settings.topic(Topic.CORRECTIONS),
            key=ruling.country.encode(),
            value=encode_correction(ruling.correction),
            partition=home_of(ruling.country, self.settings.partitions),
        ).get(timeout=DEADLINE_S)

    def _sample(self) -> None:
        for number, slot in enumerate(self.crew.slots):
            seen = sample(self.now_s / 60, number, slot.worker)
            if seen is not None:
                self.samples.append(asdict(seen))
                print(seen.line(), flush=True)

    def _until_done(self) -> None:
        assert self.published is not None
        settings, events = self.settings, self.settings.topic(Topic.EVENTS)
        words = read_ends(settings, settings.topic(Topic.CORRECTIONS))
        ends = published_ends(settings.topic(Topic.ARTICLES), self.published.ends)
        progress = Progress(settings, ends, events)

        def done() -> bool:
            self.crew.look()
            try:
                with closing(admin_client(settings)) as admin:
                    ruled = words.left(committed_offsets(admin, settings.application)) == 0
                    return ruled and progress.left(admin) == 0
            except KafkaError:
                return False

        began = time.monotonic()
        wait_until(done, "everything is done", DONE_S)
        print(f"done {time.monotonic() - began:.1f} s after the last article", flush=True)


def installed(bootstrap: str, folder: Path) -> Settings:
    """Settings whose topics exist, the incidents' one with compaction that can be seen."""
    settings = installed_on(
        Settings(bootstrap=bootstrap, metrics_port=0, run_dir=str(folder / "run"))
    )
    with closing(admin_client(settings)) as admin:
        topic = settings.topic(Topic.INCIDENTS)
        admin.alter_configs([ConfigResource(ConfigResourceType.TOPIC, topic, configs=COMPACTING)])
    return settings


def restores(workers: Workers) -> list[dict[str, Any]]:
    """What the workers' logs say of restores: seconds and incidents."""
    told = chain.from_iterable(worker.events("restored") for worker in workers.started)
    return [
        {"seconds": line["seconds"], "incidents": sum(line["incidents"].values())} for line in told
    ]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--rate", type=float, default=15.0, help="articles a second")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, default=ROOT / ".run" / "soak" / str(os.getpid()))
    options = parser.parse_args()
    kafka = real_kafka()
    if (missing := kafka.missing_tools()) is not None:
        print(missing, file=sys.stderr)
        return 2
    folder: Path = options.folder
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "run").mkdir(parents=True)
    print(f"logs in {folder}; seed {options.seed}", flush=True)
    running = kafka.RealKafka(nodes=1)
    with running as bootstrap:
        settings = installed(bootstrap, folder)
        workers = Workers(settings, folder)
        crew = Crew(workers, running.cluster)
        soak = Soak(settings, crew, options)
        try:
            verdict = soak.run()
        finally:
            workers.end()
    return _tell(soak, verdict, folder)


def _tell(soak: Soak, verdict: Verdict, folder: Path) -> int:
    crew = soak.crew
    back = restores(crew.workers)
    verdict.figures |= {
        "analysts' words acknowledged / not": f"{soak.words} / {len(soak.unsure)}",
        "workers started": len(crew.workers.started),
        "workers ended": dict(crew.ends),
        "seconds from start to ready: median / most": _spread(crew.ready_s),
        "restores": len(back),
        "seconds of a restore: median / most": _spread([each["seconds"] for each in back]),
        "incidents of a restore: median / most": _spread([each["incidents"] for each in back]),
    }
    verdict.problems["workers ended otherwise"] = crew.unexpected
    (folder / "samples.json").write_text(json.dumps(soak.samples))
    (folder / "restores.json").write_text(json.dumps(back))
    print(verdict.text(), flush=True)
    failed = any(verdict.problems.values())
    print("FAILED" if failed else "as if nothing had happened")
    return int(failed)


def _spread(values: list[float]) -> str:
    ordered = sorted(values)
    return f"{ordered[len(ordered) // 2]:.1f} / {ordered[-1]:.1f}" if ordered else "none"


if __name__ == "__main__":
    sys.exit(main())
