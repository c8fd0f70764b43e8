from collections import Counter

import pytest

from tests.unit.extraction.reading_of import finder, mentions_of
from workers.lexicon.triggers import TriggerEntry, load_entries, surfaces
from workers.text.fold import folded
from workers.text.spacing import spaced

ENTRIES = load_entries()


def ids_in(text: str, entry: TriggerEntry) -> set[str]:
    kind = entry.kind if entry.kind in ("weapon", "cue") else "attack"
    return {hit.entry.id for hit in finder(kind).find(f" {spaced(folded(text))} ")}


def test_entry_names_are_unique() -> None:
    repeated = [name for name, count in Counter(entry.id for entry in ENTRIES).items() if count > 1]
    assert repeated == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_every_written_form_of_an_entry_is_found_in_a_text(entry: TriggerEntry) -> None:
    kind = entry.kind if entry.kind in ("weapon", "cue") else "attack"
    for form, _ in surfaces(entry):
        found = finder(kind).find(f" {form} ")
        assert found, form
        assert found[0].start == 0, form


@pytest.mark.parametrize(
    ("entry", "text"),
    [(entry, text) for entry in ENTRIES for text in entry.examples],
    ids=lambda value: value.id if isinstance(value, TriggerEntry) else None,
)
def test_an_example_holds_its_entry(entry: TriggerEntry, text: str) -> None:
    assert entry.id in ids_in(text, entry)


@pytest.mark.parametrize(
    ("entry", "text"),
    [(entry, text) for entry in ENTRIES for text in entry.counter_examples],
    ids=lambda value: value.id if isinstance(value, TriggerEntry) else None,
)
def test_a_counter_example_tells_of_no_attack(entry: TriggerEntry, text: str) -> None:
    assert mentions_of(text) == [], entry.id


@pytest.mark.parametrize(
    "text",
    [
        "المحكمة تنظر في تنفيذها للحكم",
        "وقف إطلاق النار يدخل حيز التنفيذ",
        "اتفاق لوقف إطلاق النار في المدينة",
    ],
)
def test_words_inside_words_and_a_ceasefire_are_no_attack(text: str) -> None:
    assert mentions_of(text) == []
