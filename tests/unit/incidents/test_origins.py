"""A wire story in twenty outlets is twenty sources and one origin."""

from tests.unit.incidents.told import told
from workers.incidents.origins import origins
from workers.text.fingerprint import signature

WIRE = " ".join(f"word{n}" for n in range(80))
OWN = " ".join(f"other{n}" for n in range(80))


def test_copies_of_one_text_are_one_origin() -> None:
    edited = WIRE.replace("word40", "sentence")
    found = origins(
        [
            told("a1", fingerprint=signature(WIRE)),
            told("a2", fingerprint=signature(edited)),
            told("a3", fingerprint=signature(OWN)),
        ]
    )

    assert found == {"a1#0": "a1#0", "a2#0": "a1#0", "a3#0": "a3#0"}


def test_a_credited_agency_is_the_origin_and_so_is_its_own_report() -> None:
    found = origins(
        [
            told("a1", agency="Northstar"),
            told("a2", agency="northstar"),
            told("a3", source="Northstar"),
        ]
    )

    assert len(set(found.values())) == 1


def test_one_outlet_is_one_origin() -> None:
    found = origins([told("a1", source="x.example"), told("a2", source="x.example")])

    assert len(set(found.values())) == 1


def test_unknown_origins_are_their_own() -> None:
    assert len(set(origins([told("a1"), told("a2"), told("a3")]).values())) == 3


def test_origins_grown_report_by_report_equal_those_found_at_once() -> None:
    events = [
        told("a1", fingerprint=signature(OWN)),
        told("a2", agency="Northstar"),
        told("a3", fingerprint=signature(WIRE)),
        told("a4", agency="Northstar", fingerprint=signature(WIRE)),
    ]
    known: dict[str, str] = {}
    for count in range(1, 5):
        known = origins(events[:count], known)

    assert known == origins(events)


def test_a_retold_copy_has_its_origin_and_a_turn_of_phrase_does_not_make_one() -> None:
    words = WIRE.split()
    half = " ".join([*words[:44], *OWN.split()[:36]])
    phrase = " ".join([*words[:12], *(f"third{n}" for n in range(68))])
    found = origins(
        [
            told("a1", fingerprint=signature(WIRE)),
            told("a2", fingerprint=signature(half)),
            told("a3", fingerprint=signature(phrase)),
        ]
    )

    assert found == {"a1#0": "a1#0", "a2#0": "a1#0", "a3#0": "a3#0"}
