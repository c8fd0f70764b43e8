"""The judgement: bounded, explained features and a probability."""

import pytest

from tests.unit.extraction.reading_of import article, extractor
from workers.extraction import Extractor
from workers.extraction.extractor import Told
from workers.extraction.judging import Judgement, title_frames
from workers.lexicon.gazetteer import Gazetteer
from workers.model import Role
from workers.text.fold import folded

NEWS = "انفجرت سيارة مفخخة الثلاثاء في سوق بمدينة تلعفر وقتل خمسة."
OLD = "وفي مارس 2018 قتل ثلاثون شخصا في هجوم انتحاري على مسجد في هرات."


def told(body: str) -> Told:
    found = extractor().read(article(body))
    assert found is not None
    return found


def test_probabilities_lie_between_zero_and_one_whatever_the_features() -> None:
    judgement = Judgement({"bias": 1.0, "huge": 1e9}, 0.5)
    assert 0.0 <= judgement.probability({"huge": -1.0}) < 0.5
    assert 0.5 < judgement.probability({"huge": 1.0}) <= 1.0
    assert judgement.probability({}) == 0.5


def test_features_without_a_weight_do_not_count() -> None:
    judgement = Judgement({"bias": 1.0}, 0.5)
    assert judgement.probability({"bias": 1.0}) == judgement.probability({"bias": 1.0, "new": 3.0})


def test_the_packaged_judgement_has_weights_and_a_threshold() -> None:
    judgement = Judgement.load()
    assert 0.0 < judgement.threshold < 1.0
    assert "bias" in judgement.weights


def test_features_are_bounded() -> None:
    for features in told(f"{NEWS}\n" * 30 + OLD).features:
        assert all(0.0 <= value <= 2.0 for value in features.values())


def test_a_dated_attack_of_the_lead_is_told_apart_from_a_recalled_one() -> None:
    news, old = told(f"{NEWS}\n{OLD}").features
    assert "sure:today" in news
    assert "rule:main" in news
    assert "rule:fresh" not in old


def test_news_is_more_probable_than_a_recollection() -> None:
    judgement = Judgement.load()
    news, old = told(f"{NEWS}\n{OLD}").features
    assert judgement.probability(news) > judgement.probability(old)


def test_an_undated_attack_says_so() -> None:
    (features,) = told("انفجرت سيارة مفخخة في سوق بمدينة تلعفر وقتل خمسة.").features
    assert "undated" in features


def test_an_extractor_judges_with_the_weights_that_it_is_given() -> None:
    gazetteer = Gazetteer.load()
    believes_all = Extractor(gazetteer, Judgement({}, 0.0))
    believes_none = Extractor(gazetteer, Judgement({}, 1.1))
    assert [event.role for event in believes_all.extract(article(NEWS))] == [Role.MAIN]
    assert not believes_none.extract(article(NEWS))


@pytest.mark.parametrize(
    ("title", "count"),
    [
        ("الوزارة تدين التفجير في تلعفر", 1),
        ("ماذا بعد هجوم تلعفر؟ محللون يبحثون مصير المدينة", 2),
        ("محاكمة المتهم: الحكم والسجن والتعليق", 2),
        ("خمسة قتلى في انفجار سيارة بتلعفر", 0),
        ("Minister condemns blast in Tal Afar", 1),
        ("البرلمان يقر قانونا لمكافحة الإرهاب", 2),
        ("Five killed in Tal Afar blast", 0),
    ],
)
def test_a_headline_that_reacts_asks_or_judges_frames_the_attack(title: str, count: int) -> None:
    assert title_frames(folded(title)) == count


def test_only_the_headline_is_asked_for_its_frame() -> None:
    body = f"{NEWS}\nوأدان الوزير الهجوم."
    framed = extractor().read(article(body, "الوزارة تدين التفجير"))
    plain = extractor().read(article(body, "انفجار في تلعفر"))
    assert framed is not None
    assert plain is not None
    assert framed.features[0]["title_frames"] == 1.0
    assert "title_frames" not in plain.features[0]
