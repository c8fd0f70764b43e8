"""Drafts: the mentions of one article gathered into the distinct attacks that it tells of.

Place in the flow: after mentions, before events. Mentions are read in text order; each joins the
draft that it fits (same place or none of its own, same day, same kind of violence, definite words
pointing back) or begins a new one.
"""

from datetime import date

from workers.extraction.places.finder import PlaceMention
from workers.extraction.telling.agreement import (
    compatible_kinds,
    days_conflict,
    same_spot,
)
from workers.extraction.telling.apart import set_apart, set_others_apart
from workers.extraction.telling.comparisons import COMPARED_JOINTS
from workers.extraction.telling.joining import is_umbrella
from workers.extraction.telling.mention_words import (
    BEGAN,
    CAUSE_JOINTS,
    MEANS_JOINTS,
    SAME_DAY_JOINT,
)
from workers.extraction.telling.mentions import CAMPAIGN
from workers.extraction.telling.support import FROM_AFAR
from workers.extraction.telling.telling_apart import (
    all_recalled,
    answers,
    answers_fronted,
    are_exact,
    are_missiles_from_the_air,
    is_nameless,
    looks_back,
    may_be_from_the_air,
    names_the_aircraft,
    tells_another,
    turns_to_another,
)
from workers.extraction.telling.tellings import OLD_DAYS, SURE_POINTS, Draft, Scene
from workers.extraction.telling.told_days import date_from_told
from workers.model import DatePrecision, SubEventType, WherePrecision

DRAFTS_MAX = 40
"""Attacks that one article can tell of: the newswire months have seven at the most."""


def gather(scenes: list[Scene], published: date) -> list[Draft]:
    """The drafts of an article, in the order in which they are first told."""
    drafts: list[Draft] = []
    latest: Draft | None = None
    before: Scene | None = None
    told: Draft | None = None
    lead = _late_news(scenes)
    for scene in scenes:
        _settle_recall(scene, published, leads=scene is lead)
        if before is not None:
            _mark_reply(before, scene)
            _take_from(before, scene, drafts, published)
        if scene.date is None:
            date_from_told(scene, before, drafts, latest, published)
        best = _best_of(drafts, scene, latest, is_old=_is_old(scene, published))
        if (
            best is None
            and latest is not None
            and not _founds(scene, drafts, latest)
            and not answers(scene, latest)
        ):
            best = latest
        if best is None and len(drafts) < DRAFTS_MAX:
            best = Draft([], inherited=_place_before(scene, latest))
            drafts.append(best)
        if best is not None:
            best.add(scene)
            if before is not None and told is not None and told is not best:
                set_apart((told, before), (best, scene))
            if latest is None or not looks_back(scene):
                latest = best
        before, told = scene, best
    set_others_apart(drafts)
    return drafts


def _settle_recall(scene: Scene, published: date, *, leads: bool) -> None:
    """Takes recollection from what is today's news, and gives it to what is older than that."""
    if scene.recalled and (leads or _is_of_today(scene, published)):
        scene.recalled = False
    elif not scene.recalled and _recalls_by_day(scene, published):
        scene.recalled = True


def _late_news(scenes: list[Scene]) -> Scene | None:
    """The first clause of the text where it tells as days old what the headline tells as news.

    A headline of a death of old wounds, or of a trial, tells of none.
    """
    first = next((scene for scene in scenes if not scene.in_title), None)
    if first is None or not first.recalled or first.mention.recalls:
        return None
    if first.of_old_wounds or first.long_past:
        for scene in scenes:
            scene.recalled = scene.recalled or scene.in_title
        return None
    told = [scene for scene in scenes if scene.in_title and not scene.recalled]
    for scene in told:
        if scene.mention.definite or not scene.mention.is_firm:
            continue
        apart = scene.at and first.at and not same_spot(scene.at, first.at)
        if compatible_kinds(scene.kind, first.kind) and not apart:
            return first
    return None


def _best_of(
    drafts: list[Draft], scene: Scene, latest: Draft | None, *, is_old: bool
) -> Draft | None:
    """The draft that a scene fits best, None where it fits none."""
    best, best_fit = None, 0.0
    for draft in drafts:
        if is_old and not draft.sure and not all_recalled(draft):
            continue
        fit = _fit(scene, draft, is_latest=draft is latest, is_first=draft is drafts[0])
        if fit is not None and (best is None or fit > best_fit):
            best, best_fit = draft, fit
    return best


_LAUNCHER_POINTS = 3.5
"""Points of the place that something was launched from, for the strike on its launcher."""
_STILL_OLD_DAYS = 2
"""Days before publication from which a dated attack told right after a recalled one is recalled."""


