"""Who attacked, out of several reports."""

from tests.unit.incidents.told import told
from workers.incidents.attackers import attackers
from workers.model import Actor, Attribution

GUNMEN = Actor("gunmen", "gunmen", Attribution.UNKNOWN, None, "UAF")
UNIDENTIFIED = Actor("unidentified gunmen", "unknown gunmen", Attribution.UNKNOWN, None, "UAF")
SETTLERS = Actor("settlers", "settlers", Attribution.UNKNOWN, None, "CVL")
GROUP = Actor("JNIM", "JNIM", Attribution.CLAIMED, "jnim", "REB")
AMERICA = Actor("US", "Washington", Attribution.ATTRIBUTED, "us", "GOV")
ITS_ARMY = Actor("US military", "US forces", Attribution.ATTRIBUTED, "us-mil", "MIL")


def found(*said: tuple[Actor, ...]) -> tuple[Actor, ...]:
    return attackers([told(f"a{n}", actors=actors) for n, actors in enumerate(said)])


def test_gunmen_are_forgotten_once_somebody_is_named() -> None:
    assert found((GUNMEN,), (GUNMEN, GROUP)) == (GROUP,)


def test_of_several_words_for_somebody_the_most_frequent_stands() -> None:
    assert found((GUNMEN,), (UNIDENTIFIED,), (GUNMEN,)) == (GUNMEN,)


def test_who_is_described_as_more_than_armed_stays() -> None:
    assert found((GUNMEN,), (SETTLERS,)) == (SETTLERS,)


def test_suspected_gunmen_are_somebody() -> None:
    suspected = Actor("gunmen", "gunmen", Attribution.SUSPECTED, None, "UAF")
    assert found((suspected,), (GROUP,)) == (suspected, GROUP)


def test_a_state_does_not_stand_beside_its_army() -> None:
    assert found((AMERICA,), (AMERICA,), (ITS_ARMY,)) == (ITS_ARMY,)
    assert found((AMERICA,), (GROUP,)) == (GROUP, AMERICA)
