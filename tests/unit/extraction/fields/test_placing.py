"""Where an attack happened: the place of its own words, then what the rest of the article says."""

import pytest

from tests.unit.extraction.reading_of import event_of, places_of
from workers.model import WherePrecision


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (
            "BEIRUT (Reuters) - An air strike killed three people in the Syrian city of Raqqa.",
            "Raqqa city",
        ),
        (
            "بيروت (رويترز) - قالت مصادر إن غارة جوية قتلت ثلاثة أشخاص في مدينة الرقة الثلاثاء.",
            "Raqqa city",
        ),
        ("بغداد - انفجرت عبوة ناسفة الثلاثاء في مدينة بعقوبة وقتل شرطي.", "Baqubah"),
    ],
)
def test_where_the_page_was_written_is_not_where_it_happened(body: str, place: str) -> None:
    assert places_of(body) == [place]


def test_an_attack_told_without_a_place_takes_that_of_the_title() -> None:
    body = "قتل شرطيان وأصيب ثالث بانفجار عبوة ناسفة استهدفت دوريتهم الثلاثاء."
    assert places_of(body, "انفجار في بعقوبة") == ["Baqubah"]


def test_an_attack_told_without_a_place_takes_that_of_the_next_sentence() -> None:
    body = "قتل شرطيان بانفجار عبوة ناسفة الثلاثاء.\nونقل الجرحى إلى مستشفى في بعقوبة."
    assert places_of(body) == ["Baqubah"]


def test_a_finer_place_of_the_clause_replaces_its_province() -> None:
    body = "استهدفت طائرة مسيرة سيارة في بلدة سرمدا بمحافظة إدلب الثلاثاء، وقتل شخصان."
    assert places_of(body) == ["Sarmada"]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("قتل محام برصاص مسلحين الثلاثاء في مدينة البصرة، في حي الجزائر.", "Basra city"),
        ("قتل محام برصاص مسلحين الثلاثاء في مدينة البصرة، في حي الروضة.", "Basra city"),
        ("سقط صاروخ الثلاثاء على حي الروضة السكني شمالي مدينة مأرب وأصيب شخصان.", "Marib city"),
        ("قصفت طائرات ضاحية دوما قرب دمشق الثلاثاء وقتل شخصان.", "Douma"),
        ("قتل مسلحان بغارة جوية الثلاثاء في مديرية كوت بولاية ننغرهار.", "Kot, Nangarhar"),
        ("قتل مسلحان بغارة جوية الثلاثاء على مدينة الكوت العراقية.", "Kut"),
    ],
)
def test_a_quarter_is_no_town_abroad_and_no_far_village(body: str, place: str) -> None:
    assert places_of(body) == [place]


def test_a_finer_place_replaces_its_province_however_large() -> None:
    body = "قتل جنديان بانفجار لغم الثلاثاء في محافظة الوادي الجديد، والانفجار وقع قرب الفرافرة."
    assert places_of(body) == ["Farafra"]


def test_a_finer_place_told_later_replaces_the_country() -> None:
    body = "قتل جنديان بهجوم مسلح في ليبيا الثلاثاء.\nوقال مصدر إن الهجوم وقع في مدينة درنة."
    assert places_of(body) == ["Derna city"]


def test_a_government_named_by_its_capital_is_no_place() -> None:
    body = "قالت واشنطن إن مسلحين هاجموا نقطة تفتيش في مدينة كركوك الثلاثاء."
    assert places_of(body) == ["Kirkuk city"]


def test_an_organisation_with_a_place_in_its_name_is_no_place() -> None:
    body = "قال مستشفى بغداد التعليمي إن شرطيا قتل في هجوم مسلح ببعقوبة الثلاثاء."
    assert places_of(body) == ["Baqubah"]


def test_an_article_without_any_place_yields_an_event_without_one() -> None:
    assert event_of("قتل شرطيان بانفجار عبوة ناسفة الثلاثاء.").location is None


def test_a_place_near_which_it_happened_is_less_exact() -> None:
    place = event_of("هاجم مسلحون نقطة عسكرية قرب سامراء الثلاثاء وقتلوا ثلاثة جنود.").location
    assert place is not None
    assert (place.name, place.where_prec) == ("Samarra", WherePrecision.NEAR)


def test_a_place_keeps_its_name_as_the_article_writes_it() -> None:
    place = event_of("انفجرت سيارة مفخخة الثلاثاء في سوق بمدينة تَلعـفر.").location
    assert place is not None
    assert (place.name, place.name_local) == ("Tal Afar", "تَلعـفر")


