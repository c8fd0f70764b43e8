"""Runs an application until it is told to stop.

Place in the flow: between the command line and Faust's worker, which owns signals and event loop.
"""

import faust

from workers.streaming.agents import Application
from workers.streaming.logs import logging_config


def run_in_foreground(app: Application) -> int:
    """Returns 0 after a graceful stop; a failure ends the process with its own code."""
    level = app.runtime.settings.log_level
    worker = faust.Worker(
        app, loglevel=level, logging_config=logging_config(level), redirect_stdouts=False
    )
    try:
        worker.execute_from_commandline()
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    return 0
