"""Tests that share a broker or a computed corpus run in one process."""

import pytest

from tests.processes import group_of, urgency

CONTRACT = "tests/integration/brokers/test_contract.py::test_keys_stay"
WORKER = "tests/integration/streaming/test_worker.py::test_nothing_is_lost"
FAULTS = "tests/integration/streaming/test_broker_faults.py::test_nodes_killed"
FLOORS = "tests/golden/test_floors.py::test_no_figure_is_below_its_floor"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{CONTRACT}[kafka]", f"{WORKER}[kafka]"),
        (f"{CONTRACT}[embedded]", f"{WORKER}[embedded-7]"),
        (f"{FAULTS}[1]", f"{FAULTS}[3]"),
        (f"{FLOORS}[own]", "tests/golden/test_match.py::test_gold"),
        ("tests/unit/a/test_b.py::test_c[kafka]", "tests/unit/a/test_b.py::test_d"),
    ],
)
def test_these_run_in_one_process(one: str, other: str) -> None:
    assert group_of(one) == group_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{CONTRACT}[kafka]", f"{CONTRACT}[embedded]"),
        (f"{CONTRACT}[kafka]", f"{FAULTS}[1]"),
        (f"{FLOORS}[own]", "tests/golden/test_compiled.py::test_same"),
        ("tests/unit/a/test_b.py::test_c", "tests/unit/a/test_c.py::test_c"),
    ],
)
def test_these_need_not(one: str, other: str) -> None:
    assert group_of(one) != group_of(other)


def test_what_waits_comes_first() -> None:
    names = [
        "tests/unit/test_a.py::test_b",
        FAULTS,
        FLOORS,
        "tests/golden/test_compiled.py::test_c",
    ]
    assert sorted(names, key=urgency) == [names[1], names[3], names[0], names[2]]
