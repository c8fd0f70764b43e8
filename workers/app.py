"""The module that Faust's own command loads: `faust -A workers.app worker`.

Place in the flow: the same worker as `tawatur worker`, made by the same function.
"""

from workers.streaming.composition import application

app = application()
