"""JSON lines."""

import io
import json
import logging
import logging.config
from typing import Any

from workers.streaming.logs import REPEAT_S, TEXT_MAX, JsonLines, Sparing, event, logging_config


def logged(name: str, **fields: object) -> dict[str, Any]:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    logger = logging.Logger("tested")  # noqa: LOG001 - one of its own, not to touch the root's
    logger.addHandler(handler)
    event(logger, logging.INFO, name, **fields)
    lines = stream.getvalue().splitlines()
    assert len(lines) == 1
    told: dict[str, Any] = json.loads(lines[0])
    return told


def test_an_event_is_one_line_with_its_fields() -> None:
    line = logged("restored", partitions=[0, 1], seconds=0.25)
    assert line["event"] == "restored"
    assert line["level"] == "INFO"
    assert line["partitions"] == [0, 1]
    assert line["seconds"] == 0.25
    assert line["time"].endswith("Z")


def test_what_json_cannot_say_is_told_as_text_and_newlines_do_not_break_the_line() -> None:
    line = logged("odd", value={1, 2}.__class__, text="two\nlines", arabic="قصف")
    assert line["text"] == "two\nlines"
    assert line["arabic"] == "قصف"
    assert "set" in line["value"]


def test_a_flood_is_cut() -> None:
    assert len(logged("x" * 10 * TEXT_MAX)["event"]) == TEXT_MAX


def heard(name: str, said: list[tuple[float, str]]) -> list[tuple[float, object]]:
    """When which of these (time, template) of a logger are written, with what was left out."""
    sparing, kept = Sparing(), list[tuple[float, object]]()
    for at, template in said:
        record = logging.LogRecord(name, logging.ERROR, "", 0, template, (at,), None)
        record.created = at
        if sparing.filter(record):
            kept.append((at, getattr(record, "fields", None)))
    return kept


def test_a_library_says_the_same_once_in_a_while_and_how_often_it_was_cut() -> None:
    flood = [(number / 10, "cannot connect: %s") for number in range(250)]
    assert heard("aiokafka.client", flood) == [
        (0.0, None),
        (REPEAT_S, {"left_out": 99}),
        (2 * REPEAT_S, {"left_out": 99}),
    ]
    assert len(heard("aiokafka.client", [(0.0, "one %s"), (0.1, "other %s")])) == 2


def test_our_own_lines_are_all_written() -> None:
    assert len(heard("workers.streaming.store", [(0.0, "restored %s")] * 5)) == 5


def test_the_handler_is_sparing() -> None:
    assert logging_config("INFO")["handlers"]["stderr"]["filters"] == ["sparing"]


def test_an_exception_carries_its_traceback() -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    logger = logging.Logger("tested")  # noqa: LOG001
    logger.addHandler(handler)
    try:
        int("why")
    except ValueError:
        logger.exception("bug")
    assert "ValueError: invalid literal" in json.loads(stream.getvalue())["traceback"]


def test_the_configuration_is_one_that_logging_takes_and_libraries_are_quiet() -> None:
    config = logging_config("INFO")
    assert config["loggers"]["aiokafka"]["level"] == "WARNING"
    assert config["root"]["level"] == "INFO"
    assert logging_config("ERROR")["loggers"]["aiokafka"]["level"] == "ERROR"
    logging.config.DictConfigurator({**config, "root": {}, "loggers": {}}).configure()
