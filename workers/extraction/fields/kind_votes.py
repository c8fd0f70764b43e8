"""What the words of a draft say for each type of attack: votes for the means, and plain words.

Place in the flow: under `kinds`, which decides by them.
"""

from collections.abc import Iterator, Sequence

from workers.extraction.telling.clause_cues import ON_HELPERS
from workers.extraction.telling.mentions import Mention, Votes
from workers.extraction.telling.tellings import Draft, Scene
from workers.extraction.triggers import Hit
from workers.lexicon.triggers import TriggerEntry
from workers.model import SubEventType

_DEFAULT_TYPE = SubEventType.ATTACK
_PLAIN_VOTE = 0.9
"""Votes from which what was done settles the type without asking who did it."""
PLAIN_WORD = 2.6
"""A word's vote from which it tells the type whatever else is told."""
_EXECUTION_VOTE = 2.2
"""Votes of a word for putting to death that names no weapon ("executed", "beheaded")."""
_MEANS_VOTE = 1.6
"""Votes of one weapon: with them the means is told."""
_VAGUE_VOTE = 1.5
"""Below this vote, a word for an attack tells neither means nor manner ("attack", "massacre")."""
_MANNERLESS = frozenset({SubEventType.ATTACK, SubEventType.ARMED_CLASH})


def says_plainly(draft: Draft, kind: SubEventType) -> bool:
    """Whether one word of the draft tells a type by itself; "the bomber" alone tells no blast."""
    return any(
        told is kind and weight >= PLAIN_WORD
        for scene in draft.scenes
        for hit in (*scene.mention.hits, *scene.mention.weapon_hits)
        if not hit.entry.generic
        for told, weight in hit.entry.votes
    )


def executed(draft: Draft) -> bool:
    """Whether those abducted were put to death."""
    return any(
        told is SubEventType.ATTACK and weight >= _EXECUTION_VOTE
        for scene in draft.scenes
        for entry in scene.mention.entries()
        if not entry.weapons and not entry.storms
        for told, weight in entry.votes
    )


def storms(draft: Draft) -> bool:
    """Whether armed men went in, as where a bomb had opened the way."""
    return any(entry.storms for scene in draft.scenes for entry in scene.mention.entries())


def leads_vaguely(draft: Draft) -> bool:
    """Whether the text opens with an attack and does not say how: what comes later only details."""
    return all(
        _is_vague(entry) or entry.generic or not entry.votes
        for entry in in_text(draft)[0].mention.entries()
    )


def in_text(draft: Draft) -> list[Scene]:
    """The clauses of a draft without its headline's; all where nothing else tells of it."""
    return [scene for scene in draft.scenes if not scene.in_title] or draft.scenes


def decisive(draft: Draft) -> tuple[bool, Votes]:
    """Whether the means is named, and the votes of its words.

    Where it is not, words that tell none count too, and where all is silent nameless armed men.
    """
    means, vague, men = _tallied(draft)
    if means and max(means.values()) >= _MEANS_VOTE:
        return True, means
    total = _sum(means, vague)
    if total and max(total.values()) >= _PLAIN_VOTE:
        return False, total
    return False, _sum(total, men)


def means_told(draft: Draft) -> SubEventType | None:
    """The type that the means of a draft speak for, None where it names none."""
    named, votes = decisive(draft)
    return leading(votes) if named else None


def told_elsewhere(drafts: Sequence[Draft], weapons: Sequence[Hit]) -> Votes:
    """The votes of the weapons that an article names outside the clauses that tell its attacks."""
    spans = [(s.mention.start, s.mention.end) for draft in drafts for s in draft.scenes]
    outside = {
        hit.entry.id: hit.entry.votes
        for hit in weapons
        if not hit.entry.generic and not any(start <= hit.start < end for start, end in spans)
    }
    votes: Votes = {}
    for told in outside.values():
        for kind, weight in told:
            votes[kind] = votes.get(kind, 0.0) + weight
    return votes


