"""Mentions: the clauses of an article that tell of an attack, with the words that say what kind.

Place in the flow: after reading, before drafts. A sentence is one mention unless it tells of two
attacks (a strike and its reply, one here and one there): then it is cut at the words that join the
two.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from workers.extraction.reading import Reading
from workers.extraction.telling.announced import numbered_attacks
from workers.extraction.telling.mention_words import (
    AFTER,
    DEFENDER,
    JOINTS,
    NEXT_NAMED,
    REPLYING,
    SECOND,
    TIME_JOINT,
)
from workers.extraction.triggers import Hit, between
from workers.lexicon.triggers import TriggerEntry
from workers.model import SubEventType, Weapon

Votes = dict[SubEventType, float]
"""What words say for each type of attack."""
_MAIN_KINDS = frozenset({"noun", "active", "passive", "event"})
_STOP_REACH = 18
"""Characters between "foiled", "shot down" and what it is said of."""
_KILLING = frozenset({"qutila", "killed"})
_TELLING = frozenset({"active", "passive"})
_FIGHTING_VOTE = 1.5
CAMPAIGN = frozenset({"habitual", "aggregate"})
"""Cues of what is many attacks: a habit, a campaign."""
_STOPPED = frozenset({"intercepted", "foiled"})
_MERGE_GAP = 12
"""Characters: attack words nearer than this to a joint's other side belong to one phrase."""


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
    recalls: bool
    """Whether its sentence opens as a recollection (it is recalled that ...)."""
    armed: bool
    """Whether an armed actor (a military, an armed group) stands in the clause."""
    second: bool
    """Whether it opens with one of several attacks that were announced together."""
    unreal: bool
    """Whether its attack is only feared, planned or rehearsed."""
    cues: frozenset[str]
    sentence_cues: frozenset[str]
    attack_hits: list[Hit] = field(init=False)
    """The attack words proper, casualties and light verbs left out."""
    victim_hits: list[Hit] = field(init=False)
    """Words that say that people were killed or hurt."""

    def __post_init__(self) -> None:
        self.attack_hits = [hit for hit in self.hits if hit.entry.kind in _MAIN_KINDS]
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
    def has_attack(self) -> bool:  # noqa: PLR0911 - one return a reason
        """Whether it tells of violence and not of casualties alone or of a weak word alone."""
        attacks = self.attack_hits
        if self.is_firm:
            return True
        named = any(not hit.entry.generic for hit in self.weapon_hits)
        if named and (attacks or self.cues & _STOPPED):
            return True
        if attacks and "intercepted" in self.cues:
            return True
        able = [hit for hit in attacks if hit.entry.needs is None]
        if self.weapon_hits and able:
            return True
        if not self.victim_hits:
            return self.armed and any(
                hit.entry.kind in _TELLING or _is_fighting(hit) for hit in able
            )
        if able or any(Weapon.AIRCRAFT not in hit.entry.weapons for hit in self.weapon_hits):
            return True
        return self.armed and any(hit.entry.id in _KILLING for hit in self.victim_hits)

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

        A verb says something of it when it follows right behind ("الغارة استهدفت").
        """
        if self.second:
            return False
        nouns = [hit for hit in self.attack_hits if hit.entry.kind == "noun"]
        subject_of = {hit.end + gap for hit in nouns if hit.surface.definite for gap in (1, 2)}
        verbs = [
            hit
            for hit in self.attack_hits
            if hit.entry.kind != "noun" and not hit.entry.weak and hit.start not in subject_of
        ]
        return bool(nouns) and not verbs and all(hit.surface.definite for hit in nouns)

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
                total[kind] = total.get(kind, 0.0) + weight
        return total

    def weapons(self) -> list[Weapon]:
        """Weapons named or implied, in text order, each once."""
        found: dict[Weapon, None] = {}
        for hit in sorted([*self.hits, *self.weapon_hits], key=lambda hit: hit.start):
            if not hit.entry.generic:
                found.update(dict.fromkeys(hit.entry.weapons))
        return list(found)


def _is_fighting(hit: Hit) -> bool:
    return any(
        kind is SubEventType.ARMED_CLASH and weight >= _FIGHTING_VOTE
        for kind, weight in hit.entry.votes
    )


def find_mentions(
    reading: Reading, armed_at: list[int], sites: Sequence[int] = ()
) -> list[Mention]:
    """The mentions of an article in text order; skipped sentences yield none.

    `armed_at`: where armed actors are named, `sites`: where towns and smaller places are, both
    ascending folded offsets.
    """
    mentions: list[Mention] = []
    text = reading.text.search
    by_sentence: dict[int, list[Hit]] = {}
    stopped = [hit for hit in reading.cues if hit.entry.cue in _STOPPED]
    for hit in stopped:
        by_sentence.setdefault(reading.sentence_at(hit.start), [])
    for hit in reading.attacks:
        by_sentence.setdefault(reading.sentence_at(hit.start), []).append(hit)
    for index, hit in numbered_attacks(reading, by_sentence).items():
        by_sentence[index] = [hit, *by_sentence.get(index, ())]
    for index, hits in sorted(by_sentence.items()):
        if index in reading.skipped:
            continue
        sentence = reading.sentences[index]
        if not hits:
            mentions.append(
                _mention(reading, index, (sentence.start, sentence.end), [], armed=False)
            )
            continue
        weapons = between(reading.weapons, sentence.start, sentence.end)
        cuts = sorted(
            {
                *_cuts(text, sentence.start, sentence.end, hits, weapons),
                *_listed(text, sentence.start, sentence.end, hits, sites),
            }
        )
        for start, end in zip([sentence.start, *cuts], [*cuts, sentence.end], strict=True):
            inside = [hit for hit in hits if start <= hit.start < end]
            if inside:
                armed = bisect_left(armed_at, end) > bisect_left(armed_at, start)
                mentions.append(_mention(reading, index, (start, end), inside, armed=armed))
    return mentions


_OPENING_REACH = 24
"""Characters from a sentence's start within which a background cue governs the whole sentence."""


