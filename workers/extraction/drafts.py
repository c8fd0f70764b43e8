"""Drafts: the mentions of one article gathered into the distinct attacks that it tells of.

Place in the flow: after mentions, before events. Mentions are read in text order; each joins the
draft that it fits (same place or none of its own, same day, same kind of violence, definite words
pointing back) or begins a new one.
"""

from datetime import date, timedelta

from workers.extraction.agreement import (
    compatible_kinds,
    days_conflict,
    names_its_province,
    same_spot,
)
from workers.extraction.dates import DateKind, DateMention
from workers.extraction.mentions import CAMPAIGN
from workers.extraction.places import PlaceMention
from workers.extraction.tellings import SURE_POINTS, Draft, Scene
from workers.model import DateInterval, DatePrecision, Place, SubEventType, WherePrecision

DRAFTS_MAX = 40
"""Attacks that one article can tell of: the newswire months have seven at the most."""

_AIR = SubEventType.AIR_DRONE_STRIKE


OLD_DAYS = 7
"""Days before publication from which a dated attack is none that an undated clause of the
article tells.
"""


def gather(scenes: list[Scene], published: date) -> list[Draft]:
    """The drafts of an article, in the order in which they are first told."""
    drafts: list[Draft] = []
    latest: Draft | None = None
    before: Scene | None = None
    for scene in scenes:
        if before is not None:
            _take_from(before, scene, drafts)
        before = scene
        if scene.date is None and scene.offset_days:
            _date_by_offset(scene, drafts, published)
        best, best_fit = None, 0.0
        for draft in drafts:
            fit = _fit(scene, draft, is_latest=draft is latest, is_first=draft is drafts[0])
            if (
                fit is not None
                and _is_old(scene, published)
                and not draft.sure
                and not _all_recalled(draft)
            ):
                continue
            if fit is not None and (best is None or fit > best_fit):
                best, best_fit = draft, fit
        if (
            best is None
            and latest is not None
            and not _founds(scene, drafts)
            and not _answers(scene, latest)
        ):
            best = latest
        if best is None and len(drafts) < DRAFTS_MAX:
            best = Draft([], inherited=_place_before(scene, latest))
            drafts.append(best)
        if best is not None:
            best.add(scene)
            latest = best
    return drafts


_MEANS_JOINTS = ("من خلال", "عبر استهداف")


def _take_from(before: Scene, scene: Scene, drafts: list[Draft]) -> None:
    """The day and place that a scene has from what was told before it ("at the same base")."""
    mention = scene.mention
    if (
        scene.date is None
        and mention.joint in _MEANS_JOINTS
        and mention.start == before.mention.end
    ):
        scene.date, scene.sure = before.date, before.sure
    if scene.of_one_told and before.recalled and mention.sentence == before.mention.sentence + 1:
        scene.recalled = True
        if scene.date is None:
            scene.date, scene.sure = before.date, before.sure
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


def _date_by_offset(scene: Scene, drafts: list[Draft], published: date) -> None:
    """Dates a scene told from the main attack by that attack's day."""
    main = (
        drafts[0].date.interval.start
        if drafts and drafts[0].date and drafts[0].date.interval
        else published
    )
    day = main + timedelta(days=scene.offset_days or 0)
    if day <= published:
        told = DateInterval(day, day, DatePrecision.DAY)
        scene.date = DateMention(
            scene.mention.start, scene.mention.start, told, DateKind.EVENT_RELATIVE
        )
        scene.sure = True


def join(drafts: list[Draft], places: list[PlaceMention | None], published: date) -> list[Draft]:
    """Drafts that turn out to tell one attack made one: kinds, days and places that agree.

    `places` are where the drafts were located, which may be outside their own clauses.
    """
    kept: list[tuple[Draft, PlaceMention | None]] = []
    for draft, place in zip(drafts, places, strict=True):
        other = next(
            (one for one, at in kept if _one_attack(one, draft, (at, place), published)), None
        )
        if other is None:
            kept.append((draft, place))
            continue
        for scene in draft.scenes:
            other.add(scene)
        other.scenes.sort(key=lambda scene: scene.order)
    return [draft for draft, _ in kept]


_JOIN_DAYS_MAX = 3
"""A dated attack of the last days is what an undated clause of the same article speaks of."""


def _one_attack(  # noqa: PLR0911 - one return a reason
    a: Draft, b: Draft, places: tuple[PlaceMention | None, PlaceMention | None], published: date
) -> bool:
    if _all_recalled(a) != _all_recalled(b) or not compatible_kinds(a.kind, b.kind):
        return False
    if any(
        scene.another or _opposed(scene, a) or _is_another_plot(scene, a) or _answers(scene, a)
        for scene in b.scenes
    ):
        return False
    one, other = places
    if one is None or other is None or one.place is None or other.place is None:
        return False
    if max(one.place.where_prec, other.place.where_prec) >= WherePrecision.COUNTRY:
        return False
    if not same_spot(one, other) and not _is_umbrella(a, one.place, other.place):
        return False
    if a.sure and b.sure:
        return not days_conflict(a.date, b.date)
    for draft in (a, b):
        if draft.sure and draft.date is not None and draft.date.interval is not None:
            return (published - draft.date.interval.end).days <= _JOIN_DAYS_MAX
    return True


