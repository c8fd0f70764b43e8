"""The day of a clause: which date expression dates its attack, which one somebody's words about it.

Place in the flow: under scenes. A day told from another attack ("a day earlier", "it comes two days
after") is counted in days, for the drafts to date.
"""

import re
from datetime import timedelta
from typing import Final

from workers.extraction.dates.finder import DateKind, DateMention
from workers.extraction.telling.burials import is_of_burial
from workers.extraction.telling.comparisons import COMPARED_JOINTS
from workers.extraction.telling.mentions import Mention
from workers.extraction.telling.news_days import dates_claim, dates_toll
from workers.extraction.telling.other_days import is_other_day
from workers.extraction.telling.scene_words import (
    BEHIND,
    CAME,
    CLAUSE_END,
    COMES_AFTER,
    COMPARES,
    LASTING,
    OF_THE_TOWN,
    REACTED,
    SAME_DAY,
    SAYING_SO,
    SOME_DAYS,
    TOLD_DAY,
    TOLD_OF_IT,
)
from workers.model import DateInterval, DatePrecision
from workers.text.patterns import Pattern
from workers.text.words import holds_one

_SPEECH_REACH = 30
_EVENT_KINDS = frozenset(
    {DateKind.ABSOLUTE, DateKind.WEEKDAY, DateKind.RELATIVE, DateKind.ANNIVERSARY}
)
_RECALL_DAYS = 3
"""An attack told as so many days before or after another is recalled from this distance on."""
_COMPLEMENT = re.compile(r"\b(?:ان|انه|انها|انهم|بان|بانه|بانها|عن|that|said|says|about)\b|:")
"""What somebody says or speaks of begins here."""
_DEED: Final = Pattern(
    r"\b(?:سقوط|مقتل|استهداف|تنفيذ|اصابه|اسقاط|اعتراض|تدمير|وفاه|احباط|اغتيال|تعرض|شن|استشهاد)\b"
)
"""Or here, by the name of a deed ("announced on Monday the killing of")."""
_DEED_REACH = 9
"""Characters of the attack word itself, which may be the name of the deed."""


_CAMPAIGN: Final = Pattern(
    r"(?:التي|الذي) (?:انطلق|انطلقت|بدا|بدات|اندلع|اندلعت|بداها|بداه|اطلقها|تشنها|يشنها) "
    r"(?:[^ .،,]+ ){0,2}?(?:في|منذ)? ?(?:يوم )?$"
    r"|(?:that|which) (?:began|started|broke out|erupted|was launched) (?:on|in)? ?$"
)
"""Before a date: a campaign or a protest began then, of which the attack is a part."""
_CAMPAIGN_REACH = 50


def _is_of_campaign(date: DateMention, mention: Mention, text: str) -> bool:
    """Whether something began at the date that has gone on to the attack and its dead.

    Dead "since the marches that began on" are those of all its days.
    """
    first = max(mention.start, date.start - _CAMPAIGN_REACH)
    if _CAMPAIGN.search(text, first, date.start) is None:
        return False
    return not holds_one(text[mention.start : date.start], ("منذ ", "since "))


