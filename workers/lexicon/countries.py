"""Countries as newsrooms name them: names, adjectives, peoples, capitals, in Arabic and English.

Place in the flow: compiled once; the actor table makes the organs of every state from it. Facts are
common knowledge; codes follow ISO 3166-1 alpha-2 (with XK, as the press uses it).
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from workers.lexicon.inflection import nisba_forms

_COLUMNS = 9
_ABBREVIATION = 2
"""Letters of an adjective that is an abbreviation (US)."""


@dataclass(frozen=True, slots=True)
class Country:
    """One country. Its Arabic adjectives come in every form; capitals stand for the state."""

    code: str
    name: str
    names_ar: tuple[str, ...]
    names_en: tuple[str, ...]
    adjectives_ar: tuple[str, ...]
    adjectives_en: tuple[str, ...]
    capitals_ar: tuple[str, ...]
    capitals_en: tuple[str, ...]

    @property
    def adjective(self) -> str:
        """The English adjective for composed names: "Turkish", "US"; else the name."""
        if not self.adjectives_en:
            return self.name
        first = self.adjectives_en[0]
        return first.title() if len(first) > _ABBREVIATION else first.upper()


def _cells(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _country(line: str) -> Country:
    cells = line.split("\t")
    if len(cells) != _COLUMNS:
        raise ValueError(
            f"demonyms.tsv: {_COLUMNS} columns wanted, {len(cells)} found: {line[:40]}"
        )
    (
        code,
        names_en,
        names_ar,
        adjectives,
        people,
        adjectives_en,
        people_en,
        capital_ar,
        capital_en,
    ) = cells
    forms = [form for adjective in _cells(adjectives) for form in nisba_forms(adjective)]
    return Country(
        code=code,
        name=_cells(names_en)[0],
        names_ar=_cells(names_ar),
        names_en=_cells(names_en),
        adjectives_ar=tuple(dict.fromkeys((*forms, *_cells(people)))),
        adjectives_en=tuple(dict.fromkeys((*_cells(adjectives_en), *_cells(people_en)))),
        capitals_ar=_cells(capital_ar),
        capitals_en=_cells(capital_en),
    )


@lru_cache(maxsize=1)
def load_countries() -> dict[str, Country]:
    """All countries of `data/demonyms.tsv` by code, in file order."""
    countries = [_country(line) for line in _lines("demonyms.tsv")]
    return {country.code: country for country in countries}


@lru_cache(maxsize=1)
def country_areas() -> dict[str, float]:
    """Areas of the large countries in km2 by code (`data/areas.tsv`)."""
    rows = (line.split("\t") for line in _lines("areas.tsv"))
    return {code: 1_000.0 * float(area) for code, area in rows}


def _lines(name: str) -> list[str]:
    text = files("workers.lexicon").joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
