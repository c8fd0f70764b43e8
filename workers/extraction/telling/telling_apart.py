"""What tells a clause apart from an attack told before: its sides, its means, its words.

Place in the flow: under drafts, which ask these questions of a scene and a draft.
"""

from workers.extraction.telling.comparisons import COMPARED_JOINTS
from workers.extraction.telling.mention_words import AFTER, TIME_JOINT
from workers.extraction.telling.support import FROM_AFAR
from workers.extraction.telling.tellings import Draft, Scene
from workers.model import Place, SubEventType, Weapon, WherePrecision

_AIR = SubEventType.AIR_DRONE_STRIKE


def tells_another(scene: Scene, draft: Draft) -> bool:
    """Whether the scene's words say that it is another attack than the draft's."""
    return (
        scene.another
        or _opposed(scene, draft)
        or answers(scene, draft)
        or _is_reply(scene, draft)
        or _is_one_more(scene, draft)
        or _is_another_plot(scene, draft)
        or _turns_away(scene, draft)
        or _is_by_other_means(scene, draft)
        or _is_at_another_hour(scene, draft)
    )


def _is_at_another_hour(scene: Scene, draft: Draft) -> bool:
    """Whether a clause opens with another part of the day than the attack told before it had."""
    if scene.opens_at is None:
        return False
    hours = frozenset(
        hour
        for other in draft.scenes
        if not other.in_title and other.mention.end <= scene.mention.start
        for hour in other.hours
    )
    return bool(hours) and scene.opens_at not in hours


_BOMBS = frozenset(
    {Weapon.IED, Weapon.CAR_BOMB, Weapon.TRUCK_BOMB, Weapon.SUICIDE_VEST, Weapon.MINE}
)
_FIRED = frozenset(
    {Weapon.ARTILLERY, Weapon.MORTAR, Weapon.ROCKET, Weapon.MISSILE, Weapon.AIRCRAFT}
)


def _is_by_other_means(scene: Scene, draft: Draft) -> bool:
    """Whether one names a bomb and the other what is fired from afar, and neither names both.

    Within a sentence the clause right before counts, not what else was told.
    """
    if scene.mention.definite or {scene.kind, draft.kind}.isdisjoint(FROM_AFAR):
        return False
    own = frozenset(scene.mention.weapons())
    if own.isdisjoint(_BOMBS) == own.isdisjoint(_FIRED):
        return False
    before = [
        other
        for other in draft.scenes
        if other.mention.sentence == scene.mention.sentence
        and other.mention.end == scene.mention.start
    ]
    told = frozenset(
        weapon
        for other in before or draft.scenes
        if not other.in_title
        for weapon in other.mention.weapons()
    )
    return (own.isdisjoint(_BOMBS), own.isdisjoint(_FIRED)) == (
        told.isdisjoint(_FIRED),
        told.isdisjoint(_BOMBS),
    )


_REPLY_JOINTS = (
    "as a response to", "as retaliation for",
    "ردا علي", "وذلك ردا", "في رد علي", "كرد علي", "انتقاما", "ثارا", "وهو ما دفع", "ما دفع",
    "الامر الذي دفع", "وردت", "ورد",
    "لترد", "ليرد", "in response to", "in retaliation", "in reply to", "in revenge", "retaliated",
)  # fmt: skip


def answers(scene: Scene, draft: Draft) -> bool:
    """Whether one sentence tells the scene and the draft as a strike and its reply."""
    joint = scene.mention.joint
    if any(answers_fronted(other, scene) for other in draft.scenes):
        return True
    told_apart = TIME_JOINT.fullmatch(joint) is not None and not scene.mention.definite
    after = AFTER.fullmatch(joint) is not None and not scene.mention.definite
    if joint not in _REPLY_JOINTS and not told_apart and not after:
        return False
    return any(
        other.mention.sentence == scene.mention.sentence
        and other.mention.end == scene.mention.start
        and (not after or told_apart or (other.kind in FROM_AFAR and scene.kind is not None))
        for other in draft.scenes
    )


def answers_fronted(before: Scene, scene: Scene) -> bool:
    """Whether a sentence opens with what its attack answered or followed ("In reply to ...,")."""
    first, then = before.mention, scene.mention
    return first.fronted and first.sentence == then.sentence and first.end == then.start


def _is_one_more(scene: Scene, draft: Draft) -> bool:
    """Whether a clause counts one more attack and puts it at a place or day of its own."""
    told = [other for other in draft.scenes if not other.in_title]
    if not scene.one_more or any(other.one_more for other in told):
        return False
    if scene.mention.definite and not scene.turns:
        return False
    if _elsewhere(scene, draft):
        return True
    return scene.sure_date is not None and not draft.sure and _is_finer(scene, draft)


def _is_finer(scene: Scene, draft: Draft) -> bool:
    one, other = scene.place, draft.place
    return (
        one is not None
        and other is not None
        and one.place_id != other.place_id
        and one.where_prec <= WherePrecision.NEAR
    )


def _is_reply(scene: Scene, draft: Draft) -> bool:
    """Whether a clause tells a reply from afar, or a strike on a launcher, and the draft none."""
    told = [other for other in draft.scenes if not other.in_title]
    if scene.in_title or not told or any(scene.by & other.by for other in told):
        return False
    if scene.replies and not any(other.replies for other in told):
        return True
    if not scene.strikes_launcher or any(other.strikes_launcher for other in told):
        return False
    raids = all(other.kind is SubEventType.AIR_DRONE_STRIKE for other in told)
    return not (scene.mention.definite and raids)


