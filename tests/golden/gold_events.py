"""Gold labels as events: what a perfect extraction would hand to matching.

Used by `make golden-match` and `make fit`. Texts enter only as the extraction itself would pass
them on: title and near-duplicate signature.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from workers.extraction.actors.mentions import ActorFinder
from workers.model import (
    Actor,
    Attribution,
    Certainty,
    DateInterval,
    DatePrecision,
    Event,
    Evidence,
    Outcome,
    Place,
    Recipient,
    Role,
    SubEventType,
    Toll,
    Weapon,
    WherePrecision,
)
from workers.text.fingerprint import signature
from workers.text.fold import folded

TYPES: dict[str, SubEventType] = {
    "air_drone_strike": SubEventType.AIR_DRONE_STRIKE,
    "shelling_artillery_missile": SubEventType.SHELLING,
    "remote_explosive_ied": SubEventType.REMOTE_EXPLOSIVE,
    "suicide_bomb": SubEventType.SUICIDE_BOMB,
    "grenade": SubEventType.GRENADE,
    "armed_clash": SubEventType.ARMED_CLASH,
    "armed_assault": SubEventType.ATTACK,
    "abduction": SubEventType.ABDUCTION,
    "chemical_weapon": SubEventType.CHEMICAL,
    "sexual_violence": SubEventType.SEXUAL_VIOLENCE,
    "other": SubEventType.REMOTE_EXPLOSIVE,
}
"""Gold types; `other` (arson, unclear explosions) is what extraction calls an unclear explosion."""

# The labelled date as it stands, like naive_match.py takes it; the precision says how far to trust
# it.
PRECISIONS = {
    "day": (DatePrecision.DAY, 0, 0),
    "week": (DatePrecision.WEEK, 0, 0),
    "month": (DatePrecision.MONTH, 0, 0),
    "year": (DatePrecision.YEAR, 0, 364),
}
FINDER = ActorFinder()
WEAPONS = {weapon.value for weapon in Weapon}


@dataclass(frozen=True)
class GoldEvent:
    """An event with the incident that the reader put it into."""

    event: Event
    incident: str


def _lines(corpus: Path, name: str) -> Iterator[bytes]:
    found = [corpus / name] if (corpus / name).exists() else sorted(corpus.glob(f"*/{name}"))
    for path in found:
        with path.open("rb") as lines:
            yield from (line for line in lines if line.strip())


def article_lines(corpus: Path) -> Iterator[bytes]:
    """The corpus's articles as they would come in."""
    return _lines(corpus, "articles.jsonl")


def gold_lines(corpus: Path) -> Iterator[dict[str, Any]]:
    """The corpus's labels, one article a line."""
    return map(json.loads, _lines(corpus, "gold.jsonl"))


def _when(label: dict[str, Any]) -> DateInterval | None:
    text = label["date"]
    if not text:
        return None
    precision, before, after = PRECISIONS[label.get("date_precision") or "day"]
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return DateInterval(date(parts[0], 1, 1), date(parts[0], 12, 31), DatePrecision.YEAR)
    middle = date(parts[0], parts[1], parts[2] if len(parts) > 2 else 15)
    return DateInterval(middle - timedelta(days=before), middle + timedelta(days=after), precision)


def _place(label: dict[str, Any]) -> Place | None:
    if label["country"] is None and label["lat"] is None:
        return None
    located = label["lat"] is not None
    return Place(
        name=label["place"] or label["country"] or "?",
        name_local=label.get("place_text") or None,
        country_code=label["country"],
        admin1=label.get("admin1"),
        where_prec=WherePrecision.EXACT if located else WherePrecision.REGION,
        latitude=label["lat"],
        longitude=label["lon"],
    )


def _toll(number: int | None) -> Toll | None:
    return None if number is None else Toll(number, number, number)


def _ids(name: str, country: str | None) -> list[str]:
    """The canonical actors that a label's English name holds."""
    found = (mention.actor_id for mention in FINDER.find(folded(name), country))
    return list(dict.fromkeys(actor_id for actor_id in found if actor_id is not None))


def _actors(label: dict[str, Any]) -> tuple[Actor, ...]:
    name = label.get("attacker")
    if not name:
        return ()
    text, attribution = label.get("attacker_text") or name, Attribution(label["attribution"])
    ids: list[str | None] = [*_ids(name, label["country"])]
    return tuple(Actor(name, text, attribution, actor_id) for actor_id in ids or [None])


def _recipients(label: dict[str, Any]) -> tuple[Recipient, ...]:
    name = label.get("target")
    if not name:
        return ()
    text = label.get("target_text") or name
    ids: list[str | None] = [*_ids(name, label["country"])]
    return tuple(Recipient(name, text, actor_id) for actor_id in ids or [None])


def _event(article: dict[str, Any], label: dict[str, Any], ordinal: int, text: str) -> Event:
    status = label["status"]
    return Event(
        event_id=f"{article['id']}#{ordinal}",
        article_id=article["id"],
        source=article["source"],
        published_at=datetime.fromisoformat(article["published_at"]).astimezone(UTC),
        role=Role(label["role"]),
        sub_event_type=TYPES[label["type"]],
        outcome=Outcome(status) if status in set(Outcome) else Outcome.CARRIED_OUT,
        certainty=Certainty.CLAIMED if status == "claimed_only" else Certainty.REPORTED,
        fingerprint=text,
        extractor="gold",
        language=article.get("language"),
        evidence=(Evidence("date", "body", 0, 0),) if label["date"] else (),
        title=article.get("title"),
        date=_when(label),
        location=_place(label),
        actors=_actors(label),
        recipients=_recipients(label),
        weapons=tuple(Weapon(weapon) for weapon in label["weapons"] if weapon in WEAPONS),
        deaths=_toll(label["killed"]),
        injured=_toll(label["wounded"]),
    )


def gold_events(corpus: Path, *, background: bool = False) -> list[GoldEvent]:
    """The corpus's gold events by publication time; fresh ones only unless `background`."""
    articles = {article["id"]: article for article in map(json.loads, article_lines(corpus))}
    found: list[GoldEvent] = []
    for line in gold_lines(corpus):
        article = articles[line["id"]]
        text = signature(folded(f"{article.get('title') or ''} {article['body']}"))
        for ordinal, label in enumerate(line["events"]):
            if label.get("aggregate") or (label["role"] == "background" and not background):
                continue
            found.append(GoldEvent(_event(article, label, ordinal, text), label["incident"]))
    found.sort(key=lambda gold: (gold.event.published_at, gold.event.event_id))
    return found
