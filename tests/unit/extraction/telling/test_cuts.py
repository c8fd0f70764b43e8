"""One sentence, two attacks: each keeps its own place."""

import pytest

from tests.unit.extraction.reading_of import clauses_of, events_of


def places_told(body: str) -> list[str]:
    return [event.location.name if event.location else "" for event in events_of(body)]


@pytest.mark.parametrize(
    ("body", "places"),
    [
        (
            (
                "A Russian missile killed two people in Kharkiv, while Ukrainian drones hit "
                "an oil depot in Belgorod region, officials said."
            ),
            ["Kharkiv", "Belgorod"],
        ),
        (
            "قضى جنديان بصاروخ في تعز الاثنين، بينما استهدفت طائرة مسيرة شاحنة في الحديدة.",
            ["Taiz city", "Hodeidah city"],
        ),
    ],
)
def test_killings_by_a_weapon_and_an_attack_set_side_by_side_are_two(
    body: str, places: list[str]
) -> None:
    assert places_told(body) == places


@pytest.mark.parametrize(
    ("body", "places"),
    [
        (
            (
                "مات 8 أشخاص في غارة على منزل في مخيم جباليا، و5 آخرون في قصف استهدف "
                "مجموعة من المواطنين في حي الزيتون الاثنين."
            ),
            ["Jabalia camp", "Zeitoun"],
        ),
        (
            "قتل جنديان بانفجار لغم في تعز وثلاثة آخرون بقصف على حيس الأحد.",
            ["Taiz city", "Hays"],
        ),
        (
            (
                "Four civilians died in an air raid on Saraqib and two others in shelling of "
                "Kafr Nabl on Sunday, activists said."
            ),
            ["Saraqib", "Kafr Nabl"],
        ),
    ],
)
def test_the_dead_of_the_attack_named_next_are_counted_apart(body: str, places: list[str]) -> None:
    assert places_told(body) == places


@pytest.mark.parametrize(
    ("body", "places"),
    [
        (
            (
                "أعلن حزب الله أنه استهدف صباح الاثنين موقعا في تلال كفرشوبا بالصواريخ، ثم استهدف "
                "ظهرا تجمعا للجنود في موقع المالكية بمسيرة."
            ),
            ["Kfar Shuba", "Malkia"],
        ),
        (
            (
                "The militants attacked an army post in Djibo on Sunday and then ambushed a convoy "
                "near Arbinda, killing nine soldiers."
            ),
            ["Djibo", "Arbinda"],
        ),
    ],
)
def test_what_was_struck_then_elsewhere_is_another_attack(body: str, places: list[str]) -> None:
    assert places_told(body) == places


@pytest.mark.parametrize(
    "body",
    [
        "قتل جنديان في هجوم على حاجز في تعز الأحد، بينما أصيب خمسة آخرون بجروح.",
        "Gunmen killed two soldiers at a post in Djibo on Sunday and then fled on motorcycles.",
        "Two civilians died and three others were hurt when a shell hit Saraqib on Sunday.",
        "Five policemen died in a gun battle after insurgents stormed a post in Ghazni on Sunday.",
    ],
)
def test_one_attack_is_not_cut(body: str) -> None:
    assert len(places_told(body)) == 1


@pytest.mark.parametrize(
    "body",
    [
        (
            "Shells hit a bakery in Kobani on Sunday, killing two, medics said; a car bomb had "
            "gone off outside a clinic there on Saturday."
        ),
        (
            "Gunmen killed a judge in Kandahar on Sunday; a roadside bomb wounded two policemen in "
            "Ghazni."
        ),
    ],
)
def test_another_attack_behind_a_semicolon_is_told_apart(body: str) -> None:
    assert len(events_of(body)) == 2


@pytest.mark.parametrize(
    ("body", "places"),
    [
        (
            "An air raid hit a clinic in Saraqib on Tuesday, and near Afrin a car bomb hurt two.",
            ["Saraqib", "Afrin"],
        ),
        (
            "Gunmen kidnapped two engineers in Gao on Tuesday and in Mopti a convoy was ambushed.",
            ["Gao", "Mopti"],
        ),
    ],
)
def test_what_happened_and_in_another_town_is_another_attack(body: str, places: list[str]) -> None:
    assert places_told(body) == places


@pytest.mark.parametrize(
    "body",
    [
        "A bomb went off in a market in Kandahar on Sunday; the blast killed four people.",
        "Gunmen attacked a clinic in Ghazni on Sunday; two nurses were shot dead.",
    ],
)
def test_more_of_the_same_attack_behind_a_semicolon_is_not(body: str) -> None:
    assert len(events_of(body)) == 1


def test_an_attack_in_another_country_is_not_put_where_the_other_one_was() -> None:
    body = (
        "Gunmen killed nine farmers in Burkina Faso's north on Saturday. On Sunday, a roadside "
        "bomb killed three soldiers near Tessit in Mali's Gao region, the army said."
    )
    assert places_told(body) == ["Sahel Region", "Tessit"]


def test_boats_steered_from_afar_are_one_attack() -> None:
    clauses = clauses_of("دمرت البحرية زورقين مفخخين مسيرين عن بعد أن حاولا مهاجمة ميناء جازان.")
    assert len(clauses) == 1