def _goes_on(before: Scene, scene: Scene, drafts: list[Draft], published: date) -> bool:
    """Whether a clause right behind a recollection goes on with it: an old day, or no new one.

    The day of an attack that was told as news is none of them.
    """
    if scene.mention.sentence > before.mention.sentence + 1 or scene.in_title or before.tally:
        return False
    if scene.turns and scene.place is not None and scene.sure_date is not None:
        return False
    if before.mention.joint in COMPARED_JOINTS and scene.mention.start == before.mention.end:
        return False  # the clause speaks of its own attack again
    told = scene.sure_date.interval if scene.sure_date is not None else None
    if told is not None:
        of_news = any(
            draft.sure
            and draft.date is not None
            and draft.date.interval == told
            and not all_recalled(draft)
            for draft in drafts
        )
        return not of_news and (published - told.end).days >= _STILL_OLD_DAYS
    return scene.counts_on and before.date is not None


def _mark_reply(before: Scene, scene: Scene) -> None:
    """Notes that a clause tells a reply, and that the next one tells what a count began with."""
    if scene.mention.start != before.mention.end:
        return
    if scene.mention.joint in CAUSE_JOINTS:
        before.replies = True
    elif answers_fronted(before, scene):
        scene.replies = True
    if before.tally and BEGAN.fullmatch(scene.mention.joint):
        scene.recalled = True


def _take_from(before: Scene, scene: Scene, drafts: list[Draft], published: date) -> None:
    """The day and place that a scene has from what was told before it ("at the same base")."""
    mention = scene.mention
    old = before.recalled or _is_old(before, published)
    if old and not scene.recalled and _goes_on(before, scene, drafts, published):
        scene.recalled = True
        if scene.date is None:
            scene.date, scene.sure = before.date, before.sure
    if (
        scene.date is None
        and (mention.joint in MEANS_JOINTS or SAME_DAY_JOINT.fullmatch(mention.joint))
        and mention.start == before.mention.end
    ):
        scene.date, scene.sure = before.date, before.sure
    if scene.of_one_told and before.recalled and mention.sentence == before.mention.sentence + 1:
        scene.recalled = True
        if scene.date is None:
            scene.date, scene.sure = before.date, before.sure
    if scene.strikes_launcher and scene.place is None:
        launched = [
            other.launched_at
            for draft in reversed(drafts)
            for other in reversed(draft.scenes)
            if other.launched_at is not None
        ]
        if launched:
            scene.places = [(_LAUNCHER_POINTS, launched[0]), *scene.places]
    if scene.points_back and scene.place is None:
        told = [
            pair
            for draft in reversed(drafts)
            for other in reversed(draft.scenes)
            for pair in other.places[:1]
            if pair[0] >= SURE_POINTS
            and pair[1].place is not None
            and pair[1].place.where_prec <= WherePrecision.NEAR
        ]
        if told:
            scene.places = [told[0], *scene.places]


def _founds(scene: Scene, drafts: list[Draft], latest: Draft) -> bool:
    """Whether a scene that fits no draft tells of an attack of its own.

    One without place and date does so only with firm, indefinite words, or where jets strike after
    fighting on the ground.
    """
    if (
        not drafts
        or scene.another
        or scene.replies
        or scene.strikes_launcher
        or scene.place is not None
        or scene.sure_date is not None
        or scene.recalled
    ):
        return True
    if scene.mention.definite:
        return False
    return scene.mention.is_firm or (
        latest.kind is SubEventType.ARMED_CLASH and scene.mention.is_done_by_aircraft
    )


def _place_before(scene: Scene, latest: Draft | None) -> PlaceMention | None:
    if scene.places or latest is None or scene.mention.joint in CAUSE_JOINTS:
        return None
    if latest.at is not None:
        return latest.at
    told = [place for other in latest.scenes for place in other.places]
    return max(told, key=lambda pair: pair[0])[1] if told else latest.inherited


_NAMELESS = 1.5
"""What an attack told without means loses against one of the clause's own kind (chosen)."""
_RETURN = 0.6
"""What a recalled attack loses for the next clause: the text comes back to its news (chosen)."""


def _fit(scene: Scene, draft: Draft, *, is_latest: bool, is_first: bool) -> float | None:
    """How well a scene fits a draft, None where it cannot be the same attack."""
    if _is_ruled_out(scene, draft, is_first=is_first):
        return None
    fit = 0.5 * is_latest + 0.25 * is_first
    if all_recalled(draft) and not scene.recalled:
        fit -= _RETURN
    place = scene.place
    if scene.at is not None and draft.at is not None:
        if not same_spot(scene.at, draft.at) and not (
            is_first
            and scene.order == draft.scenes[-1].order + 1
            and is_umbrella(draft, scene, draft.at, scene.at)
        ):
            return None
        fit += 1.5 if are_exact(place, draft.place) else 0.7
    elif place is None:
        fit += 0.3
    if not _kinds_agree(scene, draft, is_first=is_first):
        return None if _tells_anew(scene, is_latest=is_latest) else fit - 1.0
    if not compatible_kinds(scene.kind, draft.kind):
        fit -= _NAMELESS
    if (scene.kind is not None and scene.kind == draft.kind) or _is_by_its_means(scene, draft):
        fit += 0.8
    if scene.date is not None and draft.date is not None:
        fit += 0.5
    return fit