def date_of(
    mention: Mention, dates: tuple[DateMention, ...], text: str
) -> tuple[DateMention | None, bool]:
    """The date expression of the clause that dates the attack, and whether it surely does.

    The nearest to the attack's words; one that dates what somebody said of it is not sure.
    """
    anchors = mention.anchors
    best: tuple[float, DateMention, bool] | None = None
    is_older = mention.joint in COMPARED_JOINTS
    others = [
        date
        for date in dates
        if mention.start <= date.start < mention.end
        and (is_older or date.kind in _EVENT_KINDS or _lasts_since(mention, date, text))
        and date.interval is not None
        and not date.boilerplate
        and not (mention.victim_hits and _is_of_campaign(date, mention, text))
        and not _lasts(date, text)
        and not _is_anothers_day(mention, date, text)
    ]
    for date in others:
        precision = date.interval.precision if date.interval is not None else DatePrecision.YEAR
        gap = min(
            abs(date.start - hit.end) if date.start >= hit.start else hit.start - date.end
            for hit in anchors
        )
        sure = not (
            _dates_speech(mention, date, text, others)
            or _is_said_then(mention, date, text)
            or _dates_end(mention, date, text)
            or dates_later(mention, date, dates, text)
            or dates_claim(date, text)
            or is_of_burial(mention, date.start, date.end, text)
            or _UNTIL.search(text, max(0, date.start - _UNTIL_REACH), date.start) is not None
        )
        cost = gap + 40.0 * (precision - 1) + (0.0 if sure else 200.0)
        if date.kind is DateKind.ANNIVERSARY and len(others) > 1:
            cost += _COMMEMORATED
        if date.kind is DateKind.PERIOD:
            cost -= _BEGUN
        if best is None or cost < best[0]:
            best = (cost, date, sure)
    if best is None:
        return None, False
    return _day_before(best[1], mention, dates, text), best[2]


def _day_before(
    date: DateMention, mention: Mention, dates: tuple[DateMention, ...], text: str
) -> DateMention:
    """The day itself, or that of the attack that it came after ("on Sunday, a day after X")."""
    told = date.interval
    first = min(hit.start for hit in mention.anchors)
    if told is None or told.precision != DatePrecision.DAY or first < date.end:
        return date
    for after in dates:
        if (
            after.offset_days
            and _comes_after_event(after, text)
            and 0 <= after.start - date.end <= _AFTER_GAP
            and after.end <= first
            and CLAUSE_END.search(text, date.end, after.start) is None
        ):
            day = told.end - timedelta(days=after.offset_days)
            return date._replace(interval=DateInterval(day, day, DatePrecision.DAY))
    return date


def _comes_after_event(after: DateMention, text: str) -> bool:
    """Whether it counts from the event named next ("a day after", "a week after", "بعد يوم من")."""
    if after.kind is DateKind.AFTER_EVENT:
        return True
    later = after.kind is DateKind.EVENT_RELATIVE and (after.offset_days or 0) > 0
    return later and text.endswith(" after", after.start, after.end)


_AFTER_GAP = 60
"""Characters from a day to "a day after", which count from it."""


_COMMEMORATED = 300.0
"""Characters by which a day that is commemorated is farther than any other day of its clause."""
_LOOK_BACK, _YEAR = 40, 364
_TAIL_REACH = 90
"""Characters behind words that compare attacks, or tell of a town, that date what they tell."""


def _lasts_since(mention: Mention, date: DateMention, text: str) -> bool:
    """Whether the fighting of the clause began on this day ("under way since Friday")."""
    if date.kind is not DateKind.PERIOD:
        return False
    return LASTING.search(text, max(mention.start, date.start - _LOOK_BACK), date.start) is not None


_BEGUN = 200.0
"""Characters by which a beginning is nearer than any other day of its clause."""


def _is_told_day(date: DateMention, text: str) -> bool:
    """Whether a weekday or a night is one told before ("that Monday")."""
    if date.offset_days == 0:
        return SAME_DAY.search(text, date.start, date.end) is not None
    return (
        date.kind in (DateKind.WEEKDAY, DateKind.RELATIVE)
        and TOLD_DAY.search(text, max(0, date.start - _POINTING), date.start) is not None
    )


_POINTING = 6


def _is_anothers_day(mention: Mention, date: DateMention, text: str) -> bool:
    """Whether a day of the clause is one told before, one to come or that of older attacks."""
    if _is_told_day(date, text) or is_other_day(date, text):
        return True
    first = min(hit.end for hit in mention.anchors)
    since = max(first, date.start - _TAIL_REACH)
    told = date.interval
    is_year = told is not None and (told.end - told.start).days >= _YEAR
    if is_year and OF_THE_TOWN.search(text, since, date.start) is not None:
        return True
    compared = COMPARES.search(text, since, date.start)
    return compared is not None and _NTH_DEAD.search(text, compared.start(), date.start) is None


