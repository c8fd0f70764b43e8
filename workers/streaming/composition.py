"""The composition root: the pure core, the settings of the environment and the Faust application.

Place in the flow: `faust -A workers.app worker` and `tawatur worker` both run what is made here.
"""

import os

from workers.extraction import Extractor
from workers.incidents import IncidentBook
from workers.settings import Settings
from workers.streaming.agents import Application, build
from workers.streaming.runtime import Parts


def application() -> Application:
    """The application that the environment describes; nothing is connected yet."""
    return build(Settings.from_env(os.environ), Parts(Extractor.load, IncidentBook))
