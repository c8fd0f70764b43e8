"""Which partition an analyst's correction rules.

Place in the flow: `stages.Correcting` asks it of what comes on incidents.corrections, `store` of
the same topic when it restores a partition: what is a dead letter when it comes does not hold after
a restart either. Why corrections travel among the events: docs/adr/0012-corrections.md.
"""

from aiokafka.partitioner import DefaultPartitioner

from workers.model import Rejected, RejectReason
from workers.pipeline import Ruling, read_ruling

_PARTITIONER = DefaultPartitioner()
"""Kafka's own (murmur2 of the key), which the events of a country are spread by, too."""


def home_of(country: str, partitions: int) -> int:
    """The partition number that the events of a country are in, out of so many."""
    numbers = list(range(partitions))
    home: int = _PARTITIONER(country.encode(), numbers, numbers)
    return home


def ruling_in(
    partition: int, partitions: int, key: bytes | None, value: bytes | None
) -> Ruling | Rejected:
    """The ruling in a message of that partition, or why it cannot be followed there."""
    ruling = read_ruling(key, value)
    if isinstance(ruling, Rejected):
        return ruling
    home = home_of(ruling.country, partitions)
    if home != partition:
        where = f"the events of {ruling.country} are in partition {home}, this is {partition}"
        return Rejected(RejectReason.BAD_VALUE, f"key: {where}")
    return ruling
