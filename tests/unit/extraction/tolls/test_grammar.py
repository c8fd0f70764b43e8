"""Tolls by grammar: each verb of killing and hurting before each way to count people."""

from itertools import product

import pytest

from workers.extraction.tolls.finder import find_tolls
from workers.text.fold import folded


def told(sentence: str) -> list[str]:
    """The tolls of a sentence in short: d or i, and the figure, ? where it is unknown."""
    tolls = find_tolls(folded(sentence))
    return [f"{t.field[0]}{'?' if t.toll is None else t.toll.best}" for t in tolls]


KILLING = (
    "قتل", "وقتلوا", "فقتلت", "يقتلون", "مقتل", "استشهد", "قضى", "سقط", "راح ضحيته", "أودى بحياة",
    "أودى الهجوم بحياة", "ذبحوا", "وأعدموا", "أردى", "أسفر عن مقتل", "حصد أرواح",
)  # fmt: skip
HURTING = ("أصيب", "وأصابوا", "جرحوا", "إصابة", "تسبب بجرح")
HEDGES = ("", "ما لا يقل عن ", "أكثر من ", "على الأقل ", "نحو ", "ما يقرب من ", "أزيد من ")
PEOPLE = (("ثلاثة أشخاص", 3), ("20 جنديا", 20), ("خمسة عشر مدنيا", 15))


@pytest.mark.parametrize(
    ("verb", "field"), [*((v, "d") for v in KILLING), *((v, "i") for v in HURTING)]
)
def test_an_arabic_verb_governs_people_behind_any_hedge(verb: str, field: str) -> None:
    for hedge, (people, number) in product(HEDGES, PEOPLE):
        sentence = f"{verb} {hedge}{people} في القرية"
        assert told(sentence) == [f"{field}{number}"], sentence


ENGLISH = (
    "killing {}", "{} were killed", "{} were shot dead", "the deaths of {}", "left {} dead",
    "{} lost their lives", "{} were stabbed to death", "they hacked {} to death",
)  # fmt: skip


@pytest.mark.parametrize("frame", ENGLISH)
def test_an_english_frame_governs_people_behind_any_hedge(frame: str) -> None:
    for hedge in ("", "at least ", "more than ", "about ", "up to "):
        for people, number in (("three villagers", 3), ("20 soldiers", 20), ("two dozen men", 24)):
            sentence = frame.format(hedge + people)
            assert told(sentence) == [f"d{number}"], sentence


SINGLE = (
    "مواطنة", "مرشح", "كاتب", "نقيب", "رائد في الجيش", "محافظ", "مترجمة", "مؤذن", "صيدلي",
    "عامل إغاثة",
)  # fmt: skip


@pytest.mark.parametrize("person", SINGLE)
def test_one_person_by_calling_or_rank_counts_behind_a_killing(person: str) -> None:
    assert told(f"مقتل {person} في القصف على المدينة") == ["d1"]


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        # The subject of the verb is not the dead.
        ("قتل مستوطنون شابا في البلدة", ["d1"]),
        ("قتل جنود إسرائيليون فتى قرب الحاجز", ["d1"]),
        ("قتل مدنيون وجندي في القصف", ["d?"]),
        ("أصاب مستوطنون راعيا", ["i1"]),
        ("قتلت حركة الشباب نائب المحافظ", ["d1"]),
        # Kin with the pronoun in any case.
        ("قتل أب وأبناؤه الثلاثة", ["d4"]),
        ("مقتل أم وأبنائها الأربعة", ["d5"]),
        ("استشهاد مواطنة وطفلها", ["d2"]),
        # The hurt that "and" joins to the dead.
        ("خلفت الغارة قتيلين وجريحا", ["d2", "i1"]),
        # Verbs of many senses, with people behind a bare number.
        ("قضى خمسة من قوات النظام بكمين", ["d5"]),
        ("سقط خمسة من قوات النظام", ["d5"]),
        ("سقطت ثلاثة من القذائف على الحي", []),
        ("اعتدوا على المزارعين وأصابوا ثلاثة منهم", ["i3"]),
        ("مجهولون يغتالون ضابطا سابقا", ["d1"]),
        # "Took" with "by" before the hedge.
        ("أودى الهجوم بما لا يقل عن 30 شخصا", ["d30"]),
        # Ranges.
        ("30 to 40 people were killed", ["d30"]),
        ("30-40 people were killed", ["d30"]),
        # Participles without "was", and killings by their means.
        ("five people shot dead in Cape Town", ["d5"]),
        ("two policemen gunned down in Karachi", ["d2"]),
        ("three men fatally shot in a bar", ["d3"]),
        ("rebels hacked to death 20 villagers", ["d20"]),
        ("a mob lynched a man", ["d1"]),
        ("three gunmen shot dead two policemen", ["d2"]),
        ("a blast that claimed the life of a teacher", ["d1"]),
        ("men believed to be from the group shot dead a trader and his wife", ["d2"]),
        ("a mayoral candidate was gunned down", ["d1"]),
        # No deaths.
        ("the court sentenced five men to death", []),
        ("حاولت اغتيال اللواء", []),
    ],
)
def test_who_is_counted_and_who_is_not(sentence: str, tolls: list[str]) -> None:
    assert told(sentence) == tolls


def test_people_who_tell_of_it_are_not_counted() -> None:
    tolls = find_tolls(folded("Medics said 12 bodies and 30 wounded had arrived."))
    assert sorted((t.field, t.toll.best) for t in tolls if t.toll is not None) == [
        ("deaths", 12),
        ("injured", 30),
    ]


@pytest.mark.parametrize(
    ("headline", "tolls"),
    [
        ("Turkish soldier killed, two hurt in blast", ["d1", "i2"]),
        ("Soldier killed and two wounded in ambush", ["d1", "i2"]),
        ("Journalist shot dead in Peshawar", ["d1"]),
        ("Five villagers massacred in Mali", ["d5"]),
        ("Gunmen shot dead a judge and his guard", ["d2"]),
        ("Armed men believed to be from the group killed a trader and his wife", ["d2"]),
        ("The gunman killed two, wounded three", ["d2", "i3"]),
    ],
)
def test_headlines_leave_the_auxiliary_out(headline: str, tolls: list[str]) -> None:
    assert told(headline) == tolls
