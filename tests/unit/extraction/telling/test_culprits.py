"""Older attacks by which a text says whom it is about: they lend the news no place, day or toll."""

import pytest

from tests.unit.extraction.reading_of import clauses_of, events_of
from workers.model import Event, Role


def fresh_of(body: str) -> list[Event]:
    return [event for event in events_of(body) if event.role is not Role.BACKGROUND]


@pytest.mark.parametrize(
    ("body", "place", "day", "dead"),
    [
        (
            (
                "Egyptian police killed 19 militants in a shootout in the desert west of Minya on "
                "Tuesday who they said were behind an attack on a bus of pilgrims at the Monastery "
                "of St Samuel two days earlier."
            ),
            "Minya city",
            "2024-05-07",
            19,
        ),
        (
            (
                "Israeli forces killed two Palestinians on Tuesday near Tulkarem, including a man "
                "suspected of shooting dead a father and son in Huwara in February."
            ),
            "Tulkarm",
            "2024-05-07",
            2,
        ),
        (
            (
                "قتلت قوات إسرائيلية الثلاثاء فلسطينيا في مخيم بلاطة تتهمه بتنفيذ عملية إطلاق "
                "النار التي قتل فيها إسرائيليان في حوارة في فبراير الماضي."
            ),
            "Balata camp",
            "2024-05-07",
            1,
        ),
        (
            (
                "أعلن الجيش العراقي مقتل خمسة من عناصر داعش بضربة جوية في حمرين فجر الثلاثاء، هم "
                "المجموعة التي هاجمت حاجزا للشرطة قرب العظيم قبل أسبوع وقتلت ستة من عناصره."
            ),
            "Hamrin mountains",
            "2024-05-07",
            5,
        ),
        (
            (
                "The suspected mastermind of last month's attack on a bus in Karachi that killed "
                "four teachers was killed in a drone strike in Kunar on Monday."
            ),
            "Kunar",
            "2024-05-06",
            None,
        ),
        (
            (
                "قال الجيش إن المسؤول عن هجوم حاجز العظيم الذي قتل فيه ستة جنود الشهر الماضي قتل "
                "في غارة جوية على كهف في حمرين فجر الثلاثاء."
            ),
            "Hamrin mountains",
            "2024-05-07",
            None,
        ),
    ],
)
def test_a_culprits_older_attack_lends_nothing(body: str, place: str, day: str, dead: int) -> None:
    (event,) = fresh_of(body)
    assert event.location is not None
    assert event.date is not None
    assert (event.location.name, f"{event.date.start}") == (place, day)
    assert (event.deaths and event.deaths.best) == dead


@pytest.mark.parametrize(
    "body",
    [
        "The man behind a stabbing in Hamburg on Tuesday was shot dead there by police at once.",
        "Police shot dead a man suspected of stabbing two people at a station in Paris on Tuesday.",
        "قتلت الشرطة الإسرائيلية الثلاثاء فلسطينيا بعدما طعن حارسا في البلدة القديمة في القدس.",
        (
            "Relatives searched the morgues of Baghdad on Tuesday for victims of three car bombs "
            "that killed at least 93 people the day before."
        ),
    ],
)
def test_what_is_the_news_itself_stays_one_attack(body: str) -> None:
    assert len(events_of(body)) == 1


@pytest.mark.parametrize(
    ("body", "taken"),
    [
        (
            "The group beheaded two of the hostages it abducted in Suwayda last month.",
            "it abducted in suwayda last month.",
        ),
        (
            "Gunmen shot two captives kidnapped from a bus last week.",
            "kidnapped from a bus last week.",
        ),
        (
            "قتل مسلحون رهينتين من الرهائن الذين خطفهم التنظيم الشهر الماضي.",
            "الذين خطفهم التنظيم الشهر الماضي.",
        ),
        ("The group abducted two workers last week.", ""),
    ],
)
def test_captives_known_by_when_they_were_taken(body: str, taken: str) -> None:
    clauses = clauses_of(body)
    assert (clauses[-1] if len(clauses) > 1 else "") == taken
