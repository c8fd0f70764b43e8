"""The reader of each rule of the date grammar.

Place in the flow: the table that `dates` looks up with the name that `dates.grammar` matched.
"""

from collections.abc import Callable

from workers.extraction.dates.absolute import (
    read_day_month,
    read_full,
    read_month,
    read_night_span,
    read_season,
    read_this_day,
    read_weekday,
    read_weekday_date,
    read_year,
)
from workers.extraction.dates.feasts import read_feast
from workers.extraction.dates.model import Reading
from workers.extraction.dates.phrase import Phrase
from workers.extraction.dates.relative import (
    read_after,
    read_ago,
    read_anniversary,
    read_day,
    read_elapsed,
    read_event_day,
    read_part_of,
    read_weekday_of_week,
    read_weekend,
    read_window,
)

Reader = Callable[[Phrase], Reading | None]

READERS: dict[str, Reader] = {
    "full": read_full,
    "night_span": read_night_span,
    "weekday_date": read_weekday_date,
    "day_month": read_day_month,
    "anniversary": read_anniversary,
    "event_day": read_event_day,
    "weekday_of_week": read_weekday_of_week,
    "this_day": read_this_day,
    "season": read_season,
    "feast": read_feast,
    "weekend": read_weekend,
    "weekday": read_weekday,
    "day": read_day,
    "after": read_after,
    "window": read_window,
    "ago": read_ago,
    "month": read_month,
    "part_of": read_part_of,
    "year": read_year,
    "elapsed": read_elapsed,
}
"""The reader of each named alternative of `GRAMMAR`."""