_NTH_DEAD: Final = Pattern(
    r"\b(?:fatality|victim|death|dead|(?:person|one|man|woman|child) (?:to die|killed))\b"
    r"|\b(?:ال)?(?:قتيل|قتيله|ضحيه|شهيد|ضحايا|قتلي)\b"
)
"""In words that seem to compare attacks: they count the dead of the one told."""

_HOURS_AFTER: Final = Pattern(r"\b(?:hours|minutes) after\b|\bبعد (?:ساعات|دقايق) من\b")


def _dates_end(mention: Mention, date: DateMention, text: str) -> bool:
    """Whether a date is of what came hours after the attack ("ended on Sunday, hours after")."""
    after = [hit.start for hit in mention.anchors if hit.start >= date.end]
    return bool(after) and _HOURS_AFTER.search(text, date.end, min(after)) is not None


_UNTIL: Final = Pattern(r"\b(?:حتي|الا|لغايه|الي غايه|until|till|as of|by) (?:late |early )?$")
"""Before a day: what was counted, lasted or was unclaimed up to it."""
_UNTIL_REACH = 40


_FOLLOWED: Final = Pattern(
    r"\b(?:في اعقاب|في اثر|علي خلفيه|علي اثر|لاتهامهم|بتهم[هت]?|المتهم\w*|متهما?|متهمين|"
    r"احتجاجا علي|تنديدا|استنكارا|حدادا|(?:ال)?ذكري)\b"
    r"|\b(?:in the wake of|in the aftermath of|accused of|charged with|over|in protest|"
    r"anniversary of)\b"
)


def dates_what_followed(mention: Mention, date: DateMention, text: str) -> bool:
    """Whether a date is that of a law, a march or a charge that an attack brought about."""
    first = min(hit.start for hit in mention.anchors)
    if first < date.end or any(hit.start < first for hit in mention.victim_hits):
        return False
    if _FOLLOWED.search(text, date.end, first) is not None:
        return True
    reacted = REACTED.search(text, mention.start, date.start) is not None
    return reacted and BEHIND.search(text, date.end, first) is not None


def dates_later(
    mention: Mention, date: DateMention, dates: tuple[DateMention, ...], text: str
) -> bool:
    """Whether a date is of what came after the attack: its aftermath, or one more death."""
    return dates_aftermath(mention, date, dates, text) or dates_toll(mention, date, text)


def dates_aftermath(
    mention: Mention, date: DateMention, dates: tuple[DateMention, ...], text: str
) -> bool:
    """Whether a date before the attack is that of what followed from it.

    What it brought about, or what was done on Tuesday for "the attack that hit the town on Monday".
    """
    if dates_what_followed(mention, date, text):
        return True
    first = min(mention.anchors, key=lambda hit: hit.start)
    if first.start < date.end or not first.is_known:
        return False
    return any(
        first.end < other.start < mention.end
        and other.interval is not None
        and other.kind in _EVENT_KINDS
        and TOLD_OF_IT.match(text, first.end, other.start) is not None
        for other in dates
    )


_SINCE = ("منذ ", "مند ")


def _lasts(date: DateMention, text: str) -> bool:
    """Whether it tells how long something has gone on ("معارك منذ أسابيع"), not when it began."""
    told = date.interval
    return (
        told is not None
        and told.precision > DatePrecision.DAY
        and text.startswith(_SINCE, date.start)
    )


