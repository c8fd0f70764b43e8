"""A sentence that goes on with another attack, by "another", its victims, its hour or who acts."""

import pytest

from tests.unit.extraction.reading_of import events_of, places_of

TWO = [
    (
        "قتل ثلاثة أشخاص الثلاثاء في غارة على بلدة ميس الجبل، واثنان في أخرى على بنت جبيل.",
        ["Meiss al-Jabal", "Bint Jbeil"],
    ),
    (
        "استهدفت طائرات حربية الثلاثاء منزلا في دير البلح وآخر في جباليا من دون إصابات.",
        ["Deir al-Balah", "Jabalia"],
    ),
    (
        (
            "Two people were killed on Tuesday in a drone strike on Khiam and one in another on "
            "Aitaroun, the ministry said."
        ),
        ["Khiam", "Aitaroun"],
    ),
    (
        "قتل جندي الثلاثاء بانفجار عبوة ناسفة في الفلوجة، وآخر في هجوم مسلح في بعقوبة.",
        ["Fallujah", "Baqubah"],
    ),
    (
        (
            "قتل خمسة جنود الثلاثاء في هجوم على حاجز قرب السخنة، وإصابة ثلاثة في انفجار لغم بحافلة "
            "قرب البوكمال."
        ),
        ["Al-Sukhna", "Albukamal"],
    ),
    (
        "قتل أربعة أشخاص الثلاثاء في تفجير بمدينة الصدر، وأصيب ستة في انفجار عبوة في حي الكرادة.",
        ["Sadr City", "Karrada"],
    ),
    (
        (
            "Gunmen shot dead a judge in Kabul on Tuesday and a roadside bomb killed two policemen "
            "in Kandahar, officials said."
        ),
        ["Kabul", "Kandahar"],
    ),
    (
        (
            "قتل ثلاثة جنود بعبوة ناسفة في الشيخ زويد الثلاثاء، وقال الجيش إنه قتل خمسة مسلحين في "
            "مداهمة بالعريش."
        ),
        ["Sheikh Zuweid", "Arish"],
    ),
    (
        (
            "Two policemen were killed by a bomb in Jalalabad on Tuesday, and the army said it "
            "killed nine militants in an air strike in Kunduz."
        ),
        ["Jalalabad", "Kunduz"],
    ),
    (
        (
            "فجر انتحاري نفسه عند نقطة تفتيش في مقديشو الثلاثاء فقتل أربعة جنود، وبعد نحو ساعة قتل "
            "مدنيان بانفجار عبوة ناسفة في حي هدن."
        ),
        ["Mogadishu", "Hodan"],
    ),
    (
        "قصفت مدفعية النظام بلدة سرمين صباح الثلاثاء، ومساء سقطت قذائف على بلدة بنش.",
        ["Sarmin", "Binnish"],
    ),
]
ONE = [
    # What was hurt and killed in a town is told of one attack.
    "في مدينة درعا قتل ثلاثة أشخاص وأصيب خمسة في قصف على حي السبيل الثلاثاء.",
    # The speaker tells of the strike told before.
    (
        "قتل ثلاثة أشخاص في غارة على بلدة الخيام الثلاثاء، وقال الجيش الإسرائيلي إنه استهدف قياديا "
        "في حزب الله في الخيام."
    ),
    # The raid follows its own bomb.
    "انفجرت سيارة مفخخة أمام فندق في مقديشو الثلاثاء، وبعد دقائق اقتحم مسلحون الفندق وقتلوا عشرة.",
    (
        "A suicide car bomber rammed the gate of a base near Tarmiya on Tuesday and gunmen stormed "
        "in and killed two soldiers at the base in Tarmiya."
    ),
    # Another man, another wound, no other attack.
    "قتل رجل في غارة على بلدة الخيام الثلاثاء وآخر توفي متأثرا بجروحه في مستشفى مرجعيون.",
]


@pytest.mark.parametrize(("body", "places"), TWO)
def test_what_a_sentence_goes_on_with_at_another_place_is_another_attack(
    body: str, places: list[str]
) -> None:
    found = [place.split(",")[0].removesuffix(" city") for place in places_of(body)]
    assert found == places


@pytest.mark.parametrize("body", ONE)
def test_what_goes_on_about_the_same_attack_is_one(body: str) -> None:
    assert len(events_of(body)) == 1


