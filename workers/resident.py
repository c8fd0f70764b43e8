"""What stays in memory for good, kept out of the way of Python's collector of cyclic garbage.

Place in the flow: the shells call it once everything is loaded. An article's own objects form no
cycles, so that looking for some after every few hundred new objects is a tenth of the work.
"""

import gc

_YOUNG_MAX = 20_000
"""New objects from which the collector looks at them: those of about five attack reports."""


def keep_loaded() -> None:
    """Leaves all that is loaded alone from here on, and collects less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG_MAX, 10, 10)
