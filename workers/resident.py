"""What stays in memory for good, kept out of the way of Python's collector of cyclic garbage.

Place in the flow: whatever loads much uses it, and the shells once everything is loaded. An
article's own objects form no cycles, so that looking for some after every few hundred new objects
is a tenth of the work.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_YOUNG_MAX = 20_000
"""New objects from which the collector looks at them: those of about five attack reports."""

_ALL_AFTER = 1_000
"""Looks at what has lasted a while from which it looks at everything, once in 200 million new
objects: open incidents are millions of objects without cycles."""


def keep_loaded() -> None:
    """Leaves all that is loaded alone from here on, and collects less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG_MAX, 10, _ALL_AFTER)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Collects nothing while much is loaded."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def loading() -> Iterator[None]:
    """Collects nothing while much is loaded that stays, and leaves it alone from then on."""
    with undisturbed():
        try:
            yield
        finally:
            gc.freeze()