def _mention(
    reading: Reading, index: int, span: tuple[int, int], hits: list[Hit], *, armed: bool
) -> Mention:
    start, end = span
    sentence = reading.sentences[index]
    cues = [
        hit
        for hit in between(reading.cues, sentence.start, sentence.end)
        if not _compares(hit, hits, reading)
    ]
    return Mention(
        start,
        end,
        index,
        hits,
        between(reading.weapons, start, end),
        [hit for hit in cues if hit.entry.cue == "speech"],
        [
            hit._replace(end=_past_defenders(reading.text.search, hit.end))
            for hit in cues
            if start <= hit.start < end and hit.entry.cue in _STOPPED
        ],
        _joint_at(reading.text.search, start) if start > sentence.start else "",
        any(
            hit.entry.cue == "background" and hit.start - sentence.start <= _OPENING_REACH
            for hit in cues
        ),
        armed,
        SECOND.match(reading.text.search, start) is not None,
        _is_unreal(hits, [hit for hit in cues if start <= hit.start < end]),
        frozenset(hit.entry.cue or "" for hit in cues if start <= hit.start < end),
        frozenset(hit.entry.cue or "" for hit in cues),
    )


_UNREAL = frozenset({"hypothetical", "exercise"})
_UNREAL_REACH = 40
"""Characters behind the first attack word of a clause in which a fear or a plan can still mean it:
what stands farther behind is what comes of the attack ("... as a precaution").
"""


def _is_unreal(hits: list[Hit], cues: list[Hit]) -> bool:
    """Whether a clause speaks of an attack that is feared or rehearsed, not of one told first."""
    doubts = [cue.start for cue in cues if cue.entry.cue in _UNREAL]
    if not doubts or any(cue.entry.cue == "foiled" for cue in cues):
        return False
    told = [hit.start for hit in hits if hit.entry.kind in _MAIN_KINDS and hit.entry.needs is None]
    return not told or min(doubts) <= min(told) + _UNREAL_REACH


_SUPERLATIVE = ("background-superlative", "background-superlative-en")
_COUNTS_ON = re.compile(r" ?(?:ثاني|ثالث|رابع|خامس) ")


