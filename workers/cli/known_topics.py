"""What is known of incidents and corrections, out of Kafka.

Place in the flow: `tawatur why` and `tawatur correct`, where no files are named.
"""

from contextlib import closing

from workers.admin.connections import consumer, partitions_of, read_to_end
from workers.cli.known import Known, Word, newest_of
from workers.pipeline import Ruling
from workers.settings import Settings
from workers.streaming.corrections import ruling_in
from workers.wire.topics import Topic


def from_topics(settings: Settings) -> Known:
    """What incidents.merged and incidents.corrections hold now.

    Raises:
        AdminError: a topic is missing.
        InputError: a record of the output is no incident.
    """
    incidents, corrections = settings.topic(Topic.INCIDENTS), settings.topic(Topic.CORRECTIONS)
    newest: dict[bytes | None, bytes] = {}
    words: list[Word] = []
    unread = 0
    with closing(consumer(settings)) as reader:
        partitions = len(partitions_of(reader, [corrections]))
    for record in read_to_end(settings, [incidents, corrections]):
        if record.topic == corrections:
            ruling = ruling_in(record.partition, partitions, record.key, record.value)
            if isinstance(ruling, Ruling):
                words.append(Word(ruling.correction, ruling.country))
            else:
                unread += 1
        else:
            newest.pop(record.key, None)  # the order of the newest versions
            if record.value is not None:
                newest[record.key] = record.value
    found = newest_of((incidents, value) for value in newest.values())
    return Known(found, tuple(words), unread)
