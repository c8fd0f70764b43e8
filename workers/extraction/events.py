"""From drafts to events: the fields of the contract, each with the words that it was read from.

Place in the flow: the last step of extraction.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from workers.extraction.actor_mentions import ActorMention
from workers.extraction.arguments import make_actors, make_recipient, target_recipient
from workers.extraction.counting import count
from workers.extraction.drafts import Draft
from workers.extraction.kinds import certainty_of, outcome_of, sub_event_type, weapons_of
from workers.extraction.places import PlaceMention
from workers.extraction.reading import Reading
from workers.extraction.target_mentions import TargetMention
from workers.extraction.tolls import TollMention
from workers.model import Article, DateInterval, DatePrecision, Event, Evidence, Place, Role

# What kind of target an attacked actor is, by its PLOVER sector.
_KIND_OF_SECTOR = {"MIL": "military", "COP": "police", "GOV": "government", "REB": "armed_group", "PRM": "armed_group"}


@dataclass(frozen=True, slots=True)
class Parties:
    """The actors of a draft: attackers, attacked, targets, and who is said to have done it elsewhere in the text.

    `original` is the unfolded text, which actors are quoted from.
    """

    attackers: list[ActorMention]
    attacked: list[ActorMention]
    claims: list[tuple[str, ActorMention]]
    targets: list[TargetMention]
    original: str


_SMALL_HOURS = 6
"""Before this hour what "happened" without a date is as likely the evening before (newswire months of 2018)."""


def dated(draft: Draft, published: datetime) -> DateInterval:
    """The draft's date: its own words', else the day of publication.

    An undated attack published in the small hours is dated to that day and the one before, with that precision.
    """
    if draft.date is not None and draft.date.interval is not None:
        return draft.date.interval
    day = published.date()
    if published.hour < _SMALL_HOURS:
        return DateInterval(day - timedelta(days=1), day, DatePrecision.TWO_TO_SIX_DAYS)
    return DateInterval(day, day, DatePrecision.DAY)


def _as_written(place: PlaceMention | None, reading: Reading) -> Place | None:
    """The place with its local name as the article writes it."""
    if place is None or place.place is None:
        return None
    first, last = reading.text.folded.original(place.start, place.end)
    return replace(place.place, name_local=reading.text.original[first:last])


def make_event(
    draft: Draft,
    role: Role,
    place: PlaceMention | None,
    parties: Parties,
    share: list[TollMention],
    agency: str | None,
    article: Article,
    reading: Reading,
    event_id: str,
    fingerprint: str,
    extractor: str,
) -> Event:
    """The event of a draft, with evidence spans into title and body."""
    kind = sub_event_type(draft, parties.attackers, parties.attacked)
    weapons = weapons_of(draft, kind)
    deaths = count(share, "deaths", kind)
    injured = count(share, "injured", kind)
    harmless = not any(counted is not None and counted.toll.best for counted in (deaths, injured))
    evidence: list[Evidence] = []

    def note(field: str, start: int, end: int) -> None:
        part, first, last = reading.text.origin(start, end)
        evidence.append(Evidence(field, part, first, last))

    for scene in draft.scenes:
        for hit in scene.mention.hits:
            note("sub_event_type", hit.start, hit.end)
        for hit in scene.mention.weapon_hits:
            note("weapons", hit.start, hit.end)
    if place is not None:
        note("location", place.start, place.end)
    for mention in parties.attackers:
        note("actors", mention.start, mention.end)
    for _, mention in parties.claims:
        note("actors", mention.start, mention.end)
    for attacked in (*parties.attacked, *parties.targets):
        note("recipients", attacked.start, attacked.end)
    for field, counted in (("deaths", deaths), ("injured", injured)):
        for told in counted.mentions if counted else ():
            note(field, told.start, told.end)
    if draft.date is not None and draft.date.end > draft.date.start:
        note("date", draft.date.start, draft.date.end)
    return Event(
        event_id=event_id,
        article_id=article.id,
        source=article.source,
        published_at=article.published_at,
        role=role,
        sub_event_type=kind,
        outcome=outcome_of(draft, harmless, weapons),
        certainty=certainty_of(draft),
        fingerprint=fingerprint,
        extractor=extractor,
        url=article.url,
        language=article.language,
        title=article.title,
        agency=article.agency or agency,
        date=dated(draft, article.published_at),
        location=_as_written(place, reading),
        actors=make_actors(parties.attackers, parties.claims, parties.original, reading),
        recipients=(
            *(make_recipient(m, _KIND_OF_SECTOR.get(m.sector or ""), parties.original, reading) for m in parties.attacked),
            *(target_recipient(t, parties.original, reading) for t in parties.targets),
        ),
        weapons=weapons,
        deaths=deaths.toll if deaths else None,
        injured=injured.toll if injured else None,
        evidence=tuple(evidence),
    )