def _compares(cue: Hit, hits: list[Hit], reading: Reading) -> bool:
    """Whether a cue only compares an attack with older ones ("the deadliest in years").

    It does not make the attack an old one.
    """
    if (
        cue.entry.id not in _SUPERLATIVE
        and _COUNTS_ON.match(reading.text.search, cue.start) is None
    ):
        return False
    return cue.entry.id == _SUPERLATIVE[1] or any(hit.end <= cue.start for hit in hits)


_DEFENDER_WORDS_MAX = 8
_ITS_CORE = ("دفاع", "منظوم", "defen")


def _past_defenders(text: str, end: int) -> int:
    """The end of the phrase for air defences that begins at a position, itself without one."""
    at, reached = end + 1, end
    is_defence = False
    for _ in range(_DEFENDER_WORDS_MAX):
        until = text.find(" ", at + 1)
        word = text[at + 1 : until] if until > at else ""
        if DEFENDER.fullmatch(word) is None:
            break
        is_defence = is_defence or any(core in word for core in _ITS_CORE)
        at, reached = until, until - 1
    return reached if is_defence else end


def _joint_at(text: str, start: int) -> str:
    found = JOINTS.match(text, start)
    return found.group().strip() if found else ""


def _cuts(text: str, start: int, end: int, hits: list[Hit], weapons: list[Hit]) -> list[int]:
    """Positions inside a sentence where one attack ends and another begins."""
    mains = [hit for hit in hits if hit.entry.kind in _MAIN_KINDS]
    victims = [hit for hit in hits if hit.entry.kind == "victim"]
    if not mains or len(mains) + len(victims) < 2:  # noqa: PLR2004 - one attack word cannot be two
        return []
    cuts: list[int] = []
    for match in JOINTS.finditer(text, start, end + 1):
        at = match.start()
        since = cuts[-1] if cuts else start
        before = [hit for hit in mains if since <= hit.start < at]
        replies = REPLYING.search(match.group()) is not None
        since_joint = match.start() if replies else match.end() - 1
        after = [hit for hit in mains if hit.start >= since_joint]
        if not after and TIME_JOINT.fullmatch(match.group().strip()):
            after = [hit for hit in victims if hit.start >= match.end() - 1]
        elif not after and AFTER.fullmatch(match.group().strip()):
            after = _killings(match.end(), weapons, victims)
        if before and after and (replies or after[0].start - before[-1].end > _MERGE_GAP):
            cuts.append(at)
    return cuts


_NAMED_REACH, _KILLED_REACH = 70, 120


def _listed(text: str, start: int, end: int, hits: list[Hit], sites: Sequence[int]) -> list[int]:
    """Positions where a list of attacks, each with its own place, goes on to the next one."""
    if bisect_left(sites, end) - bisect_left(sites, start) < 2:  # noqa: PLR2004 - a place each
        return []
    cuts: list[int] = []
    since = start
    for match in NEXT_NAMED.finditer(text, start, end):
        before = [hit for hit in hits if since <= hit.start and hit.end <= match.start()]
        after = [
            hit
            for hit in hits
            if 0 <= hit.start - match.start() <= _NAMED_GAP
            and (hit.entry.kind in _MAIN_KINDS or _names_killing(hit, before))
        ]
        if not before or not after:
            continue
        told = bisect_left(sites, match.start()) - bisect_left(sites, since)
        reach = _KILLED_REACH if after[0].entry.kind == "victim" else _NAMED_REACH
        named = bisect_left(sites, after[0].end + reach) - bisect_left(sites, after[0].end)
        if told and named and sites[bisect_left(sites, after[0].end)] < end:
            cuts.append(match.start())
            since = match.end()
    return cuts


_NAMED_GAP = 20


def _names_killing(hit: Hit, before: list[Hit]) -> bool:
    """Whether it names a killing after another ("the killing of X in A and the killing of Y")."""
    return hit.entry.id == _KILLING_NOUN and any(hit.entry is other.entry for other in before)


_KILLING_NOUN = "maqtal"


_KILLING_GAP = 30


def _killings(at: int, weapons: list[Hit], victims: list[Hit]) -> list[Hit]:
    """The weapons behind a position right behind which somebody is killed ("a drone killed")."""
    return [
        weapon
        for weapon in weapons
        if weapon.start >= at
        and any(0 <= victim.start - weapon.end <= _KILLING_GAP for victim in victims)
    ]
