"""Mentions: the clauses of an article that tell of an attack, with the words that say what kind.

Place in the flow: after reading, before drafts. A sentence is one mention unless it tells of two
attacks (a strike and its reply, one here and one there): then it is cut where they are joined.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from workers.extraction.reading import Reading
from workers.extraction.telling.attack_words import attack_words
from workers.extraction.telling.clause_cues import (
    compares,
    dates_speech,
    is_a_job,
    is_bombing,
    is_unreal,
    names_feast,
    own_cues,
    told_hits,
)
from workers.extraction.telling.comparisons import COMPARED_JOINTS, compared_cuts
from workers.extraction.telling.culprits import culprit_cuts
from workers.extraction.telling.cuts import (
    MAIN_KINDS,
    hour_cuts,
    joint_cuts,
    list_cuts,
    placed_cuts,
    semicolon_cuts,
)
from workers.extraction.telling.fronted import fronted_cuts, is_fronted
from workers.extraction.telling.joints import joint_at
from workers.extraction.telling.mention_words import (
    KILLING,
    LONG_AFTER,
    SECOND,
    is_dropping,
    past_defenders,
)
from workers.extraction.telling.rehearsals import is_test_news, only_launches
from workers.extraction.telling.support import FROM_AFAR, in_support, is_fighting
from workers.extraction.triggers import Hit, between
from workers.lexicon.triggers import TriggerEntry
from workers.model import SubEventType, Weapon
from workers.text.sentences import Sentence

Votes = dict[SubEventType, float]
"""What words say for each type of attack."""
_STOP_REACH = 18
"""Characters between "foiled", "shot down" and what it is said of."""
_FALLING = "saqata"
"""The lexicon entry of what comes down, whoever brought it down."""
_PLOT = "plot-en"
_TELLING = frozenset({"active", "passive"})
_SUPPORTED_VOTE = 1.0
"""What support from the air adds for the fight on the ground (chosen)."""
_AIRCRAFT_VOTE = 0.6
"""What an aircraft as the subject of a verb adds to the vote of its own word (chosen)."""
CAMPAIGN = frozenset({"habitual", "aggregate"})
"""Cues of what is many attacks: a habit, a campaign."""
_STOPPED = frozenset({"intercepted", "foiled"})


@dataclass(slots=True)
class Mention:
    """One clause that tells of an attack: span, sentence index, and its words by kind."""

    start: int
    end: int
    sentence: int
    hits: list[Hit]
    weapon_hits: list[Hit]
    speech_hits: list[Hit]
    stop_hits: list[Hit]
    """Words that say that it was foiled or intercepted."""
    joint: str
    """The words that join the clause to the one before it in its sentence, empty at the
    sentence's start.
    """
    fronted: bool
    """Whether it opens its sentence as what the attack behind it answered or followed."""
    recalls: bool
    """Whether its sentence opens as a recollection (it is recalled that ...), or it is told for
    comparison.
    """
    armed: bool
    """Whether an armed actor (a military, an armed group) stands in the clause."""
    second: bool
    """Whether it opens with one of several attacks that were announced together."""
    unreal: bool
    """Whether its attack is only feared, planned or rehearsed."""
    cues: frozenset[str]
    sentence_cues: frozenset[str]
    in_support: frozenset[str]
    """The entries of aircraft and raids that only support another attack ("with air support")."""
    attack_hits: list[Hit] = field(init=False)
    """The attack words proper, casualties and light verbs left out."""
    victim_hits: list[Hit] = field(init=False)
    """Words that say that people were killed or hurt."""

    _weapons: tuple[Weapon, ...] | None = field(init=False, repr=False, default=None)

    def __post_init__(self) -> None:
        self.attack_hits = [hit for hit in self.hits if hit.entry.kind in MAIN_KINDS]
        self.victim_hits = [hit for hit in self.hits if hit.entry.kind == "victim"]

    @property
    def anchors(self) -> list[Hit]:
        """The words that stand for the attack: attack words, else casualties, else its weapons."""
        return self.attack_hits or self.hits or self.weapon_hits

    @property
    def is_firm(self) -> bool:
        """Whether its attack words alone tell of an attack."""
        return any(not hit.entry.weak for hit in self.attack_hits)

    @property
    def is_stopped(self) -> bool:
        """Whether its attack is said to have been foiled or shot down, in the words next to it."""
        return any(
            -_STOP_REACH <= anchor.start - stop.end <= _STOP_REACH
            for stop in self.stop_hits
            for anchor in (*self.attack_hits, *self.weapon_hits)
        )

    @property
    def definite(self) -> bool:
        """Whether every attack noun is definite (الهجوم, هجماته): it points back to one told.

        A verb says something of it when it follows right behind ("الغارة استهدفت") or stands right
        before ("واستهدفت الغارات"); then nouns farther on only tell what was hit.
        """
        if self.second:
            return False
        nouns = [hit for hit in self.attack_hits if hit.entry.kind == "noun"]
        told = [hit for hit in nouns if hit.surface.definite]
        subject_of = {hit.end + gap for hit in told for gap in (1, 2)}
        subjects = {hit.start for hit in told}
        verbs = [
            hit
            for hit in self.attack_hits
            if hit.entry.kind != "noun"
            and not hit.entry.weak
            and hit.start not in subject_of
            and subjects.isdisjoint((hit.end + 1, hit.end + 2))
        ]
        return bool(nouns) and not verbs and (len(told) == len(nouns) or self._opens_with(told[:1]))

    def _opens_with(self, told: list[Hit]) -> bool:
        """Whether its first attack words are a verb and a definite attack as its subject."""
        return any(
            hit in self.attack_hits[:2]
            and self.attack_hits[0].entry.kind == "active"
            and 0 < hit.start - self.attack_hits[0].end <= 2  # noqa: PLR2004 - the next word
            for hit in told
        )

    @property
    def points_back(self) -> bool:
        """Whether it speaks of an attack told: a definite attack, a weapon that is known."""
        if self.definite:
            return True
        nouns = [hit for hit in self.attack_hits if hit.entry.kind == "noun"]
        return (
            not nouns
            and bool(self.weapon_hits)
            and all(hit.surface.definite for hit in self.weapon_hits)
        )

    @property
    def future(self) -> bool:
        """Whether its attack words are all in the future."""
        hits = self.attack_hits
        return bool(hits) and all(hit.surface.future for hit in hits)

    def holds(self, at: int) -> bool:
        """Whether a position lies in the clause."""
        return self.start <= at < self.end

    def entries(self) -> Iterator[TriggerEntry]:
        """The lexicon entries of its attack words and weapons, each once."""
        seen: set[str] = set()
        for hit in (*self.hits, *self.weapon_hits):
            if hit.entry.id not in seen:
                seen.add(hit.entry.id)
                yield hit.entry

    def votes(self) -> Votes:
        """Summed votes of attack words and weapons a type."""
        total: Votes = {}
        for entry in self.entries():
            for kind, weight in entry.votes:
                if kind not in FROM_AFAR or entry.id not in self.in_support:
                    total[kind] = total.get(kind, 0.0) + weight
        if self.in_support:
            clash = SubEventType.ARMED_CLASH
            total[clash] = total.get(clash, 0.0) + _SUPPORTED_VOTE
        if self.is_done_by_aircraft:
            air = SubEventType.AIR_DRONE_STRIKE
            total[air] = total.get(air, 0.0) + _AIRCRAFT_VOTE
        return total

    @property
    def is_done_by_aircraft(self) -> bool:
        """Whether an aircraft stands right beside a verb, as its subject ("استهدف طيران ...")."""
        verbs = [hit for hit in self.attack_hits if hit.entry.kind == "active"]
        behind = {hit.end + 1 for hit in verbs}
        before = {hit.start - 1 for hit in verbs}
        return any(
            Weapon.AIRCRAFT in hit.entry.weapons and (hit.start in behind or hit.end in before)
            for hit in self.weapon_hits
            if hit.entry.id not in self.in_support
        )

    def weapons(self) -> tuple[Weapon, ...]:
        """Weapons named or implied, in text order, each once."""
        if self._weapons is None:
            found: dict[Weapon, None] = {}
            for hit in sorted([*self.hits, *self.weapon_hits], key=lambda hit: hit.start):
                if not hit.entry.generic:
                    found.update(dict.fromkeys(hit.entry.weapons))
            self._weapons = tuple(found)
        return self._weapons


def _tells_attack(  # noqa: PLR0911 - one return a reason
    hits: list[Hit], weapon_hits: list[Hit], cues: frozenset[str], *, armed: bool
) -> bool:
    """Whether a clause tells of violence, by its attack words, weapons and cues.

    `armed`: whether an armed actor stands in it.
    """
    attacks = [hit for hit in hits if hit.entry.kind in MAIN_KINDS]
    if any(not hit.entry.weak for hit in attacks):
        return True
    if _only_falls(attacks, weapon_hits):
        return False
    if (attacks or cues & _STOPPED) and any(not hit.entry.generic for hit in weapon_hits):
        return True
    if any(hit.entry.id == _PLOT or "intercepted" in cues for hit in attacks) and cues & _STOPPED:
        return True
    able = [hit for hit in attacks if hit.entry.needs is None]
    if weapon_hits and able:
        return True
    victims = [hit for hit in hits if hit.entry.kind == "victim"]
    if not victims:
        return armed and any(hit.entry.kind in _TELLING or is_fighting(hit) for hit in able)
    if able or any(Weapon.AIRCRAFT not in hit.entry.weapons for hit in weapon_hits):
        return True
    return armed and any(hit.entry.id in KILLING for hit in victims)


def _only_falls(attacks: list[Hit], weapon_hits: list[Hit]) -> bool:
    """Whether nothing is told but that an aircraft with men on board came down."""
    if not attacks or not weapon_hits:
        return False
    return all(hit.entry.id == _FALLING for hit in attacks) and all(
        hit.entry.weapons == (Weapon.AIRCRAFT,) for hit in weapon_hits
    )


def find_mentions(
    reading: Reading,
    armed_at: list[int],
    sites: Sequence[int] = (),
    areas: Sequence[int] = (),
) -> Iterator[Mention]:
    """The mentions of an article in text order, made as they are asked for.

    Skipped sentences yield none, and no more do clauses that tell of no attack.

    `armed_at`: where armed actors are named, `sites`: where towns and smaller places are, `areas`:
    where these and provinces are, all ascending folded offsets.
    """
    stopped = [hit for hit in reading.cues if hit.entry.cue in _STOPPED]
    by_sentence = attack_words(reading, stopped)
    tests = is_test_news(reading)
    for index, hits in sorted(by_sentence.items()):
        if index in reading.skipped:
            continue
        for start, end in _clauses(reading, reading.sentences[index], hits, sites, areas):
            inside = [hit for hit in hits if start <= hit.start < end]
            if not inside and hits:
                continue
            armed = bool(hits) and bisect_left(armed_at, end) > bisect_left(armed_at, start)
            mention = _mention(reading, index, (start, end), inside, armed=armed)
            if mention is not None:
                told = (*mention.hits, *mention.weapon_hits)
                mention.unreal |= tests and only_launches(
                    told, mention.victim_hits, mention.stop_hits
                )
                yield mention


def _clauses(
    reading: Reading,
    sentence: Sentence,
    hits: list[Hit],
    sites: Sequence[int],
    areas: Sequence[int],
) -> list[tuple[int, int]]:
    """The spans of a sentence between its cuts, all of it where it has no attack words."""
    if not hits:
        return [(sentence.start, sentence.end)]
    text = reading.text.search
    weapons = between(reading.weapons, sentence.start, sentence.end)
    cuts = {
        *joint_cuts(text, sentence.start, sentence.end, hits, weapons, sites),
        *list_cuts(text, (sentence.start, sentence.end), hits, weapons, sites, areas),
        *placed_cuts(text, sentence.start, sentence.end, hits, sites),
        *semicolon_cuts(
            reading.text.folded.text, sentence.start, sentence.end, hits, weapons, sites
        ),
        *compared_cuts(reading.text.folded.text, sentence.start, sentence.end, hits),
    }
    if len(hits) > 1:
        cuts.update(hour_cuts(text, sentence.start, sentence.end, hits))
        cuts.update(fronted_cuts(reading.text.folded.text, sentence.start, sentence.end, hits))
        cuts.update(culprit_cuts(reading.text.folded.text, sentence.start, sentence.end, hits))
    return list(pairwise((sentence.start, *sorted(cuts), sentence.end)))


_OPENING_REACH = 24
"""Characters from a sentence's start within which a background cue governs the whole sentence."""