def test_each_of_two_attacks_keeps_its_own_dead() -> None:
    body = TWO[0][0]
    assert [event.deaths.best for event in events_of(body) if event.deaths] == [3, 2]


def test_a_headline_of_two_sides_tells_two_attacks() -> None:
    found = events_of(
        "بيروت - قتل ثلاثة أشخاص الثلاثاء في غارات إسرائيلية على النبطية. وأطلق حزب الله صواريخ "
        "على حيفا فأصيب شخصان.",
        title="غارات إسرائيلية على النبطية وحزب الله يقصف حيفا",
    )
    assert [event.deaths.best if event.deaths else None for event in found] == [3, None]


def test_words_about_what_no_side_does_part_no_attacks() -> None:
    body = "قصفت طائرات مسيرة قاعدة الظفرة الثلاثاء ومواقع في دبي، وهو ما لم يرد في أي بيان رسمي."
    assert places_of(body)[:1] == ["Al Dhafra air base"]


def test_two_attacks_at_two_hours_in_one_town_have_their_own_dead() -> None:
    found = events_of(
        "صباح الثلاثاء قتل اثنان في قصف مدفعي على سوق معرة النعمان، ومساء قتل ثلاثة في غارة على "
        "مدرسة في المدينة."
    )
    assert [event.deaths.best for event in found if event.deaths] == [2, 3]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "Two killed in Jenin raid, settlers attack Huwara",
            (
                "Israeli troops killed two gunmen in a raid on Jenin camp on Tuesday. Settlers "
                "attacked the town of Huwara, injuring three Palestinians."
            ),
        ),
        (
            "ثلاثة قتلى في جنين وإصابات في هجوم مستوطنين بحوارة",
            (
                "قتل الجيش الإسرائيلي الثلاثاء ثلاثة فلسطينيين خلال اقتحام مخيم جنين. وهاجم "
                "مستوطنون بلدة حوارة فأصيب أربعة من سكانها."
            ),
        ),
    ],
)
def test_each_half_of_a_headline_goes_to_its_own_attack(title: str, body: str) -> None:
    named = {
        event.location.name: [actor.actor_id or actor.name for actor in event.actors]
        for event in events_of(body, title=title)
        if event.location
    }
    assert len(named) == 2
    assert named["Huwara"] == ["settlers"]


def test_places_with_victims_of_their_own_are_attacks_of_their_own() -> None:
    found = events_of(
        "قتلت غارات إسرائيلية ثمانية أشخاص الثلاثاء، خمسة منهم في خان يونس وثلاثة في جباليا."
    )
    assert [event.deaths.best for event in found if event.deaths] == [5, 3]


def test_a_list_of_neighbours_without_victims_is_one_round_of_strikes() -> None:
    assert len(events_of("قصفت طائرات حربية الثلاثاء بلدتي سرمين والنيرب في ريف إدلب.")) == 1


def test_what_the_army_says_meanwhile_is_another_attack_than_what_the_area_suffered() -> None:
    body = (
        "Rebels killed nine people in a village in North Kivu on Tuesday, a local leader said. "
        "The army, meanwhile, said it had killed four fighters in clashes in Butembo."
    )
    assert [event.deaths.best for event in events_of(body) if event.deaths] == [9, 4]


def test_what_an_hour_later_happened_is_news_where_the_attack_told_before_is() -> None:
    found = events_of(
        "هزت ثلاثة انفجارات العاصمة الأفغانية كابول الثلاثاء. وقتل شرطيان حين انفجرت عبوة لاصقة "
        "بسيارتهما في دهمزنك.\nوبعد نحو ساعة لقي ثلاثة أشخاص حتفهم بانفجار عبوة مماثلة استهدفت "
        "سيارة أجرة.",
        title="ثلاثة انفجارات تهز كابول",
    )
    assert [event.deaths.best for event in found if event.deaths] == [2, 3]


def test_what_an_hour_later_happened_to_an_old_attack_is_no_news() -> None:
    found = events_of(
        "حكمت محكمة في بغداد الثلاثاء بالإعدام على رجل دين بتفجير في الكرادة عام 2016. وبعد نحو "
        "ساعة من ذلك التفجير انفجرت عبوة في الشعب.",
        title="حكم بالإعدام على مدان بتفجير الكرادة",
    )
    assert all(event.role.value == "background" for event in found)
