"""A message as the shell sees it, and settings."""

from dataclasses import dataclass

from workers.settings import Settings

SETTINGS = Settings(bootstrap="127.0.0.1:9", application="t", topic_prefix="p.")


@dataclass(frozen=True)
class Taken:
    """A consumed message."""

    value: bytes | None
    offset: int = 0
    partition: int = 0
    key: bytes | None = None
    timestamp: float | None = 1.5
    topic: str = "p.articles.raw"
