"""What drafts are made of: scenes (a clause with its places, date and votes), and the draft itself.

Place in the flow: scenes are made by `scenes`, gathered into drafts by `drafts`, and read by all
that comes after.
"""

from dataclasses import dataclass, field

from workers.extraction.dates.finder import DateMention
from workers.extraction.places.finder import PlaceMention
from workers.extraction.telling.agreement import contains_place
from workers.extraction.telling.mentions import Mention, Votes
from workers.model import Place, SubEventType, WherePrecision

SURE_POINTS = 0.8
"""Points from which a place of a clause tells attacks apart (chosen on the first newswire
month).
"""
OLD_DAYS = 7
"""Days before publication from which a dated attack is none that an undated clause of the
article tells.
"""
_STRONG_VOTE = 1.9


@dataclass(slots=True)
class Scene:
    """A mention with what was found in its clause: places with scores, its own date, its votes."""

    mention: Mention
    places: list[tuple[float, PlaceMention]]
    date: DateMention | None
    sure: bool
    """Whether the date is surely the attack's, not that of what somebody said."""
    votes: Votes
    order: int
    recalled: bool
    """Whether the clause recalls an older attack."""
    by: frozenset[str] = frozenset()
    hit: frozenset[str] = frozenset()
    """The sides that surely attacked and were surely attacked in the clause."""
    in_title: bool = False
    tally: bool = False
    """Whether it counts attacks over a time ("thirteen attacks in a week")."""
    part: tuple[int, int] | None = None
    """Its own words, where a clause tells several attacks one by one."""
    another: bool = False
    """Whether it says that it is another attack than those told before ("a separate attack")."""
    listed: bool = False
    """Whether it goes on with the victims of the next attack of a list ("and two in a raid on")."""
    one_more: bool = False
    """Whether it counts one more attack or weapon ("a third missile", "again")."""
    turns: bool = False
    """Whether it opens with words that turn to another attack ("elsewhere", "in the meantime")."""
    then: bool = False
    """Whether it says that its attack came after the one told ("then", "after that")."""
    points_back: bool = False
    """Whether it happened at a place told before ("at the same base")."""
    counts_on: bool = False
    """Whether it answers the attack told before or is dated from it ("the day before that")."""
    replies: bool = False
    """Whether it answers an attack from afar (`replies`)."""
    strikes_launcher: bool = False
    """Whether it tells that what something was launched from was hit."""
    destroys_gear: bool = False
    """Whether launchers, radars or boats are the object of its verb."""
    launched_at: PlaceMention | None = None
    """The place of the clause that something was launched from."""
    of_the_dead: bool = False
    """Whether it speaks of the dead of an attack told ("the dead were ...")."""
    of_one_told: bool = False
    """Whether it opens with a pronoun for somebody told before ("it killed him", "he was shot")."""
    follows: bool = False
    """Whether it came hours before or after the attack told before it: on its day."""
    opens_at: str | None = None
    """The part of the day with which it opens, if it tells an attack outright."""
    hours: frozenset[str] = frozenset()
    """The parts of the day that it names."""
    of_old_wounds: bool = False
    """Whether it tells of a death or burial long after the attack."""
    long_past: bool = False
    """Whether it tells what is done today about an attack of months ago, or a verdict on one."""
    counted: bool = False
    """Whether its clause counts it with others and tells them one by one."""
    offset_days: int | None = None
    """Days from the article's main attack to this one, where told so ("a day earlier": -1)."""

    @property
    def sure_date(self) -> DateMention | None:
        """The date that tells attacks apart."""
        return self.date if self.sure else None

    @property
    def destroys_what_stood_ready(self) -> bool:
        """Whether its word for shooting down is said of what had not been launched yet."""
        if not self.strikes_launcher:
            return False
        struck = {hit.start for hit in self.mention.attack_hits}
        return any(stop.start in struck for stop in self.mention.stop_hits)

    @property
    def at(self) -> PlaceMention | None:
        """The best place mention in the clause itself, if it is surely the attack's."""
        if not self.places or self.places[0][0] < SURE_POINTS:
            return None
        return self.places[0][1]

    @property
    def place(self) -> Place | None:
        """The place of `at`."""
        return self.at.place if self.at is not None else None

    @property
    def kind(self) -> SubEventType | None:
        """The sub-event type that its words speak for most, None where they are weak."""
        return _strongest(self.votes)


@dataclass(slots=True)
class Draft:
    """One attack of an article: the scenes that tell of it."""

    scenes: list[Scene]
    at: PlaceMention | None = None
    """The finest sure place of its clauses."""
    inherited: PlaceMention | None = None
    """The place of the attack told before, for one told without a place."""
    apart: list[tuple[int, int]] = field(default_factory=list)
    """Spans of the clauses of another attack: one that it answers, or one more elsewhere."""
    date: DateMention | None = None
    sure: bool = False
    votes: Votes = field(default_factory=dict)

    def add(self, scene: Scene) -> None:
        """Takes a scene in: its votes count, its place and date fill what was unknown or coarse."""
        place = scene.place
        headline = not scene.in_title and all(other.in_title for other in self.scenes)
        if place is not None and (
            self.place is None
            or (contains_place(self.place, place) and _finer(place, self.place))
            or (headline and place.where_prec <= WherePrecision.NEAR)
        ):
            self.at = scene.at
        self.scenes.append(scene)
        for kind, weight in scene.votes.items():
            self.votes[kind] = self.votes.get(kind, 0.0) + weight
        if scene.date is not None and (self.date is None or (scene.sure and not self.sure)):
            self.date, self.sure = scene.date, scene.sure
        elif scene.sure and scene.date is not None and _sharper(scene.date, self.date):
            self.date = scene.date

    def is_apart(self, at: int) -> bool:
        """Whether a position lies in a clause of another attack that lends it nothing."""
        return any(start <= at < end for start, end in self.apart)

    def counts_at(self, at: int) -> bool:
        """Whether a position lies in a clause that counts it with other attacks."""
        return any(scene.counted and scene.mention.holds(at) for scene in self.scenes)

    def tells_part(self, at: int) -> bool:
        """Whether a position lies in its own words among those of attacks told one by one."""
        return any(s.part is not None and s.part[0] <= at < s.part[1] for s in self.scenes)

    def absorb(self, other: "Draft") -> None:
        """Takes all scenes of another draft in, each to its place in the text."""
        for scene in other.scenes:
            self.add(scene)
        self.apart += other.apart
        self.scenes.sort(key=lambda scene: scene.order)

    @property
    def place(self) -> Place | None:
        """The place of `at`."""
        return self.at.place if self.at is not None else None

    @property
    def kind(self) -> SubEventType | None:
        """The sub-event type that its scenes speak for most."""
        return _strongest(self.votes)


def _strongest(votes: Votes) -> SubEventType | None:
    strongest: SubEventType | None = None
    most = 0.0
    for kind, weight in votes.items():
        if weight > most:
            strongest, most = kind, weight
    return strongest if most >= _STRONG_VOTE else None


def _finer(a: Place, b: Place) -> bool:
    return a.where_prec < b.where_prec


def _sharper(new: DateMention, old: DateMention | None) -> bool:
    """Whether a date lies within an older, coarser one."""
    if old is None or new.interval is None or old.interval is None:
        return False
    one, other = new.interval, old.interval
    return (
        other.start <= one.start <= one.end <= other.end
        and one.end - one.start < other.end - other.start
    )
