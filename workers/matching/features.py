"""The table of features: every comparison that matching makes, in the order in which it makes them.

Place in the flow: `judge` walks this table for each pair; `fit` estimates a weight for each level;
`tawatur why` prints it as a waterfall. Features that can veto come first, so that most pairs end early.
"""

from collections.abc import Callable
from dataclasses import dataclass

from workers.matching import means, parties, telling, time_and_place
from workers.matching.profile import Profile


@dataclass(frozen=True, slots=True)
class Feature:
    """One comparison: `level` names the level two profiles reach, `detail` says it in words.

    `levels` are all that `level` returns, best first."""

    name: str
    level: Callable[[Profile, Profile], str]
    detail: Callable[[Profile, Profile], str]
    levels: tuple[str, ...]


FEATURES: tuple[Feature, ...] = (  # one block a feature: name, comparison, words, levels
    Feature(
        "article",
        telling.article,
        telling.article_detail,
        (
            "same_article",
            "other_article",
        ),
    ),
    Feature(
        "day",
        time_and_place.day,
        time_and_place.day_detail,
        (
            "same_day",
            "next_day",
            "two_days",
            "other_day",
            "within",
            "beside",
            "other_time",
            "unknown",
        ),
    ),
    Feature(
        "place",
        time_and_place.place,
        time_and_place.place_detail,
        (
            "same_point",
            "same_town",
            "outskirts",
            "same_district",
            "far",
            "impossible",
            "same_area",
            "same_admin1",
            "inside_area",
            "beside_area",
            "other_admin1",
            "same_country",
            "other_country",
            "unknown",
        ),
    ),
    Feature(
        "direction",
        parties.direction,
        parties.direction_detail,
        (
            "same",
            "crossed",
            "opposite",
            "clash",
            "unknown",
        ),
    ),
    Feature(
        "place_name",
        time_and_place.place_name,
        time_and_place.place_name_detail,
        (
            "equal",
            "alike",
            "share",
            "differ",
            "unknown",
        ),
    ),
    Feature(
        "attacker",
        parties.attacker,
        parties.attacker_detail,
        (
            "same",
            "alike",
            "same_side",
            "other_side",
            "differ",
            "unknown",
        ),
    ),
    Feature(
        "target",
        parties.target,
        parties.target_detail,
        (
            "same",
            "alike",
            "share",
            "same_kind",
            "other_kind",
            "differ",
            "unknown",
        ),
    ),
    Feature(
        "type",
        means.sub_event_type,
        means.type_detail,
        (
            "same",
            "kin",
            "other",
        ),
    ),
    Feature(
        "outcome",
        means.outcome,
        means.outcome_detail,
        (
            "same",
            "differ",
        ),
    ),
    Feature(
        "weapon",
        means.weapon,
        means.weapon_detail,
        (
            "shared",
            "kin",
            "differ",
            "unknown",
        ),
    ),
    Feature(
        "munitions",
        means.munitions,
        means.munitions_detail,
        (
            "equal",
            "equal_one",
            "near",
            "differ",
            "unknown",
        ),
    ),
    Feature(
        "deaths",
        means.deaths,
        means.deaths_detail,
        (
            "equal_many",
            "equal_few",
            "both_none",
            "rises",
            "falls",
            "rises_far",
            "falls_far",
            "some_after_none",
            "none_after_some",
            "unknown",
        ),
    ),
    Feature(
        "injured",
        means.injured,
        means.injured_detail,
        (
            "equal_many",
            "equal_few",
            "both_none",
            "rises",
            "falls",
            "rises_far",
            "falls_far",
            "some_after_none",
            "none_after_some",
            "unknown",
        ),
    ),
    Feature(
        "text",
        telling.text,
        telling.text_detail,
        (
            "copy",
            "shared",
            "some",
            "own",
            "unknown",
        ),
    ),
    Feature(
        "title",
        telling.title,
        telling.title_detail,
        (
            "alike",
            "some",
            "other",
            "unknown",
        ),
    ),
    Feature(
        "wire",
        telling.wire,
        telling.wire_detail,
        (
            "same",
            "other",
            "unknown",
        ),
    ),
)
