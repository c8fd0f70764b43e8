"""Importing other gazetteers."""

from collections import Counter
from pathlib import Path

import pytest

from workers.admin.command import AdminError
from workers.admin.places import read_places
from workers.lexicon.gazetteer.build import absorbed, admin1_by_code
from workers.lexicon.gazetteer.imports import Imported, alternate_names, geonames, headed_table
from workers.lexicon.gazetteer.names import keys
from workers.lexicon.gazetteer.own import COLUMNS, table_rows
from workers.lexicon.gazetteer.rows import Row

REST = "SY\t\t07\t\t\t\t{people}\t\t300\tAsia/Damascus\t2020-01-01"
COUNTRY_FILE = [
    "1\tAl Qaryah\tAl Qaryah\t\t34.5\t40.1\tP\tPPL\t" + REST.format(people=6200),
    "2\tJabal\tJabal\tجبل كذا\t34.6\t40.2\tT\tMT\t" + REST.format(people=0),
    "3\tSome Farm\tSome Farm\t\t34.7\t40.3\tS\tFRM\t" + REST.format(people=0),
    "a broken line",
    "4\tOld Town\tOld Town\t\t34.7\t40.3\tP\tPPLH\t" + REST.format(people=0),
    "5\tNowhere\tNowhere\t\t\t\tP\tPPL\t" + REST.format(people=0),
    "6\tSomewhere\tSomewhere\t\t34.7\t40.3\tP\tPPL\t" + REST.format(people="many"),
]
ALTERNATE_NAMES = [
    "10\t1\tar\tالقرية الفلانية\t1\t\t\t",
    "11\t1\tar\tاسم قديم\t\t\t\t1",
    "12\t1\tru\tКарья\t\t\t\t",
    "13\t99\tar\tقرية في بلد آخر\t\t\t\t",
]


def imported(passed_over: Counter[str] | None = None) -> list[Imported]:
    counted = Counter[str]() if passed_over is None else passed_over
    names = alternate_names(ALTERNATE_NAMES, {"1", "2", "3"})
    return list(geonames(COUNTRY_FILE, names, {("SY", "07"): "Deir ez-Zor"}, counted))


def test_a_geonames_dump_gives_towns_and_mountains_with_their_current_arabic_names() -> None:
    places = imported()
    assert [(place.place_id, place.kind) for place in places] == [
        ("gn:1", "town"),
        ("gn:2", "mountain"),
    ]
    assert "القرية الفلانية" in places[0].names
    assert "اسم قديم" not in places[0].names


def test_an_imported_place_lies_in_the_governorate_of_its_code() -> None:
    assert {place.admin1 for place in imported()} == {"Deir ez-Zor"}
    assert admin1_by_code()["SY", "07"] == "Deir ez-Zor"


def test_lines_that_are_no_place_to_look_for_are_counted_by_their_reason() -> None:
    passed_over: Counter[str] = Counter()
    imported(passed_over)
    assert passed_over == {
        "not of 19 columns": 1,
        "of a kind that is not looked for": 1,
        "no longer inhabited": 1,
        "without a name, a point or a number of people": 2,
    }


def test_only_the_alternate_names_of_the_file_are_kept() -> None:
    assert alternate_names(ALTERNATE_NAMES, {"1"}).keys() == {"1"}


def test_a_headed_table_is_read_by_its_column_names() -> None:
    lines = [
        "wof_id\tcountry_code\tplacetype\tname\tnames_ar\tlatitude\tlongitude\tregion\tpopulation\n",
        "7\tYE\tlocality\tAl Hajar\tالحجر|حجر\t15.1\t44.2\tSanaa\t\n",
    ]
    (place,) = headed_table(lines)
    assert place.place_id == "wof:7"
    assert place.names == ("Al Hajar", "الحجر", "حجر")
    assert place.fields("test")[3] == "الحجر|حجر"


def test_a_table_without_coordinates_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="latitude"):
        list(headed_table(["id\tcountry_code\tname\n", "1\tYE\tX\n"]))


@pytest.mark.parametrize("name", ["missing.txt", "no.zip", "no.xz", "latin.txt", "folder.txt"])
def test_a_file_that_cannot_be_read_is_told_in_a_sentence(tmp_path: Path, name: str) -> None:
    for broken in ("no.zip", "no.xz"):
        (tmp_path / broken).write_bytes(b"neither")
    (tmp_path / "latin.txt").write_bytes(b"id\tcountry_code\t\xe9\n")
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(AdminError, match=name):
        list(read_places(tmp_path / name))


def table(folder: Path, name: str, *lines: str) -> list[Row]:
    path = folder / name
    path.write_text("\n".join(("\t".join(COLUMNS), *lines)), encoding="utf-8")
    return list(table_rows(path))


def test_a_place_that_our_tables_hold_too_is_one_place_with_all_names(tmp_path: Path) -> None:
    ours = table(
        tmp_path,
        "own.tsv",
        "SY\ttown\tAl-Qarya\tالقرية\t\tDeir ez-Zor\t34.50\t40.10",
        "SY\tairport\tQarya airport\tمطار القرية\t\tDeir ez-Zor\t34.52\t40.12",
    )
    theirs = table(
        tmp_path,
        "theirs.tsv",
        "SY\tcity\tAl Qaryah\tالقرية|القرية الكبيرة\t\t\t34.51\t40.11\t\t\tdump\tgn:1\t90000",
        "SY\tvillage\tAl Qaryah\tالقرية\t\t\t36.00\t37.00\t\t\tdump\tgn:2\t90",
        "SY\tbase\tQarya airport\t\t\t\t34.53\t40.13\t\t\tdump\tgn:3\t0",
        "SY\tmountain\tAl Qaryah\tالقرية\t\t\t34.51\t40.11\t\t\tdump\tgn:4\t0",
    )
    key_of = keys(name for row in (*ours, *theirs) for name in row.names)

    rows = absorbed(theirs, ours, key_of)

    assert [row.place_id for row in rows] == [
        "gn:2",
        "gn:4",
        "tw:sy:al-qarya",
        "tw:sy:qarya-airport",
    ]
    assert "القرية الكبيرة" in rows[2].names
    assert rows[2].admin1 == "Deir ez-Zor"


def test_a_place_that_changed_hands_is_the_imported_one(tmp_path: Path) -> None:
    old, new = (
        table(
            tmp_path,
            "table.tsv",
            f"{country}\tvillage\tAl Qaryah\tالقرية\t\t\t34.51\t40.11\t\t\tdump\tgn:1\t90",
        )
        for country in ("IQ", "SY")
    )
    (row,) = absorbed(old, new, keys(name for row in (*old, *new) for name in row.names))
    assert row.country == "SY"
