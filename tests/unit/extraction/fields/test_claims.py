"""Claims, blame and suspicion: whose deed a sentence says that it was."""

import pytest

from tests.unit.extraction.reading_of import event_of, reading_of
from workers.extraction.actors.mentions import ActorFinder
from workers.extraction.fields.claims import claims_of
from workers.model import Attribution


def told(body: str) -> set[tuple[str, str]]:
    reading = reading_of(body)
    mentions = ActorFinder().find(reading.text.folded.text)
    return {(claim.kind, claim.mention.name) for claim in claims_of(reading, mentions)}


@pytest.mark.parametrize(
    ("body", "kind", "name"),
    [
        ("أعلنت حركة الشباب المرتبطة بالقاعدة مسؤوليتها.", "claim", "al-Shabaab"),
        ("تبنى تنظيم داعش مساء الأحد الهجوم على القافلة.", "claim", "Islamic State"),
        ("Islamic State claimed the strike on the base.", "claim", "Islamic State"),
        ("قالت جماعة الحوثي إنها هاجمت مطار أبها بمسيرة.", "deed", "Houthis"),
        ("The Houthis said on Monday that they had fired a missile at Abha.", "deed", "Houthis"),
        ("قالت حركة الشباب إنها وراء التفجير في الفندق.", "claim", "al-Shabaab"),
        ("اتهمت دمشق إسرائيل بقصف المطار.", "blame", "Israel"),
        ("Turkey has been accused of shelling the resort.", "blame", "Turkey"),
        ("الأسلوب يحمل بصمات تنظيم داعش في التفجير.", "suspect", "Islamic State"),
        ("The blast looked like the work of al-Shabaab.", "suspect", "al-Shabaab"),
    ],
)
def test_who_claims_is_blamed_or_suspected(body: str, kind: str, name: str) -> None:
    assert (kind, name) in told(body)


@pytest.mark.parametrize(
    "body",
    [
        "The army blamed terrorist groups and no rebel group has claimed it.",
        "واتهم الجيش السوري في بيان تنظيمات إرهابية بالهجوم.",
        "ولم تتبن حركة الشباب الهجوم.",
        "وتتبنى حركة الشباب عادة مثل هذه الهجمات.",
        "Police were following a suspected truck bomb.",
        "The coalition struck suspected launch sites.",
    ],
)
def test_accusers_police_and_habits_are_no_attackers(body: str) -> None:
    assert told(body) == set()


def test_a_claim_leaves_no_room_for_an_attacker_of_another_side() -> None:
    event = event_of(
        "Somali forces attacked gunmen in a hotel in Mogadishu after a car bomb killed five on "
        "Tuesday.\nAl-Shabaab claimed responsibility for the attack."
    )
    assert {actor.name for actor in event.actors if actor.attribution is Attribution.CLAIMED} == {
        "al-Shabaab"
    }
    assert "Somali military" not in {actor.name for actor in event.actors}
