"""Logs: one JSON object a line on standard error, never with an article's text.

Place in the flow: every part of the shell logs through `event`; libraries' own lines become objects
of the same form.
"""

import json
import logging
import time
from math import inf
from typing import Any

TEXT_MAX = 2000
"""Longest text in a line: a traceback fits, a flood does not."""

QUIET = ("aiokafka", "faust", "mode", "kafka", "asyncio")
"""Libraries that tell at INFO what they do: their warnings are enough."""

REPEAT_S = 10.0
"""A library says the same at most so often. Clients try again ten times a second each while a
broker is away: 30,000 lines in two minutes of it (measured)."""
SAID_MAX = 1_000
"""Different lines that are remembered."""


def event(logger: logging.Logger, level: int, name: str, **fields: object) -> None:
    """Log one event: a name in snake case and its fields."""
    logger.log(level, name, extra={"fields": fields})


class JsonLines(logging.Formatter):
    """One JSON object a record: time, level, logger, event, then the event's fields."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line of JSON."""
        moment = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        line: dict[str, object] = {
            "time": f"{moment}.{int(record.msecs):03d}Z",
            "level": record.levelname,
            "logger": record.name,
            "event": record.getMessage()[:TEXT_MAX],
        }
        fields = getattr(record, "fields", None)
        if isinstance(fields, dict):
            line |= fields
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)[-TEXT_MAX:]
        return json.dumps(line, ensure_ascii=False, default=str)


class Sparing(logging.Filter):
    """Lets a library say the same once in `REPEAT_S`; the next time tells how often it was cut."""

    def __init__(self) -> None:
        """Has heard nothing yet."""
        super().__init__()
        self._said: dict[tuple[str, int, str], tuple[float, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is written. Ours always is."""
        if record.name.partition(".")[0] not in QUIET:
            return True
        same = (record.name, record.levelno, str(record.msg))
        said_at, left_out = self._said.get(same, (-inf, 0))
        if record.created - said_at < REPEAT_S:
            self._said[same] = (said_at, left_out + 1)
            return False
        if len(self._said) >= SAID_MAX:
            self._said.clear()
        self._said[same] = (record.created, 0)
        if left_out:
            record.__dict__["fields"] = {"left_out": left_out}
        return True


def logging_config(level: str) -> dict[str, Any]:
    """For `dictConfig`, which Faust calls: our lines from `level`, libraries' from WARNING."""
    libraries = "WARNING" if level in ("DEBUG", "INFO") else level
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": JsonLines}},
        "filters": {"sparing": {"()": Sparing}},
        "handlers": {
            "stderr": {
                "class": "logging.StreamHandler",
                "formatter": "json",
                "filters": ["sparing"],
                "stream": "ext://sys.stderr",
            }
        },
        "loggers": {name: {"level": libraries} for name in QUIET},
        "root": {"level": level, "handlers": ["stderr"]},
    }
