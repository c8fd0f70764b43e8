"""Settings come from the environment alone, and a malformed one is named."""

from dataclasses import fields

import pytest

from workers.settings import VARIABLES, Settings, SettingsError
from workers.wire.topics import Topic


def test_an_empty_environment_gives_the_defaults() -> None:
    assert Settings.from_env({}) == Settings()
    assert Settings.from_env({"KAFKA_BOOTSTRAP": "  "}).bootstrap is None


def test_every_field_has_a_variable() -> None:
    assert VARIABLES.keys() == {field.name for field in fields(Settings)}


@pytest.mark.parametrize(
    ("variable", "text", "field", "value"),
    [
        ("KAFKA_BOOTSTRAP", "a:9092,b.example:9093", "bootstrap", "a:9092,b.example:9093"),
        ("TAWATUR_PARTITIONS", "12", "partitions", 12),
        ("TAWATUR_BATCH_WITHIN_S", "0.2", "batch_within_s", 0.2),
        ("TAWATUR_TRANSACTIONS", "Off", "transactions", False),
        ("TAWATUR_METRICS_PORT", "0", "metrics_port", 0),
        ("TAWATUR_LOG_LEVEL", "debug", "log_level", "DEBUG"),
    ],
)
def test_a_variable_sets_its_field(variable: str, text: str, field: str, value: object) -> None:
    assert getattr(Settings.from_env({variable: f" {text} "}), field) == value


@pytest.mark.parametrize(
    ("variable", "text"),
    [
        ("KAFKA_BOOTSTRAP", "localhost"),
        ("KAFKA_BOOTSTRAP", ":9092"),
        ("KAFKA_BOOTSTRAP", "a:9092,"),
        ("KAFKA_BOOTSTRAP", "a:99999"),
        ("TAWATUR_PARTITIONS", "0"),
        ("TAWATUR_PARTITIONS", "six"),
        ("TAWATUR_PARTITIONS", "٦"),
        ("TAWATUR_PARTITIONS", "-1"),
        ("TAWATUR_SESSION_TIMEOUT_S", "nan"),
        ("TAWATUR_SESSION_TIMEOUT_S", "0"),
        ("TAWATUR_TRANSACTIONS", "perhaps"),
        ("TAWATUR_LOG_LEVEL", "LOUD"),
        ("TAWATUR_TOPIC_PREFIX", "a/b"),
        ("TAWATUR_APPLICATION", "my app"),
    ],
)
def test_a_malformed_variable_is_named(variable: str, text: str) -> None:
    with pytest.raises(SettingsError, match=variable):
        Settings.from_env({variable: text})


def test_topics_carry_the_prefix() -> None:
    settings = Settings(topic_prefix="test-")
    assert settings.topic(Topic.INCIDENTS) == "test-incidents.merged"
    assert settings.dead_letter_topic(Topic.ARTICLES) == "test-articles.raw.dead-letter"
