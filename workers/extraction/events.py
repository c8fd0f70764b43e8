"""From drafts to events: the fields of the contract, each with the words that it was read from.

Place in the flow: the last step of extraction.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import blake2b

from workers.extraction.actors.mentions import ActorMention
from workers.extraction.actors.targets import TargetMention
from workers.extraction.dates.finder import DateMention
from workers.extraction.fields.aims import AIMED_AT, RECIPIENTS_MAX, Aimed, in_order
from workers.extraction.fields.arguments import make_actors
from workers.extraction.fields.certainty import certainty_of
from workers.extraction.fields.counting import Counted, count
from workers.extraction.fields.kinds import NOTHING_ELSE, Around, sub_event_type
from workers.extraction.fields.means import weapons_of
from workers.extraction.fields.outcomes import outcome_of
from workers.extraction.fields.recipients import (
    FIGHTS,
    as_recipient,
    guest_at,
    make_recipient,
    only_foe,
    target_recipient,
    without_assailants,
)
from workers.extraction.places.finder import PlaceMention
from workers.extraction.reading import Reading
from workers.extraction.telling.tellings import Draft
from workers.extraction.tolls.finder import TollMention
from workers.lexicon.borders import book_of
from workers.model import (
    Article,
    DateInterval,
    DatePrecision,
    Event,
    Evidence,
    Outcome,
    Place,
    Recipient,
    Role,
    Weapon,
)


@dataclass(frozen=True, slots=True)
class Parties:
    """The actors of a draft: attackers, attacked, targets, and those who claim it or are blamed.

    `original` is the unfolded text, which actors are quoted from.
    """

    attackers: list[ActorMention]
    attacked: list[ActorMention]
    claims: list[tuple[str, ActorMention]]
    targets: list[TargetMention]
    original: str


def dated(told: DateMention | None, published: date) -> DateInterval:
    """The day of an attack: as the article tells it, else that of publication or the one before.

    Which of the two, such an article does not say, even where it says on which day police spoke.
    """
    if told is not None and told.interval is not None:
        return told.interval
    before = published - timedelta(days=1)
    return DateInterval(before, published, DatePrecision.TWO_TO_SIX_DAYS)


def _as_written(place: PlaceMention | None, reading: Reading) -> Place | None:
    """The place with its local name as the article writes it."""
    if place is None or place.place is None:
        return None
    first, last = reading.text.folded.original(place.start, place.end)
    return replace(place.place, name_local=reading.text.original[first:last])


@dataclass(frozen=True, slots=True)
class Case:
    """One attack that becomes an event: its draft, day, role, place, its parties, its figures.

    `ordinal`: which of the article's attacks it is, main ones first.
    """

    ordinal: int
    draft: Draft
    date: DateMention | None
    role: Role
    place: PlaceMention | None
    parties: Parties
    share: list[TollMention]
    around: Around = NOTHING_ELSE


@dataclass(frozen=True, slots=True)
class Teller:
    """What all events of one article share."""

    article: Article
    reading: Reading
    agency: str | None
    fingerprint: str
    extractor: str
    groups: tuple[ActorMention, ...] = ()


def make_event(case: Case, teller: Teller) -> Event:
    """The event of a draft, with evidence spans into title and body."""
    draft, parties, article, reading = case.draft, case.parties, teller.article, teller.reading
    country = case.place.place.country_code if case.place and case.place.place else None
    kind = sub_event_type(
        draft, parties.attackers, parties.attacked, parties.targets, country, case.around
    )
    weapons = weapons_of(draft, kind, country)
    attacked = without_assailants(parties.attackers, parties.attacked, parties.claims)
    attackers = [*parties.attackers, *(m for _, m in parties.claims)]
    if kind in FIGHTS and not any(m.actor_id for m in attacked):
        foe = only_foe(teller.groups, attackers, parties.targets, country)
        attacked = attacked if foe is None else [foe, *attacked]
    text = reading.text.folded.text
    aimed = in_order(draft, attackers, attacked, parties.targets, kind, text)
    day = dated(case.date, article.published_at.date())
    deaths = count(case.share, "deaths", kind)
    injured = count(case.share, "injured", kind)
    if deaths is None and injured is not None and not injured.toll.high:
        deaths = injured  # nobody was even hurt
    outcome = outcome_of(
        draft,
        weapons,
        reading,
        killed=deaths is not None and bool(deaths.toll.best),
        hurt=injured is not None and bool(injured.toll.best),
    )
    attackers = parties.attackers
    if outcome is Outcome.FOILED:
        attackers = [m for m in attackers if m.sector not in _FOILERS]
    return Event(
        event_id=_event_id(article.id, case.ordinal, country),
        article_id=article.id,
        source=article.source,
        published_at=article.published_at,
        role=case.role,
        sub_event_type=kind,
        outcome=outcome,
        certainty=certainty_of(draft, reading),
        fingerprint=teller.fingerprint,
        extractor=teller.extractor,
        url=article.url,
        language=article.language,
        title=article.title,
        agency=article.agency or teller.agency,
        date=day,
        location=_as_written(case.place, reading),
        actors=make_actors(attackers, parties.claims, parties.original, reading),
        recipients=_recipients(
            case, aimed, attacked, day, reading, from_afar=bool(_FIRED.intersection(weapons))
        ),
        weapons=weapons,
        deaths=deaths.toll if deaths else None,
        injured=injured.toll if injured else None,
        evidence=tuple(
            Evidence(field, *reading.text.origin(start, end))
            for field, start, end in _told_at(case, aimed, deaths, injured)
        ),
    )


def _event_id(article_id: str, ordinal: int, country: str | None) -> str:
    """The id of an article's attack: another one where a revision moves it to another book.

    Else one incident id would stand in two partitions (ADR 0008).
    """
    told = f"{article_id}\n{ordinal}\n{book_of(country) if country else ''}"
    return "evt-" + blake2b(told.encode(), digest_size=9).hexdigest()


_FOILERS = frozenset({"COP", "SPY"})
"""Sectors of those who arrest plotters: no attackers of what they stopped."""
_FIRED = frozenset(
    {Weapon.ROCKET, Weapon.MISSILE, Weapon.DRONE, Weapon.MORTAR, Weapon.ARTILLERY, Weapon.AIRCRAFT}
)


def _recipients(
    case: Case,
    aimed: Sequence[Aimed],
    attacked: list[ActorMention],
    day: DateInterval,
    reading: Reading,
    *,
    from_afar: bool,
) -> tuple[Recipient, ...]:
    """What was attacked; behind the parties that it was aimed at the force that a base hosts."""
    parties, place = case.parties, case.place
    original = parties.original
    attackers = [*parties.attackers, *(m for _, m in parties.claims)]
    made: dict[str, Recipient] = {}
    guest = guest_at(place, day.start, parties.targets, attackers, attacked, from_afar=from_afar)
    for one in aimed:
        mention = one.mention
        if isinstance(mention, ActorMention) and one.rank == AIMED_AT:
            recipient = make_recipient(mention, original, reading)
            made.setdefault(recipient.name, recipient)
    if guest is not None and place is not None:
        host = as_recipient(guest, place.start, place.end, original, reading)
        made.setdefault(host.name, host)
    for one in aimed:
        mention = one.mention
        recipient = (
            make_recipient(mention, original, reading)
            if isinstance(mention, ActorMention)
            else target_recipient(mention, original, reading)
        )
        made.setdefault(recipient.name, recipient)
    return tuple(made.values())[:RECIPIENTS_MAX]


def _told_at(
    case: Case,
    aimed: Sequence[Aimed],
    deaths: Counted | None,
    injured: Counted | None,
) -> Iterator[tuple[str, int, int]]:
    """Each field with a folded span that it was read from."""
    draft, place, parties = case.draft, case.place, case.parties
    yield from _words_at(draft)
    if place is not None:
        yield "location", place.start, place.end
    for mention in (*parties.attackers, *(mention for _, mention in parties.claims)):
        yield "actors", mention.start, mention.end
    for one in aimed:
        yield "recipients", one.mention.start, one.mention.end
    for field, counted in (("deaths", deaths), ("injured", injured)):
        for told in counted.mentions if counted else ():
            yield field, told.start, told.end
    if case.date is not None and case.date.end > case.date.start:
        yield "date", case.date.start, case.date.end


def _words_at(draft: Draft) -> Iterator[tuple[str, int, int]]:
    """The attack words and weapons of the draft's clauses."""
    for scene in draft.scenes:
        for hit in scene.mention.hits:
            yield "sub_event_type", hit.start, hit.end
        for hit in scene.mention.weapon_hits:
            yield "weapons", hit.start, hit.end
