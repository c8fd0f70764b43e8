"""The topics' base names, as the contract has them.

Place in the flow: the streaming shell reads and writes them, `Settings.topic` adds the prefix.
"""

from enum import StrEnum


class Topic(StrEnum):
    """The four topics. The partition key of each is in the contract (schemas/asyncapi.yaml)."""

    ARTICLES = "articles.raw"
    EVENTS = "events.extracted"
    INCIDENTS = "incidents.merged"
    CORRECTIONS = "incidents.corrections"


def dead_letter_name(topic: str) -> str:
    """The name of the topic that takes the refused messages of `topic`."""
    return topic + ".dead-letter"
