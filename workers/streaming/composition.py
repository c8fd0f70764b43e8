"""The composition root: the pure core, the settings of the environment and the Faust application.

Place in the flow: `faust -A workers.app worker` and `tawatur worker` both run what is made here.
"""

import os
from functools import partial

from workers.extraction import Extractor
from workers.incidents import IncidentBook
from workers.pipeline import CountryBooks
from workers.settings import Settings
from workers.streaming.agents import Application, build
from workers.streaming.runtime import Parts


def application() -> Application:
    """The application that the environment describes; nothing is connected yet."""
    parts = Parts(load_reader=Extractor.load, new_book=partial(CountryBooks, IncidentBook))
    return build(Settings.from_env(os.environ), parts)
