from collections import Counter
from itertools import product

import pytest

from tests.unit.extraction.reading_of import finder, mentions_of
from workers.lexicon.triggers import TriggerEntry, key, load_entries, surfaces
from workers.model import SubEventType
from workers.text.fold import folded
from workers.text.spacing import spaced

ENTRIES = load_entries()
ATTACKS = [entry for entry in ENTRIES if entry.kind not in ("weapon", "cue")]
ATTACK_ENTRIES_MIN = 300
"""Entries of attack words that the lexicon is to hold at least."""
_WORD_MIN = 4


def scan_of(entry: TriggerEntry) -> str:
    """Which of the three scans of a text looks for the entry."""
    return entry.kind if entry.kind in ("weapon", "cue") else "attack"


def ids_in(text: str, entry: TriggerEntry) -> set[str]:
    return {hit.entry.id for hit in finder(scan_of(entry)).find(f" {spaced(folded(text))} ")}


def words_of(entry: TriggerEntry) -> set[str]:
    """The first and the longer words of an entry's forms."""
    heads = [head for gapped in entry.gapped for head in gapped.heads]
    words = [key(form).split() for form in (*entry.forms, *heads)]
    return {word for form in words for word in form if word is form[0] or len(word) >= _WORD_MIN}


def test_entry_names_are_unique() -> None:
    repeated = [name for name, count in Counter(entry.id for entry in ENTRIES).items() if count > 1]
    assert repeated == []


def test_a_form_stands_in_one_entry_alone() -> None:
    owners: dict[tuple[str, str], set[str]] = {}
    for entry in ENTRIES:
        for form in entry.forms:
            owners.setdefault((scan_of(entry), key(form)), set()).add(entry.id)
    assert {form: names for form, names in owners.items() if len(names) > 1} == {}


def test_alternatives_in_a_form_stand_for_every_choice() -> None:
    ramming = next(entry for entry in ENTRIES if entry.id == "ramming-of-vehicle")
    assert {"rammed a car into", "ploughed his pickup into"} <= set(ramming.forms)
    assert not any("(" in form or "|" in form for entry in ENTRIES for form in entry.forms)


def test_an_empty_alternative_leaves_no_gap() -> None:
    repelled = next(entry for entry in ENTRIES if entry.id == "intercepted-en")
    assert {"repelled two drone attacks", "repelled drone attacks"} <= set(repelled.forms)


def test_forms_in_parts_are_found_with_words_of_their_phrase_between() -> None:
    for entry in ENTRIES:
        for gapped in entry.gapped:
            for parts in product(gapped.heads, *gapped.parts):
                form, broken = key(" one ".join(parts)), key(" in one ".join(parts))
                found = parts[0] if entry.head_only else form
                assert (entry.id, len(key(found))) in found_in(form, entry)
                if not entry.head_only:
                    assert len(broken) not in {length for _, length in found_in(broken, entry)}


def test_of_a_head_only_entry_the_verb_alone_is_found() -> None:
    entry = next(entry for entry in ENTRIES if entry.id == "daraba-ahdaf")
    text = key("ضربت إسرائيل مساء السبت أهدافا قرب حمص")
    assert ("daraba-ahdaf", len("ضربت")) in found_in(text, entry)
    assert found_in(key("ضربت عاصفة أهدافا سياحية"), entry).isdisjoint({("daraba-ahdaf", 4)})


def found_in(text: str, entry: TriggerEntry) -> set[tuple[str, int]]:
    """Entries found in a text with the length of what is found."""
    hits = finder(scan_of(entry)).find(f" {text} ")
    return {(hit.entry.id, hit.end - hit.start) for hit in hits}


def test_there_are_as_many_attack_entries_as_promised() -> None:
    assert len(ATTACKS) >= ATTACK_ENTRIES_MIN


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("kind", SubEventType)
def test_every_sub_event_type_has_words_in_both_languages(
    kind: SubEventType, language: str
) -> None:
    strongest = [
        max(entry.votes, key=lambda vote: vote[1])[0]
        for entry in ATTACKS
        if entry.votes and entry.language == language
    ]
    assert strongest.count(kind) > 1


def test_every_entry_has_an_example() -> None:
    assert [entry.id for entry in ENTRIES if not entry.examples] == []


def test_an_entry_with_blocking_words_shows_what_they_block() -> None:
    blocked = [entry for entry in ENTRIES if entry.block_after or entry.block_before]
    assert [entry.id for entry in blocked if not entry.counter_examples] == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_every_written_form_of_an_entry_is_found_in_a_text(entry: TriggerEntry) -> None:
    for form, _ in surfaces(entry):
        found = finder(scan_of(entry)).find(f" {form} ")
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
def test_a_counter_example_has_a_word_of_its_entry_and_tells_of_no_attack(
    entry: TriggerEntry, text: str
) -> None:
    assert any(word in key(text) for word in words_of(entry)), "nothing in it could mislead"
    assert mentions_of(text) == [], entry.id


@pytest.mark.parametrize(
    "text",
    [
        "المحكمة تنظر في تنفيذها للحكم",
        "وقف إطلاق النار يدخل حيز التنفيذ",
        "اتفاق لوقف إطلاق النار في المدينة",
        "ذكرت أسرته أن مقتله كان قبل أعوام",
    ],
)
def test_words_inside_words_and_a_ceasefire_are_no_attack(text: str) -> None:
    assert mentions_of(text) == []


def test_an_english_form_stands_for_the_inflections_of_its_verb() -> None:
    stormed = next(entry for entry in ENTRIES if entry.id == "stormed-soft-en")
    assert {"storms the mosque", "storming the mosque"} <= set(stormed.inflected)
    assert "storm the mosque" in stormed.bare
    listed = {form for entry in ENTRIES for form in entry.forms}
    made = [form for entry in ENTRIES for form in (*entry.inflected, *entry.bare)]
    assert listed.isdisjoint(made)
    assert len(made) == len(set(made))