_BACK_JOINTS = frozenset(
    {
        "ردا علي", "وذلك ردا", "في رد علي", "كرد علي", "انتقاما", "ثارا", "في اعقاب", "عقب",
        "بعد هجوم", "اثر هجوم", "as a response to", "as retaliation for", "in response to",
        "in reply to", "following", "after",
    }
)  # fmt: skip


def looks_back(scene: Scene) -> bool:
    """Whether a clause only says what its sentence's attack came after, or answered.

    The next sentence goes on with that attack.
    """
    joint = scene.mention.joint
    return joint in (_BACK_JOINTS | COMPARED_JOINTS) or TIME_JOINT.fullmatch(joint) is not None


_FOILED_REACH = 30
"""Characters from an attack that was carried out to what the same clause says was foiled."""


def _is_another_plot(scene: Scene, draft: Draft) -> bool:
    """Whether the scene tells of a foiled attack and the draft of one that was carried out.

    Not of the last of several bombers who was killed in time ("the second blew himself up ...").
    """
    mention = scene.mention
    if not mention.is_stopped or "foiled" not in mention.cues or mention.definite:
        return False
    first = mention.attack_hits[:1] if scene.place is None else []
    if any(hit.end + _FOILED_REACH < mention.stop_hits[0].start for hit in first):
        return False
    told = [other.mention for other in draft.scenes if not other.in_title]
    return bool(told) and not any(other.is_stopped for other in told)


def _opposed(scene: Scene, draft: Draft) -> bool:
    """Whether the scene's attacker is another side than the draft's that answers or was hit."""
    by = frozenset(side for other in draft.scenes for side in other.by)
    hit = frozenset(side for other in draft.scenes for side in other.hit)
    if not scene.by or scene.by & by:
        return False
    if by and ("reply" in scene.mention.cues or _elsewhere(scene, draft)):
        return True
    if not scene.by & hit or by & scene.by:
        return False
    return bool(by or scene.hit) or (not scene.mention.definite and scene.mention.is_firm)


def _turns_away(scene: Scene, draft: Draft) -> bool:
    """Whether a clause that turns to something else names another attacker, means or place."""
    told = [other for other in draft.scenes if not other.in_title]
    if not told or scene.mention.definite:
        return False
    if scene.then and scene.kind is _AIR and not draft.votes.get(_AIR):
        return True
    if not scene.turns:
        return False
    by = frozenset(side for other in told for side in other.by)
    if scene.by and by and not scene.by & by:
        return True
    if _is_finer(scene, draft) and scene.mention.victim_hits:
        return any(other.mention.victim_hits for other in told)
    return _elsewhere(scene, draft)


def _elsewhere(scene: Scene, draft: Draft) -> bool:
    """Whether scene and draft name two exact places, however near to each other."""
    one, other = scene.place, draft.place
    if one is None or other is None or one.place_id == other.place_id:
        return False
    return are_exact(one, other)


def are_exact(one: Place | None, other: Place | None) -> bool:
    """Whether both are towns or smaller places."""
    return (
        one is not None
        and other is not None
        and max(one.where_prec, other.where_prec) <= WherePrecision.NEAR
    )


def all_recalled(draft: Draft) -> bool:
    """Whether all of its clauses recall it as an older attack."""
    return all(scene.recalled for scene in draft.scenes)


def may_be_from_the_air(scene: Scene, draft: Draft) -> bool:
    """Whether a strike from the air can be what several clauses told without any aircraft."""
    return (
        scene.kind is not _AIR
        or draft.kind is _AIR
        or draft.kind is None
        or len(draft.scenes) == 1
        or bool(draft.votes.get(_AIR))
        or is_nameless(draft)
    )


_PLAIN_VOTE = 1.2
"""The vote for shelling of words that leave open what was fired or dropped ("قصف")."""


def names_the_aircraft(scene: Scene, draft: Draft) -> bool:
    """Whether somebody says at once that an aircraft did the bombing told before it.

    The draft's own words leave open what it was bombed with.
    """
    last = draft.scenes[-1]
    if scene.kind is not _AIR or draft.kind is not SubEventType.SHELLING:
        return False
    if scene.order != last.order + 1:
        return False
    if "speech" not in scene.mention.cues or scene.mention.victim_hits:
        return False
    if scene.another or scene.one_more or scene.turns or scene.then:
        return False
    return all(
        weight <= _PLAIN_VOTE
        for other in draft.scenes
        for entry in other.mention.entries()
        for kind, weight in entry.votes
        if kind is SubEventType.SHELLING
    )


_GUNS = frozenset({Weapon.ARTILLERY, Weapon.MORTAR})


def are_missiles_from_the_air(scene: Scene, draft: Draft) -> bool:
    """Whether missiles that one side fires at the place of its own raid come from its aircraft."""
    by = frozenset(side for other in draft.scenes for side in other.by)
    if not scene.by & by:
        return False
    named = (weapon for other in (scene, *draft.scenes) for weapon in other.mention.weapons())
    return _GUNS.isdisjoint(named)


def is_nameless(draft: Draft) -> bool:
    """Whether its words leave open by what means it was done ("an attack")."""
    return draft.kind in (None, SubEventType.ATTACK) and not any(
        scene.mention.weapons() for scene in draft.scenes
    )


def turns_to_another(scene: Scene, draft: Draft) -> bool:
    """Whether the text turns to an attack of another kind, with a town and a day of its own.

    What was told before has no town: only a country, or none.
    """
    if not scene.turns or scene.mention.definite or scene.sure_date is None:
        return False
    here, there = scene.place, draft.place
    return (
        here is not None
        and here.where_prec <= WherePrecision.ADMIN2
        and (there is None or there.where_prec >= WherePrecision.COUNTRY)
        and scene.kind is not None
        and draft.kind is not None
        and scene.kind != draft.kind
        and any(not other.in_title for other in draft.scenes)
    )
