"""The collector of cyclic garbage leaves alone what was loaded."""

import gc

from workers.resident import keep_loaded


def test_what_is_loaded_is_frozen_and_collections_are_rarer() -> None:
    before = gc.get_threshold()
    try:
        keep_loaded()
        assert gc.get_freeze_count() > 0
        assert gc.get_threshold()[0] > before[0]
        assert gc.isenabled()
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
