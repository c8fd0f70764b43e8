"""Days that a clause names and that are no attack's."""

import pytest

from tests.unit.extraction.reading_of import event_of

VOTED_AR = (
    "اندلعت أعمال عنف في هراري بعد إعلان نتائج الانتخابات التي جرت السبت، وقتل "
    "شخص برصاص الجيش الاثنين."
)
VOTED_EN = (
    "A man was shot dead by the army in Harare on Monday as results of the election held on "
    "Saturday came in."
)


@pytest.mark.parametrize("body", [VOTED_AR, VOTED_EN])
def test_the_day_of_a_vote_is_not_the_attacks(body: str) -> None:
    event = event_of(body)
    assert event.date is not None
    assert event.date.end.isoformat() == "2024-05-06"
