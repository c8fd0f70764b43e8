from dataclasses import replace

from workers.admin.topics import TopicPlan, differing_configs, differing_counts, topic_plans
from workers.settings import Settings

DAY_MS = 86_400_000
PLANS = {plan.name: plan for plan in topic_plans(Settings())}


def test_the_topics_are_those_of_the_contract_and_the_memory_of_replays() -> None:
    assert set(PLANS) == {
        "articles.raw",
        "events.extracted",
        "incidents.merged",
        "incidents.corrections",
        "articles.raw.dead-letter",
        "events.extracted.dead-letter",
        "incidents.corrections.dead-letter",
        "dead-letters.replayed",
    }


def test_incidents_are_compacted_and_everything_else_is_deleted_by_age() -> None:
    compacted = [n for n, plan in PLANS.items() if plan.config["cleanup.policy"] == "compact"]
    assert compacted == ["incidents.merged"]
    ages = {name: plan.config.get("retention.ms") for name, plan in PLANS.items()}
    assert ages == {
        "articles.raw": str(7 * DAY_MS),
        "events.extracted": str(14 * DAY_MS),
        "incidents.merged": None,
        "incidents.corrections": "-1",
        "articles.raw.dead-letter": str(30 * DAY_MS),
        "events.extracted.dead-letter": str(30 * DAY_MS),
        "incidents.corrections.dead-letter": str(30 * DAY_MS),
        "dead-letters.replayed": str(60 * DAY_MS),
    }


def test_incidents_have_as_many_partitions_as_events_whatever_is_configured() -> None:
    for partitions in (1, 3, 64):
        plans = {p.name: p for p in topic_plans(Settings(partitions=partitions))}
        assert plans["incidents.merged"].partitions == partitions
        assert plans["events.extracted"].partitions == partitions


def test_a_dead_letter_has_room_for_the_largest_message_of_its_topic() -> None:
    for name in ("articles.raw", "events.extracted", "incidents.corrections"):
        whole, letter = (
            PLANS[n].config["max.message.bytes"] for n in (name, f"{name}.dead-letter")
        )
        assert int(letter) > int(whole)


def test_an_article_larger_than_allowed_still_reaches_us_to_be_refused_with_a_reason() -> None:
    assert int(PLANS["articles.raw"].config["max.message.bytes"]) > 1024 * 1024


def test_the_prefix_is_put_before_every_name() -> None:
    names = [plan.name for plan in topic_plans(replace(Settings(), topic_prefix="eu."))]
    assert all(name.startswith("eu.") for name in names)
    assert len(set(names)) == len(PLANS)


def test_with_three_copies_two_must_have_a_record_before_it_counts() -> None:
    plans = topic_plans(Settings(replication=3))
    assert {plan.config["min.insync.replicas"] for plan in plans} == {"2"}
    assert all("min.insync.replicas" not in plan.config for plan in PLANS.values())


def test_a_differing_number_of_partitions_is_told_with_both_numbers() -> None:
    plans = [TopicPlan("a", 6), TopicPlan("b", 6), TopicPlan("c", 6)]
    assert differing_counts(plans, {"a": 6, "b": 4}) == ["b has 4 partitions, expected 6"]


def test_a_differing_setting_is_told_and_one_that_the_broker_keeps_to_itself_is_not() -> None:
    plan = TopicPlan("a", 1, {"cleanup.policy": "compact", "segment.bytes": "5"})
    assert differing_configs([plan], {"a": {"cleanup.policy": "delete"}}) == [
        "a: cleanup.policy is delete, expected compact"
    ]
    assert differing_configs([plan], {"a": {}}) == []
    assert differing_configs([plan], {}) == []
