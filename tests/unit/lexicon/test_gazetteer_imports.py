"""Importing other gazetteers."""

import pytest

from workers.lexicon.gazetteer.imports import alternate_names, geonames, headed_table

REST = "SY\t\t07\t\t\t\t{people}\t\t300\tAsia/Damascus\t2020-01-01"
COUNTRY_FILE = [
    "1\tAl Qaryah\tAl Qaryah\t\t34.5\t40.1\tP\tPPL\t" + REST.format(people=6200),
    "2\tJabal\tJabal\tجبل كذا\t34.6\t40.2\tT\tMT\t" + REST.format(people=0),
    "3\tSome Farm\tSome Farm\t\t34.7\t40.3\tS\tFRM\t" + REST.format(people=0),
    "a broken line",
]
ALTERNATE_NAMES = [
    "10\t1\tar\tالقرية الفلانية\t1\t\t\t",
    "11\t1\tar\tاسم قديم\t\t\t\t1",
    "12\t1\tru\tКарья\t\t\t\t",
]


def test_a_geonames_dump_gives_towns_and_mountains_with_their_current_arabic_names() -> None:
    places = list(geonames(COUNTRY_FILE, alternate_names(ALTERNATE_NAMES)))
    assert [(place.place_id, place.kind) for place in places] == [
        ("gn:1", "town"),
        ("gn:2", "mountain"),
    ]
    assert "القرية الفلانية" in places[0].names
    assert "اسم قديم" not in places[0].names


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
