"""Which wire an article credits: an agency in its dateline, its lead or its last line.

Place in the flow: beside events; origins of reports are counted by it. An agency quoted amid the
story is a source of one sentence, not the article's origin.
"""

from functools import cache

from workers.extraction.actors.mentions import ActorMention
from workers.extraction.reading import Reading
from workers.lexicon.speakers import load_speakers

_LEAD_SENTENCES = 3


@cache
def _agencies() -> frozenset[str]:
    return frozenset(outlet.name for outlet in load_speakers().outlets if outlet.kind == "agency")


def credited_agency(reading: Reading, mentions: tuple[ActorMention, ...]) -> str | None:
    """The English name of the agency that the article credits, None where it credits none."""
    agencies = _agencies()
    read = [index for index in range(len(reading.sentences)) if index not in reading.skipped]
    near = (
        set(read[:_LEAD_SENTENCES])
        | set(range(min(_LEAD_SENTENCES, len(reading.sentences))))
        | set(read[-1:])
    )
    for mention in mentions:
        if (
            mention.kind == "outlet"
            and mention.name in agencies
            and reading.sentence_at(mention.start) in near
        ):
            return mention.name
    return None
