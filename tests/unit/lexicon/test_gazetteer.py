"""The gazetteer: what it holds, its cache, its tables."""

from pathlib import Path

import pytest

from workers.lexicon.gazetteer import Gazetteer
from workers.lexicon.gazetteer.build import build
from workers.lexicon.gazetteer.compiled import from_bytes, to_bytes
from workers.lexicon.gazetteer.names import displayed, key, key_text, keys
from workers.lexicon.gazetteer.own import PLACES_DIR, table_files, table_rows
from workers.text.fold import folded

OWN_PLACES_MIN = 1_500


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def places_named(gazetteer: Gazetteer, name: str) -> set[str]:
    return {gazetteer.place(entry).place_id or "" for entry in gazetteer.lookup(key(name))}


def test_our_own_tables_hold_what_the_packages_lack() -> None:
    rows = [row for path in table_files() for row in table_rows(path)]
    assert len(rows) >= OWN_PLACES_MIN


def test_every_row_of_our_tables_is_on_earth_and_has_an_id_of_its_own() -> None:
    rows = [row for path in table_files() for row in table_rows(path)]
    for row in rows:
        assert (row.latitude is None) == (row.longitude is None), row
        if row.latitude is not None and row.longitude is not None:
            assert -90 <= row.latitude <= 90, row
            assert -180 <= row.longitude <= 180, row
        assert 1 <= row.precision <= 7, row
    identifiers = [row.place_id for row in rows]
    assert len(identifiers) == len(set(identifiers))


def test_every_town_of_our_tables_has_a_point_of_its_own_or_the_packages(
    gazetteer: Gazetteer,
) -> None:
    towns = [
        row
        for path in table_files()
        for row in table_rows(path)
        if row.kind in ("city", "town", "village")
    ]
    at = {place_id: entry for entry, place_id in enumerate(gazetteer.columns.ids)}
    assert any(row.latitude is None for row in towns)
    assert [row.name for row in towns if gazetteer.point(at[row.place_id]) is None] == []


def test_a_malformed_row_names_its_file_and_line(tmp_path: Path) -> None:
    table = tmp_path / "broken.tsv"
    table.write_text("SY\ttown\tNowhere\tلا مكان\t\tHoms\tnorth\teast\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"broken\.tsv:1"):
        list(table_rows(table))


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("كونيكو", "tw:sy:conoco-gas-field"),
        ("Conoco", "tw:sy:conoco-gas-field"),
        ("قاعدة عين الأسد", "tw:iq:ain-al-asad-air-base"),
        ("كفر سوسة", "tw:sy:kafr-sousa"),
        ("كفرسوسة", "tw:sy:kafr-sousa"),
        ("سوريا", "iso:SY"),
        ("سورية", "iso:SY"),
        ("باب المندب", "tw:ye:bab-al-mandab:sea"),
        ("ولاية تكساس", "tw:us:texas:admin1"),
    ],
)
def test_a_place_is_found_by_each_of_its_names(
    gazetteer: Gazetteer, name: str, place_id: str
) -> None:
    assert place_id in places_named(gazetteer, name)


def test_a_town_of_ours_and_of_the_packages_is_one_place(gazetteer: Gazetteer) -> None:
    towns = [
        entry
        for entry in gazetteer.lookup(key("الميادين"))
        if gazetteer.columns.countries[entry] == "SY"
    ]
    assert [gazetteer.place(entry).name for entry in towns] == ["Al-Mayadin"]


def test_a_country_has_no_point(gazetteer: Gazetteer) -> None:
    (entry,) = (
        entry
        for entry in gazetteer.lookup(key("العراق"))
        if gazetteer.columns.kinds[entry] == "country"
    )
    assert gazetteer.place(entry).latitude is None


def test_the_cache_changes_nothing(tmp_path: Path) -> None:
    fresh = build([])
    assert from_bytes(to_bytes(fresh)) == fresh
    stored = Gazetteer.load(tmp_path)
    again = Gazetteer.load(tmp_path)
    assert stored.version == again.version
    assert stored.columns == again.columns == fresh


def test_a_broken_cache_is_rebuilt(tmp_path: Path) -> None:
    version = Gazetteer.load(tmp_path).version
    stored = tmp_path / f"gazetteer-{version}.bin"
    stored.write_bytes(stored.read_bytes()[:10_000])
    assert Gazetteer.load(tmp_path).lookup(key("دمشق"))


def test_names_folded_together_are_as_folded_one_by_one() -> None:
    names = [
        name
        for path in sorted((PLACES_DIR / "tables").glob("*.tsv"))
        for row in table_rows(path)
        for name in row.names
    ]
    together = keys(names)
    assert all(together[name] == key(name) for name in names)


def test_a_key_text_keeps_every_offset() -> None:
    text = folded('قصفٌ على "التنف"، قرب الحدود (السورية)...\nSecond line — U.S. base')
    assert len(key_text(text)) == len(text)


@pytest.mark.parametrize(
    ("name", "country", "printed"),
    [
        ("Ţarţūs", "SY", "Tartus"),
        ("Qā’em Shahr", "IR", "Qaem Shahr"),
        ("Saïda", "DZ", "Saïda"),
        ("Diyarbakır", "TR", "Diyarbakır"),
    ],
)
def test_names_are_shown_as_newsrooms_print_them(name: str, country: str, printed: str) -> None:
    assert displayed(name, country) == printed


def test_a_name_listed_for_a_city_is_no_other_countrys_town() -> None:
    gazetteer = Gazetteer.load()
    named = {gazetteer.columns.names[entry] for entry in gazetteer.lookup(key("سوسة"))}
    assert "Sousse city" in named
    assert "Shusha" not in named


def test_a_place_that_one_country_lists_with_its_noun_is_found_with_it_in_another(
    gazetteer: Gazetteer,
) -> None:
    assert {"tw:sy:at-taybah-daraa", "tw:lb:taybeh-lebanon"} <= places_named(
        gazetteer, "بلدة الطيبة"
    )
    assert "tw:sa:taif" not in places_named(gazetteer, "منطقة الطائف")


def test_divisions_keep_letters_that_are_no_accented_ones(gazetteer: Gazetteer) -> None:
    turkish = {
        name
        for name, country, kind in zip(
            gazetteer.columns.names,
            gazetteer.columns.countries,
            gazetteer.columns.kinds,
            strict=False,
        )
        if country == "TR" and kind == "admin1"
    }
    assert {"Elazig", "Sanliurfa", "Agri", "Igdir"} <= turkish
