"""Days that a clause tells from another attack: a day earlier, that night, the next morning.

Place in the flow: under drafts, as the clauses of an article are gathered.
"""

from datetime import date, timedelta

from workers.extraction.dates.finder import DateKind, DateMention
from workers.extraction.telling.telling_apart import all_recalled
from workers.extraction.telling.tellings import Draft, Scene
from workers.model import DateInterval, DatePrecision


def date_from_told(
    scene: Scene, before: Scene | None, drafts: list[Draft], latest: Draft | None, published: date
) -> None:
    """Dates a scene that tells its day from another attack: before it, that night, the second."""
    if scene.offset_days:
        _date_by_offset(scene, before, drafts, published)
    elif (scene.offset_days == 0 or scene.follows) and not scene.recalled:
        _date_as_told(scene, drafts)
    elif scene.mention.second and latest is not None and latest.sure:
        scene.date, scene.sure = latest.date, latest.sure


def _date_as_told(scene: Scene, drafts: list[Draft]) -> None:
    """Dates a scene of "that night" by the attack of the news that was dated last."""
    told = next(
        (draft for draft in reversed(drafts) if draft.sure and not all_recalled(draft)), None
    )
    if told is not None:
        scene.date, scene.sure = told.date, True


def _date_by_offset(
    scene: Scene, before: Scene | None, drafts: list[Draft], published: date
) -> None:
    """Dates a scene told from the main attack by that attack's day.

    "The next day" counts from what was told right before, and is recalled with it.
    """
    if (
        before is not None
        and before.sure_date is not None
        and before.sure_date.interval is not None
        and (scene.offset_days or 0) > 0
        and scene.mention.sentence <= before.mention.sentence + 1
        and not scene.in_title
    ):
        _date_as_of(scene, before.sure_date.interval.start, published)
        scene.recalled = scene.recalled or before.recalled
        return
    main = (
        drafts[0].date.interval.start
        if drafts and drafts[0].date and drafts[0].date.interval
        else published
    )
    _date_as_of(scene, main, published)


def _date_as_of(scene: Scene, told: date, published: date) -> None:
    """Dates a scene by its days from another, unless that would be after publication."""
    day = told + timedelta(days=scene.offset_days or 0)
    if day <= published:
        interval = DateInterval(day, day, DatePrecision.DAY)
        scene.date = DateMention(
            scene.mention.start, scene.mention.start, interval, DateKind.EVENT_RELATIVE
        )
        scene.sure = True
