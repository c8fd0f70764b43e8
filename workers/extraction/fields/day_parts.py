"""Which part of a day an expression tells, and what ended or was told then.

Place in the flow: under dating. What came hours before a morning, or ended or was told on a day,
may have happened on the evening before: then both days are given.
"""

from datetime import date, timedelta

from workers.extraction.dates.finder import DateMention
from workers.extraction.fields import day_words as words
from workers.extraction.reading import Reading
from workers.extraction.telling.mentions import Mention
from workers.extraction.telling.scene_words import SAYING_SO
from workers.lexicon.counted import toll_words
from workers.model import DateInterval, DatePrecision

_PART_BEFORE = 8
"""Characters before a day in which its part is told ("dawn on")."""
_ENDED_REACH = 60
_NAMED_REACH = 60
"""Characters behind a word of killing in which the dead man's name and rank stand."""
_HOUR_BEFORE = 14
"""Characters around a day in which it is told that a siege ended, and before it the hour."""


def days(start: date, end: date) -> DateInterval:
    """The interval of one day or of several."""
    precision = DatePrecision.DAY if start == end else DatePrecision.TWO_TO_SIX_DAYS
    return DateInterval(start, end, precision)


def is_late(mention: DateMention, text: str) -> bool:
    """Whether it tells the evening or the night."""
    return words.LATE.search(text, max(0, mention.start - _PART_BEFORE), mention.end) is not None


def tells_hour(reading: Reading, index: int) -> bool:
    """Whether a sentence tells a time of the day: without a day it is that of publication."""
    sentence = reading.sentences[index]
    return words.HOUR.search(reading.text.folded.text, sentence.start, sentence.end) is not None


def happened(mention: Mention, reading: Reading) -> bool:
    """Whether the clause says when "the blast" happened."""
    text = reading.text.folded.text
    return any(
        hit.surface.definite and words.HAPPENED.match(text, hit.end) is not None
        for hit in mention.attack_hits
    )


def goes_back(mention: Mention, first: Mention, reading: Reading) -> bool:
    """Whether a later clause tells of the first one's attack: "the blast", or by who fell."""
    return (
        mention.definite or happened(mention, reading) or _names_the_same(mention, first, reading)
    )


def _names_the_same(mention: Mention, first: Mention, reading: Reading) -> bool:
    """Whether the clause kills or hurts by his name who fell in the first one.

    "Khalid Mahsud was killed ... Mahsud was killed on Thursday".
    """
    text = reading.text.folded.text
    behind = (words.NAME_BEHIND.match(text, hit.end) for hit in mention.victim_hits)
    names = {name for found in behind if found for name in found.groups()} - toll_words().keys()
    return bool(names) and any(
        not names.isdisjoint(words.BETWEEN_NAMES.split(text[hit.end : hit.end + _NAMED_REACH])[2:])
        for hit in first.victim_hits
    )


def said_behind(mention: DateMention, reading: Reading) -> int | None:
    """Where behind the day its sentence says that somebody was "saying" something, if it does."""
    end = reading.sentences[reading.sentence_at(mention.start)].end
    said = SAYING_SO.search(reading.text.folded.text, mention.end, end)
    return said.start() if said is not None else None


def ended_on(mention: DateMention, reading: Reading) -> bool:
    """Whether in the small hours of the day or on its morning a siege ended."""
    if mention.night:
        return False
    text = reading.text.folded.text
    sentence = reading.sentences[reading.sentence_at(mention.start)]
    first = max(sentence.start, mention.start - _ENDED_REACH)
    last = min(sentence.end, mention.end + _ENDED_REACH)
    hour = max(first, mention.start - _HOUR_BEFORE)
    return (
        words.SMALL_HOURS.search(text, hour, mention.end) is not None
        and words.SIEGE_ENDED.search(text, first, last) is not None
    )


def begins_early(mention: DateMention, reading: Reading) -> bool:
    """Whether what came hours before that may have been on the evening before: up to dawn."""
    first = max(0, mention.start - _PART_BEFORE)
    early = words.EARLY.search(reading.text.folded.text, first, mention.end)
    return early is not None or ended_on(mention, reading)


def with_evening_before(mention: DateMention) -> DateMention:
    """The mention of one day with the day before it; of several, or of a night, as it is."""
    told = mention.interval
    if told is None or told.start != told.end or mention.night:
        return mention
    return mention._replace(interval=days(told.start - timedelta(days=1), told.end))