def refined(draft: Draft, kind: SubEventType, elsewhere: Votes) -> SubEventType:
    """What a blast or a bombing was whose means only other clauses name: a belt, a drone."""
    air, shells = (elsewhere.get(told, 0.0) for told in (_STRIKE, SubEventType.SHELLING))
    match kind:
        case SubEventType.REMOTE_EXPLOSIVE if elsewhere.get(SubEventType.SUICIDE_BOMB, 0.0) > 0:
            return SubEventType.SUICIDE_BOMB
        case SubEventType.SHELLING if air > shells and any(
            hit.entry.id in _BOMBING for scene in draft.scenes for hit in scene.mention.attack_hits
        ):
            return _STRIKE
    return kind


_STRIKE = SubEventType.AIR_DRONE_STRIKE
_BOMBING = frozenset({"qasf", "qasafa", "qasf-3ashwa2i", "qasafa-qaryatan", "bombarded"})
"""Entries of words that leave open whether shells or aircraft did it."""


def only_targets(draft: Draft) -> bool:
    """Whether its attack words say that something was targeted, and neither how nor by whom."""
    words = {hit.entry.id for scene in draft.scenes for hit in scene.mention.attack_hits}
    return bool(words & _TARGETING) and words <= _TARGETING | _ATTACKING


def only_ambushed(draft: Draft) -> bool:
    """Whether ambushes are all that tells of fighting."""
    fights = {
        hit.entry.id
        for scene in draft.scenes
        for hit in scene.mention.attack_hits
        for kind, vote in hit.entry.votes
        if kind is SubEventType.ARMED_CLASH and vote >= _VAGUE_VOTE
    }
    return bool(fights) and fights <= _AMBUSHES


_AMBUSHES = frozenset({"kamin", "kamin-muhkam", "ambush", "ambush-en"})
_TARGETING = frozenset(
    {"istahdafa", "istahdafa-mawaqi", "istihdaf", "istihdaf-aqbat", "ustuhdifa", "targeted"}
)
_ATTACKING = frozenset({"hujum", "hujima", "attack"})
"""Entries of the words for targeting, and of the plainest ones for attacking."""


def _sum(one: Votes, other: Votes) -> Votes:
    return {kind: one.get(kind, 0.0) + other.get(kind, 0.0) for kind in {*one, *other}}


def leading(votes: Votes) -> SubEventType:
    """The type with most votes, `Attack` without any."""
    if not votes:
        return _DEFAULT_TYPE
    return max(votes, key=lambda kind: (votes[kind], kind.value))


def _tallied(draft: Draft) -> tuple[Votes, Votes, Votes]:
    """The votes of words for the means, of words that tell none, of nameless armed men."""
    means: Votes = {}
    vague: Votes = {}
    men: Votes = {}
    for rank, scene in enumerate(_of_the_news(draft)):
        looks_back = rank > 0 and "pluperfect" in scene.mention.cues
        factor = 0.5 if looks_back or rank >= 3 else 1.0  # noqa: PLR2004 - later clauses elaborate
        for entry in telling(scene.mention):
            tally = vague if _is_vague(entry) else means
            if entry.generic and not entry.weapons:
                tally = men
            supports = entry.id in scene.mention.in_support
            for kind, weight in entry.votes:
                if not supports or kind is not SubEventType.AIR_DRONE_STRIKE:
                    tally[kind] = tally.get(kind, 0.0) + weight * factor
    return means, vague, men


def _of_the_news(draft: Draft) -> list[Scene]:
    """The clauses of a draft but those on another attack or on help that was hit; else all."""
    kept = [s for s in draft.scenes if not (s.recalled or ON_HELPERS in s.mention.cues)]
    return kept or draft.scenes


def telling(mention: Mention) -> Iterator[TriggerEntry]:
    """A mention's entries without weapons that a plain attack word names already ("car bomb")."""
    inside = {
        weapon.entry.id
        for weapon in mention.weapon_hits
        for hit in mention.hits
        if hit.start < weapon.end and weapon.start < hit.end
        if any(
            vote >= PLAIN_WORD and kind in dict(weapon.entry.votes)
            for kind, vote in hit.entry.votes
        )
    }
    return (entry for entry in mention.entries() if entry.id not in inside)


def _is_vague(entry: TriggerEntry) -> bool:
    """Whether a word says that somebody was attacked, and not how."""
    return (
        not entry.weapons
        and entry.kind != "weapon"
        and all(kind in _MANNERLESS and weight < _VAGUE_VOTE for kind, weight in entry.votes)
    )
