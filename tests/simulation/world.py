# ruff: noqa: S311 - seeded worlds, no secrets
"""A small war, told by outlets that err: seeded attacks with the reports that newspapers would make
of them.

Used by the model-based tests, the simulation and the benchmarks. Truth is known: each event names
its attack in `World.attack_of`.
"""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from random import Random

from workers.model import (
    Actor,
    Attribution,
    Certainty,
    DateInterval,
    DatePrecision,
    Event,
    Evidence,
    Outcome,
    Place,
    Recipient,
    Role,
    SubEventType,
    Toll,
    Weapon,
    WherePrecision,
)
from workers.text.fingerprint import signature

TYPES: tuple[tuple[SubEventType, Weapon], ...] = (
    (SubEventType.AIR_DRONE_STRIKE, Weapon.AIRCRAFT),
    (SubEventType.AIR_DRONE_STRIKE, Weapon.DRONE),
    (SubEventType.SHELLING, Weapon.ROCKET),
    (SubEventType.SHELLING, Weapon.ARTILLERY),
    (SubEventType.REMOTE_EXPLOSIVE, Weapon.IED),
    (SubEventType.SUICIDE_BOMB, Weapon.CAR_BOMB),
    (SubEventType.ATTACK, Weapon.SMALL_ARMS),
    (SubEventType.ARMED_CLASH, Weapon.SMALL_ARMS),
)
ATTACKERS = (
    "islamic-state",
    "houthis",
    "us-mil",
    "taliban",
    "al-shabaab",
    "sy-mil",
    "tr-mil",
    "sdf",
)
TARGETS = (
    "market",
    "barracks",
    "convoy",
    "hospital",
    "oil refinery",
    "airport",
    "checkpoint",
    "school",
)
WORDS = tuple(
    f"{a}{b}" for a in ["kalim", "nadur", "safit", "webor", "tirak"] for b in "abcdefghij"
)
START = datetime(2024, 3, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Attack:
    """What truly happened."""

    number: int
    day: date
    place: Place
    kind: SubEventType
    weapon: Weapon
    attacker: str
    target: str
    deaths: int
    injured: int


@dataclass
class World:
    """Events in order of publication, and the truth about them."""

    events: list[Event] = field(default_factory=list)
    attack_of: dict[str, int] = field(default_factory=dict)


def place(random: Random, number: int, spread: float) -> Place:
    """A town of its own, within `spread` degrees of the country's corner."""
    return Place(
        name=f"Town{number}",
        country_code="SY",
        where_prec=WherePrecision.EXACT,
        place_id=f"p{number}",
        admin1=f"Province{number % 7}",
        latitude=round(33 + random.random() * spread, 4),
        longitude=round(36 + random.random() * spread, 4),
    )


def attack_in(random: Random, number: int, places: list[Place], days: int) -> Attack:
    """An attack somewhere, on one of so many days."""
    kind, weapon = random.choice(TYPES)
    return Attack(
        number=number,
        day=START.date() + timedelta(days=random.randrange(days)),
        place=random.choice(places),
        kind=kind,
        weapon=weapon,
        attacker=random.choice(ATTACKERS),
        target=random.choice(TARGETS),
        deaths=random.choice((0, 1, 2, 3, 5, 8, 14, 30)),
        injured=random.choice((0, 2, 4, 9, 17, 40)),
    )


def _area(place: Place) -> Place:
    return replace(place, name=place.admin1 or "?", place_id=None, where_prec=WherePrecision.ADMIN1)


def report(random: Random, attack: Attack, number: int, text: str, *, noise: float) -> Event:
    """One telling of an attack; each field is missing or wrong with a chance of about `noise`."""

    def errs(factor: float = 1.0) -> bool:
        return random.random() < noise * factor

    published = datetime.combine(attack.day, datetime.min.time(), UTC) + timedelta(
        minutes=random.randrange(8 * 60, 34 * 60)
    )
    day = attack.day + timedelta(days=1 if errs(0.3) else 0)
    grown = random.randrange(3) if attack.deaths > 3 else 0
    article = f"a{attack.number}-{number}"
    return Event(
        event_id=f"{article}#0",
        article_id=article,
        source=f"outlet{random.randrange(12)}.example",
        published_at=published,
        role=Role.MAIN,
        sub_event_type=attack.kind,
        outcome=Outcome.CARRIED_OUT,
        certainty=Certainty.REPORTED,
        fingerprint=signature(text),
        extractor="world",
        language="en",
        title=f"{attack.weapon.value} {attack.target} {attack.place.name}",
        date=DateInterval(day, day, DatePrecision.DAY),
        location=_area(attack.place) if errs() else attack.place,
        actors=()
        if errs(3)
        else (Actor(attack.attacker, attack.attacker, Attribution.ATTRIBUTED, attack.attacker),),
        recipients=() if errs(3) else (Recipient(attack.target, attack.target),),
        weapons=() if errs(2) else (attack.weapon,),
        deaths=None if errs(3) else _toll(attack.deaths + grown),
        injured=None if errs(3) else _toll(attack.injured),
        evidence=() if errs(3) else (Evidence("date", "body", 0, 5),),
    )


def _toll(number: int) -> Toll:
    return Toll(number, number, number)


def text_of(random: Random) -> str:
    """An article's words."""
    return " ".join(random.choice(WORDS) for _ in range(60))


def world(
    seed: int,
    *,
    attacks: int = 40,
    days: int = 10,
    towns: int = 25,
    noise: float = 0.05,
    spread: float = 3.0,
) -> World:
    """A seeded world: equal arguments, equal events."""
    random = Random(seed)
    places = [place(random, number, spread) for number in range(towns)]
    made = World()
    for number in range(attacks):
        attack = attack_in(random, number, places, days)
        wire = text_of(random)
        for copy in range(random.choice((1, 1, 2, 3, 4, 6))):
            text = wire if random.random() < 0.3 else text_of(random)
            event = report(random, attack, copy, text, noise=noise)
            made.events.append(event)
            made.attack_of[event.event_id] = number
    made.events.sort(key=lambda event: (event.published_at, event.event_id))
    return made
