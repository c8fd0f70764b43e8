"""How sure it is that an attack happened."""

import pytest

from tests.unit.extraction.reading_of import event_of, events_of
from workers.model import Certainty


@pytest.mark.parametrize(
    ("body", "certainty"),
    [
        ("انفجرت سيارة مفخخة الثلاثاء في سوق بتلعفر.", Certainty.REPORTED),
        (
            "أعلنت فصائل عراقية قصف ميناء حيفا بالصواريخ الثلاثاء، ولم يتسن التحقق من ذلك.",
            Certainty.CLAIMED,
        ),
        (
            (
                "The rebels said they had shelled Goma airport on Tuesday. "
                "Their statement could not be confirmed."
            ),
            Certainty.CLAIMED,
        ),
        (
            (
                "The militia claimed it had shelled an airfield in Goma on Tuesday. "
                "There was no sign of any strike."
            ),
            Certainty.DENIED,
        ),
        (
            "زعمت جماعة مسلحة أنها قصفت مطار مأرب الثلاثاء. ولم تسجل السلطات أي انفجار في المدينة.",
            Certainty.DENIED,
        ),
        (
            "أعلن الحوثيون استهداف مطار جازان بمسيرة الثلاثاء، وهو ما نفته السلطات.",
            Certainty.DENIED,
        ),
        (
            (
                "The rebels said they shelled Goma airport on Tuesday. The army acknowledged it "
                "but said their count of the dead could not be confirmed."
            ),
            Certainty.REPORTED,
        ),
        (
            (
                "An air strike killed nine at a market in Goma on Tuesday, residents said. "
                "The army denied the claim that it had hit civilians."
            ),
            Certainty.REPORTED,
        ),
        (
            "قال سكان إن غارة دمرت مدرسة في مأرب الثلاثاء. ونفى التحالف مسؤوليته عن ذلك.",
            Certainty.REPORTED,
        ),
        (
            "Gunmen killed four soldiers in Goma on Tuesday. The toll could not be verified.",
            Certainty.REPORTED,
        ),
    ],
)
def test_what_only_a_claimant_tells_is_claimed_or_denied(body: str, certainty: Certainty) -> None:
    assert event_of(body).certainty is certainty


_NEWS = (
    "Two missiles hit the port of Aden on Tuesday, killing three dockers.\n"
    "The blasts broke windows.\nFerries were turned away.\nShops stayed shut.\n"
    "The port will reopen on Thursday.\nGrain is stored there.\n"
)


@pytest.mark.parametrize(
    ("told", "places"),
    [
        (
            (
                "The Houthi spokesman said it had also fired drones at Fujairah on Tuesday.\n"
                "Trade went on.\nThe claim about Fujairah could not be verified."
            ),
            {"Port of Aden"},
        ),
        (
            (
                "The Houthi spokesman said it had also fired drones at Fujairah on Tuesday.\n"
                "Trade went on.\nOil prices rose."
            ),
            {"Port of Aden", "Fujairah"},
        ),
    ],
)
def test_a_refuted_claim_beside_the_news_is_no_event(told: str, places: set[str]) -> None:
    found = events_of(_NEWS + told)
    assert {event.location.name for event in found if event.location} == places