def _is_umbrella(headline: Draft, wide: Place, narrow: Place) -> bool:
    """Whether a headline's draft names by its capital the province that holds the other place."""
    return (
        all(scene.in_title for scene in headline.scenes)
        and names_its_province(wide)
        and (wide.country_code, wide.admin1) == (narrow.country_code, narrow.admin1)
    )


def _founds(scene: Scene, drafts: list[Draft]) -> bool:
    """Whether a scene that fits no draft tells of an attack of its own.

    One without place and date does so only with firm, indefinite words.
    """
    if (
        not drafts
        or scene.another
        or scene.place is not None
        or scene.sure_date is not None
        or scene.recalled
    ):
        return True
    return not scene.mention.definite and any(
        not hit.entry.weak for hit in scene.mention.attack_hits
    )


def _place_before(scene: Scene, latest: Draft | None) -> PlaceMention | None:
    if scene.places or latest is None:
        return None
    told = [place for other in latest.scenes for place in other.places]
    return max(told, key=lambda pair: pair[0])[1] if told else latest.inherited


def _fit(scene: Scene, draft: Draft, *, is_latest: bool, is_first: bool) -> float | None:
    """How well a scene fits a draft, None where it cannot be the same attack."""
    if _is_ruled_out(scene, draft, is_first=is_first):
        return None
    fit = 0.5 * is_latest + 0.25 * is_first
    place = scene.place
    if scene.at is not None and draft.at is not None:
        if not same_spot(scene.at, draft.at):
            return None
        fit += 1.5 if _are_exact(place, draft.place) else 0.7
    elif place is None:
        fit += 0.3
    if not _kinds_agree(scene, draft, is_first=is_first):
        mention = scene.mention
        own = scene.by or place is not None or scene.sure_date is not None or mention.victim_hits
        tells_anew = not mention.definite or (scene.kind is not None and own)
        return None if tells_anew else fit - 1.0
    if scene.kind is not None and scene.kind == draft.kind:
        fit += 0.8
    if scene.date is not None and draft.date is not None:
        fit += 0.5
    return fit


def _is_ruled_out(scene: Scene, draft: Draft, *, is_first: bool) -> bool:
    """Whether days, recollection, sides or outcome forbid that scene and draft are one attack."""
    mention = scene.mention
    if scene.another:
        return True
    if days_conflict(scene.sure_date, draft.date if draft.sure else None):
        return True
    if scene.recalled and not _all_recalled(draft):
        if scene.sure_date is None:
            recalls_another = not mention.definite or scene.place is not None
        else:
            recalls_another = not mention.definite and not draft.sure
        if recalls_another:
            return True
    if _opposed(scene, draft) or _answers(scene, draft) or _is_another_plot(scene, draft):
        return True
    campaign = all(other.mention.cues & CAMPAIGN for other in draft.scenes)
    return campaign and not mention.cues & CAMPAIGN and not is_first


def _kinds_agree(scene: Scene, draft: Draft, *, is_first: bool) -> bool:
    """Whether scene and draft can be one attack by their kinds; a headline's kind is loose."""
    if (
        scene.kind is _AIR
        and draft.kind is not _AIR
        and len(draft.scenes) > 1
        and not draft.votes[_AIR]
    ):
        return False
    headline = is_first and len(draft.scenes) == 1 and draft.scenes[0].in_title
    return compatible_kinds(scene.kind, draft.kind) or (headline and scene.order == 1)


_REPLY_JOINTS = (
    "ردا علي", "وذلك ردا", "في رد علي", "كرد علي", "انتقاما", "ثارا", "وهو ما دفع", "ما دفع",
    "الامر الذي دفع", "وردت", "ورد",
    "لترد", "ليرد", "in response to", "in retaliation", "in reply to", "in revenge", "retaliated",
)  # fmt: skip


def _answers(scene: Scene, draft: Draft) -> bool:
    """Whether one sentence tells the scene and the draft as a strike and its reply."""
    if scene.mention.joint not in _REPLY_JOINTS:
        return False
    return any(
        other.mention.sentence == scene.mention.sentence
        and other.mention.end == scene.mention.start
        for other in draft.scenes
    )


def _is_another_plot(scene: Scene, draft: Draft) -> bool:
    """Whether the scene tells of a foiled attack and the draft of one that was carried out."""
    mention = scene.mention
    if not mention.is_stopped or "foiled" not in mention.cues or mention.definite:
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
    return bool((scene.by & hit and not by & scene.by) and (by or scene.hit))


def _elsewhere(scene: Scene, draft: Draft) -> bool:
    """Whether scene and draft name two exact places, however near to each other."""
    one, other = scene.place, draft.place
    if one is None or other is None or one.place_id == other.place_id:
        return False
    return _are_exact(one, other)


def _are_exact(one: Place | None, other: Place | None) -> bool:
    return (
        one is not None
        and other is not None
        and max(one.where_prec, other.where_prec) <= WherePrecision.NEAR
    )


def _is_old(scene: Scene, published: date) -> bool:
    told = scene.sure_date
    return (
        told is not None
        and told.interval is not None
        and (published - told.interval.end).days > OLD_DAYS
    )


def _all_recalled(draft: Draft) -> bool:
    return all(scene.recalled for scene in draft.scenes)
