"""Target mentions: nouns in both languages, with proclitics, duals and possessives."""

import pytest

from workers.extraction.actors.targets import TargetFinder
from workers.text.fold import folded

FINDER = TargetFinder()


def names(sentence: str) -> list[str]:
    return [mention.name for mention in FINDER.find(folded(sentence))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("انفجرت عبوة أمام مسجدين", ["mosque"]),
        ("أصاب الصاروخ منزله", ["houses"]),
        ("احترقت سيارتهم بالكامل", ["car"]),
        ("قصفوا للمستشفى بابا", ["hospital"]),
        ("استهدفوا حاجزا أمنيا للشرطة", ["checkpoint", "police"]),
        ("بالقاعدة الجوية حريق", ["military base"]),
        ("two buses and an ambulance burned", ["bus", "ambulance"]),
    ],
)
def test_a_target_is_found_in_every_form(sentence: str, expected: list[str]) -> None:
    assert [name for name in expected if name in names(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "absent"),
    [
        ("انفجرت سيارة مفخخة", "car"),
        ("A truck bomb exploded", "truck"),
        ("أصدر تنظيم القاعدة بيانا", "military base"),
        ("هبطت سوق الأسهم", "market"),
    ],
)
def test_a_word_that_means_another_thing_beside_its_neighbour_is_left_out(
    sentence: str, absent: str
) -> None:
    assert absent not in names(sentence)


def test_the_longer_target_wins() -> None:
    assert names("Gunmen attacked a military base")[-1] == "military base"
    assert "military positions" in names("دمرت مواقع عسكرية")
