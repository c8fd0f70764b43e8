"""The table of features: every comparison that matching makes, in the order in which it makes them.

Place in the flow: `judge` walks this table for each pair; `fit` estimates a weight for each level;
`tawatur why` prints it as a waterfall. Features that can veto come first, so that most pairs end
early.
"""

from collections.abc import Callable
from dataclasses import dataclass

from workers.matching import means, parties, telling, time_and_place
from workers.matching.profile import Profile


@dataclass(frozen=True, slots=True)
class Feature:
    """One comparison: `level` names the level two profiles reach, `detail` says it in words.

    `levels` are all that `level` returns, "unknown" where it abstains.
    """

    name: str
    level: Callable[[Profile, Profile], str]
    detail: Callable[[Profile, Profile], str]
    levels: tuple[str, ...]


def _feature(
    name: str,
    level: Callable[[Profile, Profile], str],
    detail: Callable[[Profile, Profile], str],
    levels: str,
) -> Feature:
    return Feature(name, level, detail, tuple(levels.split()))


_TOLL = (
    "equal_many equal_few both_none rises falls rises_far falls_far"
    " some_after_none none_after_some unknown"
)
_DEATHS = f"both_rise {_TOLL}"

# fmt: off
FEATURES: tuple[Feature, ...] = (
    _feature("article", telling.article, telling.article_detail, "same_article other_article"),
    _feature("day", time_and_place.day, time_and_place.day_detail,
             "same_day overnight_assumed_quiet next_day_assumed_quiet overnight_assumed "
             "next_day_assumed overnight_quiet overnight next_day two_days other_day "
             "same_middle_quiet same_middle_soon same_middle same_middle_apart within within_apart "
             "beside beside_apart other_time unknown"),
    _feature("place", time_and_place.place, time_and_place.place_detail,
             "same_point part_of site_of_town same_town outskirts outskirts_across "
             "same_district over_border impossible same_area "
             "same_admin1 inside_area in_province_far same_admin1_far inside_area_far beside_area "
             "other_admin1 "
             "same_country other_country unknown"),
    _feature("direction", parties.direction, parties.direction_detail,
             "same crossed opposite loose unknown"),
    _feature("rarity", time_and_place.rarity, time_and_place.rarity_detail,
             "rare seldom often daily unknown"),
    _feature("place_name", time_and_place.place_name, time_and_place.place_name_detail,
             "equal alike share differ unknown"),
    _feature("attacker", parties.attacker, parties.attacker_detail,
             "same alike same_side other_side differ unknown"),
    _feature("target", parties.target, parties.target_detail,
             "same alike share same_kind other_kind differ unknown"),
    _feature("type", means.sub_event_type, means.type_detail, "same bombs arms vague kin other"),
    _feature("outcome", means.outcome, means.outcome_detail, "same differ"),
    _feature("weapon", means.weapon, means.weapon_detail, "shared unnamed_bomb kin differ unknown"),
    _feature("munitions", means.munitions, means.munitions_detail,
             "equal equal_one near differ unknown"),
    _feature("deaths", means.deaths, means.deaths_detail, _DEATHS),
    _feature("injured", means.injured, means.injured_detail, _TOLL),
    _feature("text", telling.text, telling.text_detail, "copy shared some own unknown"),
    _feature("title", telling.title, telling.title_detail, "alike some other unknown"),
    _feature("standing", telling.standing, telling.standing_detail,
             "both_main one_main none_main unknown"),
    _feature("wire", telling.wire, telling.wire_detail, "same other unknown"),
)
# fmt: on
"""What is compared, in this order."""
