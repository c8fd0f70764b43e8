"""The form of the sample and golden corpora: labels that could not be true are found here."""

import json
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from workers import samples
from workers.model import Article, Rejected, RejectReason, Weapon
from workers.wire.articles import decode_article

ROOT = Path(__file__).parents[3]
CORPORA = {
    "samples": ROOT / "workers" / "samples",
    "golden": ROOT / "tests" / "golden" / "corpus",
}
TYPES = {
    "air_drone_strike",
    "shelling_artillery_missile",
    "remote_explosive_ied",
    "suicide_bomb",
    "grenade",
    "chemical_weapon",
    "armed_clash",
    "armed_assault",
    "abduction",
    "sexual_violence",
    "other",
}
CLOSED = {
    "role": {"main", "secondary", "background"},
    "type": TYPES,
    "status": {"carried_out", "intercepted", "foiled", "claimed_only"},
    "date_precision": {"day", "week", "month", "year"},
    "attribution": {"claimed", "attributed", "suspected", "unknown"},
}
FIELDS = {
    "incident",
    *CLOSED,
    "date",
    "place",
    "place_text",
    "admin1",
    "country",
    "lat",
    "lon",
    "attacker",
    "attacker_text",
    "target",
    "target_text",
    "weapons",
    "killed",
    "wounded",
}
OPTIONAL = {"killed_alt", "wounded_alt", "aggregate", "note"}

Line = dict[str, Any]


def lines(folder: Path, name: str) -> list[Line]:
    return [json.loads(line) for line in (folder / name).read_text("utf-8").splitlines()]


def fresh(gold: Line) -> list[Line]:
    return [event for event in gold["events"] if event["role"] != "background"]


@pytest.fixture(params=CORPORA, name="corpus")
def _corpus(request: pytest.FixtureRequest) -> list[tuple[Line, Line]]:
    """Pairs of an article and its labels."""
    folder = CORPORA[request.param]
    pairs = zip(lines(folder, "articles.jsonl"), lines(folder, "gold.jsonl"), strict=True)
    return list(pairs)


def test_labels_stand_in_the_order_of_the_articles(corpus: list[tuple[Line, Line]]) -> None:
    assert [article["id"] for article, _ in corpus] == [gold["id"] for _, gold in corpus]


def test_no_id_occurs_twice_in_either_corpus() -> None:
    ids = Counter(
        article["id"] for folder in CORPORA.values() for article in lines(folder, "articles.jsonl")
    )
    assert [id_ for id_, count in ids.items() if count > 1] == []


def test_every_article_is_accepted_by_the_input_contract(corpus: list[tuple[Line, Line]]) -> None:
    decoded = [decode_article(json.dumps(article).encode(), None) for article, _ in corpus]
    assert [refused for refused in decoded if not isinstance(refused, Article)] == []


def test_published_times_carry_an_offset(corpus: list[tuple[Line, Line]]) -> None:
    times = [datetime.fromisoformat(article["published_at"]) for article, _ in corpus]
    assert all(time.utcoffset() is not None for time in times)


def test_labelled_words_stand_in_the_article(corpus: list[tuple[Line, Line]]) -> None:
    astray = [
        (article["id"], field, event[field])
        for article, gold in corpus
        for event in gold["events"]
        for field in ("place_text", "attacker_text", "target_text")
        if event[field] is not None
        and event[field] not in f"{article.get('title', '')}\n{article['body']}"
    ]
    assert astray == []


def test_no_attack_is_dated_after_its_report(corpus: list[tuple[Line, Line]]) -> None:
    late = [
        (article["id"], event["incident"])
        for article, gold in corpus
        for event in gold["events"]
        if date.fromisoformat(event["date"])
        > datetime.fromisoformat(article["published_at"]).date()
    ]
    assert late == []


def test_labels_speak_the_closed_vocabulary(corpus: list[tuple[Line, Line]]) -> None:
    weapons = {weapon.value for weapon in Weapon}
    for _, gold in corpus:
        for event in gold["events"]:
            assert set(event) >= FIELDS, gold["id"]
            assert set(event) <= FIELDS | OPTIONAL, gold["id"]
            assert set(event["weapons"]) <= weapons, gold["id"]
            for field, allowed in CLOSED.items():
                assert event[field] in allowed, (gold["id"], field)


def test_a_report_has_a_fresh_event_and_any_other_article_none(
    corpus: list[tuple[Line, Line]],
) -> None:
    for _, gold in corpus:
        assert gold["attack_report"] == bool(fresh(gold)), gold["id"]


