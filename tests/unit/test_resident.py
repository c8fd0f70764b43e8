"""The collector of cyclic garbage leaves alone what was loaded."""

import gc

from workers.resident import keep_loaded, loading

PYTHONS = (700, 10, 10)
"""Python's own thresholds. Source: the documentation of gc."""


def test_what_is_loaded_is_frozen_and_collections_are_rarer() -> None:
    before = gc.get_threshold()
    gc.set_threshold(*PYTHONS)  # a test before this one may have called the same
    try:
        keep_loaded()
        assert gc.get_freeze_count() > 0
        assert gc.get_threshold()[0] > PYTHONS[0]
        assert gc.isenabled()
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)


def test_nothing_is_collected_while_much_is_loaded() -> None:
    frozen = gc.get_freeze_count()
    try:
        with loading():
            assert not gc.isenabled()
            kept = [[number] for number in range(100)]
        assert gc.isenabled()
        assert gc.get_freeze_count() > frozen
        assert len(kept) == 100
    finally:
        gc.unfreeze()