def _dates_speech(
    mention: Mention, date: DateMention, text: str, others: list[DateMention]
) -> bool:
    """Whether a date belongs to a verb of saying: said on Sunday that, told them on Sunday."""
    for speech in mention.speech_hits:
        gap = date.start - speech.end
        if gap < 0 or gap > _SPEECH_REACH + (60 if speech.start <= mention.start + 12 else 0):
            continue
        if any(speech.end <= hit.start < date.start for hit in mention.attack_hits):
            continue
        after = [hit.start for hit in mention.attack_hits if hit.start >= date.end]
        if not after:
            return gap <= _SPEECH_REACH
        told = any(hit.end <= speech.start for hit in mention.hits)
        if told and gap <= _SAID_ON and text.startswith((",", "،", "."), date.end):
            return True
        if gap <= _SAID_ON and any(
            hit.start < other.end + _DEED_REACH and other.end <= speech.start
            for other in others
            for hit in mention.attack_hits
        ):
            return True
        if _COMPLEMENT.search(text, date.end, min(after)) or any(
            other.start > min(after) for other in others
        ):
            return True
        if _DEED.search(text, date.end, min(after) + _DEED_REACH) and not _COMPLEMENT.search(
            text, speech.end, date.start
        ):
            return True
    return False


def _is_said_then(mention: Mention, date: DateMention, text: str) -> bool:
    """Whether the attack is told behind a date as what somebody was saying then."""
    first = min(hit.start for hit in mention.anchors)
    return SAYING_SO.search(text, date.end, first) is not None


_SAID_ON = 5
"""Characters from "said" to "Wednesday": the day of the words; the attack's own stands before."""


def day_offset(mention: Mention, dates: tuple[DateMention, ...], text: str) -> int | None:
    """Days from the article's main attack to this one, where told so ("a day earlier")."""
    for date in dates:
        if not mention.start <= date.start < mention.end:
            continue
        if _is_told_day(date, text):
            return 0
        if not date.offset_days:
            continue
        if _puts_after(mention, date, text):
            return -date.offset_days
        if date.kind is DateKind.EVENT_RELATIVE and _OFFSET_MIN <= date.offset_days < _RECALL_DAYS:
            return date.offset_days
    return None


_OFFSET_MIN = -60
"""Days before the news from which one told from it is dated no more: months and years are round."""


def is_told_from_another(mention: Mention, dates: tuple[DateMention, ...], text: str) -> bool:
    """Whether the clause dates its attack from another one, days away ("ten days after")."""
    return _comes_some_days_after(mention, text) or any(
        date.offset_days is not None
        and (
            date.offset_days >= _AFTER_DAYS
            if _puts_after(mention, date, text)
            else date.kind is DateKind.EVENT_RELATIVE and abs(date.offset_days) >= _RECALL_DAYS
        )
        for date in dates
        if mention.start <= date.start < mention.end
    )


_AFTER_DAYS = 2
"""Days before the news from which the attack that it is said to come after is recalled."""


def _comes_some_days_after(mention: Mention, text: str) -> bool:
    """Whether the clause only tells what the news came days after, how many it leaves open."""
    opened = COMES_AFTER.match(text, mention.start, mention.end)
    if opened is None:
        return False
    some = SOME_DAYS.match(text, opened.end(), mention.end)
    return some is not None and all(hit.start >= some.start() for hit in mention.anchors)


def _puts_after(mention: Mention, date: DateMention, text: str) -> bool:
    """Whether the clause says that the news came so long after the attack that it tells."""
    if mention.joint:
        came = CAME.search(text, max(0, mention.start - _CAME_REACH), mention.start)
        since = mention.start if came else None
    else:
        opened = COMES_AFTER.match(text, mention.start, mention.end)
        since = opened.end() if opened else None
    if since is None or date.start > since + _OPENED_REACH:
        return False
    told = [hit for hit in (*mention.anchors, *mention.victim_hits) if hit.start >= since]
    return (
        bool(told)
        and all(hit.start >= date.end for hit in told)
        and any(not hit.is_known for hit in told)
    )


_OPENED_REACH = 4
"""Characters between those words and the number of days."""
_CAME_REACH = 40
"""Characters before a clause that is joined by the number of days, in which the news comes."""
