"""Logs: one JSON object a line on standard error, never with an article's text.

Place in the flow: every part of the shell logs through `event`; libraries' own lines become objects
of the same form.
"""

import json
import logging
import time
from typing import Any

TEXT_MAX = 2000
"""Longest text in a line: a traceback fits, a flood does not."""

QUIET = ("aiokafka", "faust", "mode", "kafka", "asyncio")
"""Libraries that tell at INFO what they do: their warnings are enough."""


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


def logging_config(level: str) -> dict[str, Any]:
    """For `dictConfig`, which Faust calls: our lines from `level`, libraries' from WARNING."""
    libraries = "WARNING" if level in ("DEBUG", "INFO") else level
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": JsonLines}},
        "handlers": {
            "stderr": {
                "class": "logging.StreamHandler",
                "formatter": "json",
                "stream": "ext://sys.stderr",
            }
        },
        "loggers": {name: {"level": libraries} for name in QUIET},
        "root": {"level": level, "handlers": ["stderr"]},
    }