def _tells_anew(scene: Scene, *, is_latest: bool) -> bool:
    """Whether a scene of another kind than a draft's tells of another attack, and no more of it."""
    mention = scene.mention
    if scene.of_the_dead and is_latest and scene.place is None:
        return False
    own = scene.by or scene.place is not None or scene.sure_date is not None or mention.victim_hits
    return not mention.definite or (scene.kind is not None and bool(own))


def _is_by_its_means(scene: Scene, draft: Draft) -> bool:
    """Whether a clause without a kind of its own names a weapon of the draft ("the rockets")."""
    if scene.kind is not None or scene.mention.stop_hits:
        return False
    means = {hit.entry.id for hit in scene.mention.weapon_hits if not hit.entry.generic}
    return bool(means) and any(
        hit.entry.id in means for other in draft.scenes for hit in other.mention.weapon_hits
    )


def _is_ruled_out(scene: Scene, draft: Draft, *, is_first: bool) -> bool:
    """Whether days, recollection, sides or outcome forbid that scene and draft are one attack."""
    mention = scene.mention
    if tells_another(scene, draft):
        return True
    if turns_to_another(scene, draft):
        return True
    if days_conflict(scene.sure_date, draft.date if draft.sure else None):
        return True
    compares = mention.joint in COMPARED_JOINTS
    if compares != all(other.mention.joint in COMPARED_JOINTS for other in draft.scenes):
        return True
    if scene.recalled and not all_recalled(draft):
        if scene.sure_date is None:
            recalls_another = not mention.definite or scene.place is not None
        else:
            recalls_another = not mention.definite and not draft.sure
        if recalls_another:
            return True
    campaign = all(other.mention.cues & CAMPAIGN for other in draft.scenes)
    return campaign and not mention.cues & CAMPAIGN and not is_first


def _kinds_agree(scene: Scene, draft: Draft, *, is_first: bool) -> bool:
    """Whether scene and draft can be one attack by their kinds; a headline's kind is loose."""
    if is_nameless(draft) and are_exact(scene.place, draft.place):
        return True
    if _claims(scene, draft) or names_the_aircraft(scene, draft):
        return True
    if not may_be_from_the_air(scene, draft):
        return False
    headline = is_first and len(draft.scenes) == 1 and draft.scenes[0].in_title
    if compatible_kinds(scene.kind, draft.kind) or (headline and scene.order == 1):
        return True
    return (
        {scene.kind, draft.kind} == FROM_AFAR
        and are_exact(scene.place, draft.place)
        and are_missiles_from_the_air(scene, draft)
    )


def _claims(scene: Scene, draft: Draft) -> bool:
    """Whether the scene is a claim of "the attack" on the very place of the draft."""
    one, other = scene.place, draft.place
    return (
        one is not None
        and other is not None
        and one.place_id is not None
        and one.place_id == other.place_id
        and "claim" in scene.mention.cues
        and scene.mention.definite
    )


def _is_of_today(scene: Scene, published: date) -> bool:
    """Whether it is dated to the last day: older attacks are only what it is compared with."""
    told = scene.sure_date.interval if scene.sure_date is not None else None
    if told is None or scene.mention.recalls or scene.mention.cues & _OF_OTHER_NEWS:
        return False
    return told.precision == DatePrecision.DAY and (published - told.end).days <= 1


def _recalls_by_day(scene: Scene, published: date) -> bool:
    """Whether a day some days past makes it older than the news it stands beside.

    What the news answered ("in response to the attack of the 15th", "the strike came in response
    to ..."), what had befallen before the place that was just told ("the same airport had been hit
    on the 31st").
    """
    told = scene.sure_date.interval if scene.sure_date is not None else None
    if told is None or scene.in_title:
        return False
    days = (published - told.end).days
    if scene.mention.joint and looks_back(scene):
        return days >= _RECALLED_DAYS
    hits = scene.mention.attack_hits
    if len(hits) > 1 and hits[0].surface.definite and "reply" in scene.mention.cues:
        return days >= _RECALLED_DAYS
    return scene.points_back and "pluperfect" in scene.mention.cues and days >= _STILL_OLD_DAYS


_OF_OTHER_NEWS = frozenset({"anniversary", "condemn", "diplomacy", "legal", "trial"})
"""Cues of a clause whose day is that of a ceremony, a statement or a court."""


def _is_old(scene: Scene, published: date) -> bool:
    told = scene.sure_date
    if told is None or told.interval is None:
        return False
    days = published - told.interval.end
    return days.days > OLD_DAYS or (
        scene.recalled and (published - told.interval.start).days >= _RECALLED_DAYS
    )


_RECALLED_DAYS = 3
"""Days before publication from which a recalled attack is none that an undated clause tells."""