def test_an_article_tells_each_incident_once(corpus: list[tuple[Line, Line]]) -> None:
    for _, gold in corpus:
        incidents = [event["incident"] for event in gold["events"]]
        assert len(incidents) == len(set(incidents)), gold["id"]


def test_reports_of_one_incident_agree_on_its_country_and_lie_near_each_other(
    corpus: list[tuple[Line, Line]],
) -> None:
    told: dict[str, Line] = {}
    for _, gold in corpus:
        for event in gold["events"]:
            first = told.setdefault(event["incident"], event)
            assert event["country"] == first["country"], event["incident"]
            if event["lat"] is not None and first["lat"] is not None:
                assert abs(event["lat"] - first["lat"]) < 0.5, event["incident"]
                assert abs(event["lon"] - first["lon"]) < 0.5, event["incident"]


def test_unknown_attackers_have_no_name(corpus: list[tuple[Line, Line]]) -> None:
    for _, gold in corpus:
        for event in gold["events"]:
            named = event["attacker"] is not None
            assert named == (event["attribution"] != "unknown"), (gold["id"], event["incident"])


def test_wire_copies_come_from_several_outlets_with_the_same_labels(
    corpus: list[tuple[Line, Line]],
) -> None:
    groups: dict[str, list[tuple[Line, Line]]] = {}
    for article, gold in corpus:
        if "wire_group" in gold:
            groups.setdefault(gold["wire_group"], []).append((article, gold))
    assert groups
    for copies in groups.values():
        assert len({article["source"] for article, _ in copies}) > 1
        assert all(gold["events"] == copies[0][1]["events"] for _, gold in copies)


def test_samples_stand_in_the_order_of_their_publication() -> None:
    times = [
        datetime.fromisoformat(json.loads(value)["published_at"]) for value in samples.articles()
    ]
    assert times == sorted(times)
    assert (times[-1] - times[0]).days <= 14


def test_samples_hold_enough_of_every_kind() -> None:
    articles = lines(CORPORA["samples"], "articles.jsonl")
    gold = lines(CORPORA["samples"], "gold.jsonl")
    assert len(articles) >= 66
    languages = Counter(article.get("language", "en") for article in articles)
    assert languages["ar"] / len(articles) == pytest.approx(0.6, abs=0.06)
    assert sum(not labels["attack_report"] for labels in gold) >= 10
    attacks = [event for labels in gold for event in fresh(labels)]
    assert len({event["incident"] for event in attacks}) >= 18
    assert {event["status"] for event in attacks} == CLOSED["status"]
    assert {event["attribution"] for event in attacks} == CLOSED["attribution"]


def test_each_attack_of_the_samples_is_told_by_several_outlets() -> None:
    articles = {article["id"]: article for article in lines(CORPORA["samples"], "articles.jsonl")}
    outlets: dict[str, set[str]] = {}
    for gold in lines(CORPORA["samples"], "gold.jsonl"):
        for event in fresh(gold):
            outlets.setdefault(event["incident"], set()).add(articles[gold["id"]]["source"])
    assert {incident for incident, told in outlets.items() if len(told) < 2} == set()


def test_the_malformed_messages_are_refused_each_for_its_own_reason() -> None:
    refused = [decode_article(value, None) for value in samples.malformed()]
    reasons = [answer.reason for answer in refused if isinstance(answer, Rejected)]
    assert reasons == [
        RejectReason.NOT_JSON,
        RejectReason.NOT_OBJECT,
        RejectReason.MISSING_FIELD,
        RejectReason.BAD_DATE,
        RejectReason.NOT_UTF8,
        RejectReason.EMPTY,
    ]


def test_messages_are_the_articles_in_order_and_every_malformed_one() -> None:
    mixed = samples.messages()
    bad = samples.malformed()
    assert tuple(value for value in mixed if value not in bad) == samples.articles()
    assert [value for value in mixed if value in bad] == list(bad)


def test_the_golden_corpus_is_wide() -> None:
    articles = lines(CORPORA["golden"], "articles.jsonl")
    gold = lines(CORPORA["golden"], "gold.jsonl")
    assert len(articles) >= 100
    arabic = sum(article["language"] == "ar" for article in articles)
    assert arabic / len(articles) == pytest.approx(0.65, abs=0.05)
    reports = sum(labels["attack_report"] for labels in gold)
    assert reports / len(gold) == pytest.approx(0.75, abs=0.07), "a quarter report none"
    attacks = [event for labels in gold for event in fresh(labels)]
    assert {event["type"] for event in attacks} == TYPES
    assert {event["status"] for event in attacks} == CLOSED["status"]
    assert len({event["country"] for event in attacks}) >= 30
