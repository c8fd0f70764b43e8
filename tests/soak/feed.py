"""What a soak publishes: months of news over and over, with what goes wrong at a feed.

Event time advances by a year a pass, so that windows close and incidents are forgotten. Articles
come late, twice, revised and withdrawn; garbage lies between them.
"""

import json
import lzma
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from heapq import heappop, heappush
from itertools import count
from random import Random
from typing import Any

from tests.golden.corpora import STREAM
from tests.golden.false_alarms import CATEGORIES as CALM
from workers.samples import articles as samples
from workers.samples import malformed

MONTHS = frozenset({"2018-02", "2018-03", "2018-05", "2018-06", "2018-07", "2018-10"})
"""Those of the newswire stream that were read. The others are held back, and stay unread."""
CALM_EVERY = 10
"""Of the articles on sport and the like one in so many: they hardly ever yield an event."""
PASS = timedelta(weeks=52)
"""From one pass to the next: whole weeks, so that the names of weekdays stay right."""

LATE, TWICE, REVISED, WITHDRAWN, GARBAGE = 0.03, 0.03, 0.04, 0.015, 0.005
"""Shares of the articles that this happens to (chosen: often enough to count after minutes)."""
AFTER_MAX = 400
"""Articles between a message and what follows on it: some days of event time at most."""

Told = dict[str, Any]


def months() -> list[Told]:
    """The articles of a pass, oldest first: of the stream where it is, else the samples."""
    if STREAM.exists():
        with lzma.open(STREAM) as lines:
            told = [json.loads(line) for line in lines]
        told = [each for each in told if each["published_at"][:7] in MONTHS]
    else:
        told = [json.loads(line) for line in samples()]
    calm = [each["id"] for each in told if _category(each) in CALM]
    left_out = set(calm) - set(calm[::CALM_EVERY])
    kept = (each for each in told if each["id"] not in left_out)
    return sorted(kept, key=lambda each: datetime.fromisoformat(each["published_at"]))


def _category(told: Told) -> str:
    return str(told["id"]).partition("-")[2].partition("-")[0]


def passes(told: Sequence[Told]) -> Iterator[Told]:
    """The articles again and again, a year later each time, under ids of the pass, for ever."""
    for number in count():
        for each in told:
            published = datetime.fromisoformat(each["published_at"]) + number * PASS
            told_then = {"id": f"{each['id']}~{number}", "published_at": published.isoformat()}
            yield {**each, "url": None, **told_then}


def disturbed(told: Iterable[Told], random: Random) -> Iterator[bytes]:
    """The messages in the order in which the feed brings them."""
    waiting: list[tuple[int, int, bytes]] = []
    number = count()
    before: Told = {"body": ""}
    for position, each in enumerate(told):
        for after, value in _messages(each, before, random):
            heappush(waiting, (position + after, next(number), value))
        before = each
        while waiting and waiting[0][0] <= position:
            yield heappop(waiting)[2]


def _messages(told: Told, before: Told, random: Random) -> Iterator[tuple[int, bytes]]:
    """What comes of one article: how many articles later, and the bytes."""
    value = _bytes(told)
    yield (_later(random) if random.random() < LATE else 0), value
    if random.random() < TWICE:
        yield _later(random), value
    if random.random() < REVISED:
        yield _later(random), _bytes(_revised(told, before, random))
    if random.random() < WITHDRAWN:
        yield _later(random), _bytes({**told, "retracted": True})
    if random.random() < GARBAGE:
        yield 0, random.choice([*malformed(), value[: len(value) // 2]])


def _revised(told: Told, before: Told, random: Random) -> Told:
    """The article hours later under another title.

    At times with one of its halves only, or with what another article told: its attacks are gone,
    and there may be some in other countries.
    """
    published = datetime.fromisoformat(told["published_at"])
    whole = str(told["body"])
    bodies = (whole, whole[: len(whole) // 2], str(before["body"]) or whole)
    (body,) = random.choices(bodies, (0.5, 0.25, 0.25))
    return {
        **told,
        "published_at": (published + timedelta(hours=random.randint(1, 6))).isoformat(),
        "title": f"{told.get('title') or ''} (2)",
        "body": body,
    }


def _later(random: Random) -> int:
    return random.randint(1, AFTER_MAX)


def _bytes(told: Told) -> bytes:
    return json.dumps(told, ensure_ascii=False).encode()