@pytest.mark.parametrize(
    ("told", "where", "place"),
    [
        (
            "قصف الطيران الحربي ثلاثة مواقع في محافظة دير الزور الثلاثاء.",
            "وأضاف المصدر أن المواقع الثلاثة تقع بالقرب من مدينة الميادين.",
            "Al-Mayadin",
        ),
        (
            "قصفت طائرات مقرا للفصائل في محافظة إدلب الثلاثاء.",
            "ويقع المقر المستهدف في بلدة سرمدا.",
            "Sarmada",
        ),
        (
            "Warplanes bombed several sites in Idlib province on Tuesday.",
            "All the sites are located near the town of Sarmada.",
            "Sarmada",
        ),
    ],
)
def test_a_sentence_that_says_where_the_target_lies_makes_its_place_exact(
    told: str, where: str, place: str
) -> None:
    assert places_of(f"{told}\n{where}") == [place]


def test_where_a_town_lies_is_not_where_it_happened() -> None:
    body = (
        "قصفت طائرات التحالف مقرا لتنظيم الدولة في مدينة القائم الثلاثاء.\n"
        "وتقع المدينة على مسافة من الرمادي مركز المحافظة."
    )
    assert places_of(body) == ["Al-Qaim"]


def test_the_one_village_that_a_report_on_a_region_names_is_where_it_was() -> None:
    text = (
        "قتل مسلحون عشرين راعيا في هجوم وسط مالي، بحسب منظمة محلية.\n"
        "وقال شاهد إن المهاجمين وصلوا على دراجات إلى قرية كوماغا."
    )
    assert places_of(text) == ["Koumaga"]


def test_of_two_villages_none_is_taken() -> None:
    text = (
        "قتل مسلحون عشرين راعيا في هجوم وسط مالي، بحسب منظمة محلية.\n"
        "وقال شاهد إن المهاجمين جاؤوا من قرية كوماغا ثم توجهوا إلى قرية أوغوساغو."
    )
    assert places_of(text) == ["Central Mali"]


def test_a_city_named_as_one_is_no_province() -> None:
    text = (
        "قصفت طائرات التحالف معسكرا في مدينة الحديدة.\nوأسفرت الغارات عن مقتل خمسة، كما قتل "
        "مدني في الدريهمي حين مرت سيارته على لغم."
    )
    assert places_of(text)[0] == "Hodeidah city"


def test_a_town_named_only_as_a_bearing_gives_way_to_the_one_told() -> None:
    body = "قتل تسعة أشخاص بتفجير انتحاري غرب مقديشو، إذ فجر رجل نفسه في سوق مدينة أفقوي الثلاثاء."
    assert places_of(body) == ["Afgooye"]


def test_a_group_of_states_is_not_where_its_force_was_attacked() -> None:
    body = "هاجم مسلحون مقر قوة مجموعة دول الساحل الخمس في وسط مالي الثلاثاء وقتلوا جنديين."
    assert places_of(body) == ["Central Mali"]


def test_the_region_that_a_bearing_lies_in_does_not_take_its_place() -> None:
    body = "أطلقت دبابة قذيفة على نقطة رصد شرق خان يونس في جنوب قطاع غزة الثلاثاء وقتل شخصان."
    assert places_of(body) == ["Khan Yunis"]


def test_a_city_that_is_said_to_be_one_is_not_refined_by_another_town() -> None:
    body = (
        "قتل مدنيان بعد أن صدمت سيارة مفخخة دورية في مدينة غاو الأحد.\n"
        "وقال مصدر عسكري إن الجنود تعرضوا لهجوم بسيارة مفخخة قرب بلدة بوريم."
    )
    assert "Bourem" not in places_of(body)[:1]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("تعرضت مدينة دوما، آخر معاقل الفصائل قرب دمشق، لقصف قتل فيه أربعة الثلاثاء.", "Douma"),
        ("تعرضت مدينة تلعفر، وهي من كبرى البلدات غرب الموصل، لقصف الثلاثاء.", "Tal Afar"),
        ("قتل اثنان في هجوم على دوما، وقتل أربعة في كمين آخر قرب دمشق الثلاثاء.", "Douma"),
    ],
)
def test_what_a_town_is_said_to_be_names_no_other_place(body: str, place: str) -> None:
    assert places_of(body)[0] == place


def test_where_a_meeting_was_held_is_not_where_it_happened() -> None:
    body = (
        "هاجم الحوثيون سفينة قرب ميناء الحديدة الثلاثاء. "
        "وتزامن الهجوم مع اجتماع للأمم المتحدة في جنيف."
    )
    assert places_of(body) == ["Hodeidah port"]
    assert places_of("فجر انتحاري نفسه داخل اجتماع قبلي في قندوز الثلاثاء.") == ["Kunduz city"]