def _is_own(cue: Hit, hits: list[Hit], reading: Reading) -> bool:
    """Whether a cue speaks of the attack, and neither of older ones nor of the speech."""
    return (
        not compares(cue, hits, reading)
        and not dates_speech(cue, hits, reading)
        and not names_feast(cue, reading)
        and not is_dropping(reading.text.folded.text, cue.start, cue.end)
    )


def _mention(
    reading: Reading, index: int, span: tuple[int, int], hits: list[Hit], *, armed: bool
) -> Mention | None:
    """The mention of a clause, None where it tells of no attack: that is asked first."""
    start, end = span
    hits = told_hits(hits, reading.text.search)
    sentence = reading.sentences[index]
    weapons = between(reading.weapons, start, end)
    searched = reading.text.search
    weapons = [w for w in weapons if not is_a_job(w, searched) and not is_bombing(w, searched)]
    around = between(reading.cues, sentence.start, sentence.end)
    stops = [
        hit
        for hit in around
        if hit.entry.cue in _STOPPED and start <= hit.start < end and _is_own(hit, hits, reading)
    ]
    stopped = frozenset(hit.entry.cue or "" for hit in stops)
    by_accident = any(hit.entry.cue == "accident" and start <= hit.start < end for hit in around)
    fronted = end < sentence.end and is_fronted(reading.text.folded.text, start, sentence.start)
    joint = ""
    if fronted or start > sentence.start:
        joint = joint_at(reading.text.search, start)
    if not _tells_attack(hits, weapons, stopped, armed=armed and not by_accident) and not (
        LONG_AFTER.search(joint) and any(hit.entry.id in KILLING for hit in hits)
    ):
        return None
    cues = [hit for hit in around if _is_own(hit, hits, reading)]
    return Mention(
        start,
        end,
        index,
        hits,
        weapons,
        [hit for hit in cues if hit.entry.cue == "speech"],
        [replace(hit, end=past_defenders(reading.text.search, hit.end)) for hit in stops],
        joint,
        fronted,
        joint in COMPARED_JOINTS
        or any(
            hit.entry.cue == "background" and hit.start - sentence.start <= _OPENING_REACH
            for hit in cues
        ),
        armed,
        SECOND.match(reading.text.search, start) is not None,
        is_unreal(hits, [hit for hit in cues if start <= hit.start < end]),
        own_cues(cues, hits, reading, span),
        frozenset(hit.entry.cue or "" for hit in cues),
        in_support((*hits, *weapons), reading.text.search),
    )
