"""What lies on the way between two towns is placed half way between them."""

import pytest

from workers.extraction.places.finder import PlaceFinder
from workers.lexicon.gazetteer.geometry import km
from workers.text.fold import folded


def points(finder: PlaceFinder, text: str) -> list[tuple[float, float]]:
    places = [mention.place for mention in finder.find(folded(text)) if mention.place is not None]
    return [(p.latitude, p.longitude or 0.0) for p in places if p.latitude is not None]


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("لغم على الطريق بين غاو وميناكا", ("مدينة غاو", "مدينة ميناكا")),
        ("عبوة على الطريق الواصل بين الرقة وعين عيسى", ("مدينة الرقة", "بلدة عين عيسى")),
        ("كمين على طريق الحسكة - الرقة أمس", ("مدينة الحسكة", "مدينة الرقة")),
        ("كمين على الطريق الذي يربط الرمادي بالرطبة", ("مدينة الرمادي", "بلدة الرطبة")),
        ("لغم بين بلدتي العياضية والمحلبية", ("بلدة العياضية", "بلدة المحلبية")),
        ("a bomb on the highway between Galkayo and Garowe", ("Galkayo", "Garowe")),
        ("shot dead on the Gusau-Funtua road", ("the city of Gusau", "the city of Funtua")),
        ("a bus on the road linking Jalalabad to Kabul", ("Jalalabad", "Kabul")),
        ("a post between Baidoa and Bardale was raided", ("Baidoa", "Bardale")),
    ],
)
def test_a_way_is_placed_between_its_ends(
    finder: PlaceFinder, text: str, alone: tuple[str, str]
) -> None:
    one, other = points(finder, text)[:2]
    ends = [points(finder, f"قصف على {name}" if name[0] > "z" else name)[0] for name in alone]
    assert one == other
    assert abs(km(one, ends[0]) - km(one, ends[1])) <= 20.0
    assert 0.0 < km(one, ends[0]) < km(*ends)


@pytest.mark.parametrize(
    "text",
    [
        "اشتباكات بين الزنتان ومصراتة",
        "لغم بين درعا والرمثا",
        "قصف على الرقة وعين عيسى",
        "قتيلان في الرقة وعين عيسى على الطريق الدولي",
        "talks between Baghdad and Erbil",
        "the road between Nouakchott and Ouargla",
        "shelling of Galkayo and Garowe",
        "the Gusau-Funtua dispute",
    ],
)
def test_what_is_between_two_for_another_reason_leaves_them_where_they_are(
    finder: PlaceFinder, text: str
) -> None:
    found = points(finder, text)
    assert len(found) == len(set(found))
