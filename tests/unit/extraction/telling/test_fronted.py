"""Attacks told only as what another answered: own place, toll and attacker, not the reply's."""

import pytest

from tests.unit.extraction.reading_of import clauses_of, events_of
from workers.model import Event


def sides_of(body: str) -> list[tuple[str | None, list[str | None], int | None]]:
    """Place, attackers and dead of each event, in the order of their places' names."""
    return sorted((_side_of(event) for event in events_of(body)), key=str)


def _side_of(event: Event) -> tuple[str | None, list[str | None], int | None]:
    return (
        event.location.name if event.location else None,
        [actor.actor_id for actor in event.actors],
        event.deaths.best if event.deaths else None,
    )


@pytest.mark.parametrize(
    ("body", "answered", "reply"),
    [
        (
            (
                "أعلن حزب الله أن مقاتليه قصفوا الثلاثاء ثكنة في كريات شمونة بالصواريخ، "
                "وذلك ردا على الاعتداء الإسرائيلي الذي طال بلدة البازورية وقتل فيه شخصان."
            ),
            ("Bazouriyeh", ["il-mil"], 2),
            ("Kiryat Shmona", ["hezbollah"], None),
        ),
        (
            (
                "أطلق حزب الله صواريخ على صفد الثلاثاء ردا على غارة إسرائيلية على بلدة "
                "حولا قتل فيها ثلاثة مدنيين."
            ),
            ("Houla, Lebanon", ["il-mil"], 3),
            ("Safed", ["hezbollah"], None),
        ),
        (
            (
                "In retaliation for an Israeli raid on Baalbek that killed nine people, "
                "Hezbollah on Tuesday fired a volley of rockets at Acre."
            ),
            ("Baalbek", ["il-mil"], 9),
            ("Acre", ["hezbollah"], None),
        ),
        (
            (
                "Hamas said it had fired mortars at Israeli troops in Rafah on Tuesday in response "
                "to the bombing of a school in Nuseirat that killed 20 displaced people."
            ),
            ("Nuseirat camp", [], 20),
            ("Rafah", ["hamas"], None),
        ),
        (
            (
                "قصف حزب الله بالصواريخ قاعدة رامات دافيد الثلاثاء، انتقاما للقصف الإسرائيلي على "
                "بلدة البازورية الذي أوقع سبعة قتلى."
            ),
            ("Bazouriyeh", ["il-mil"], 7),
            ("Ramat David air base", ["hezbollah"], None),
        ),
    ],
)
def test_an_attack_that_was_answered_has_its_own_fields(
    body: str,
    answered: tuple[str, list[str], int],
    reply: tuple[str, list[str], int | None],
) -> None:
    assert sides_of(body) == sorted([answered, reply], key=str)


@pytest.mark.parametrize(
    "body",
    [
        "Hours after the attack, the air force destroyed several vehicles in Bir al-Abed.",
        "وبعد ساعات من ذلك دوى انفجار قرب قصر معاشيق، وقال التحالف إنه أسقط مسيرة.",
    ],
)
def test_words_that_only_point_back_are_no_attack_of_their_own(body: str) -> None:
    assert len(clauses_of(body)) == 1


def test_who_is_answered_takes_no_part_in_the_reply() -> None:
    strike, reply = events_of(
        "شن سلاح الجو الإسرائيلي غارات على مواقع لحماس في مخيم البريج الثلاثاء.\nوردا على الغارات "
        "الإسرائيلية، أطلق مقاتلون من حماس 30 قذيفة هاون باتجاه بلدة سديروت الثلاثاء."
    )
    assert [actor.actor_id for actor in strike.actors] == ["il-mil"]
    assert [actor.actor_id for actor in reply.actors] == ["hamas"]


def test_a_day_between_subject_and_verb_leaves_the_subject() -> None:
    (event,) = events_of("Hezbollah on Tuesday fired a volley of rockets at Acre.")
    assert [actor.actor_id for actor in event.actors] == ["hezbollah"]
