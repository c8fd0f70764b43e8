"""The word finder: whole words, longest first, blocked by their neighbours."""

from collections import Counter

import pytest

from workers.extraction.triggers import WordFinder
from workers.lexicon.triggers import Gapped, TriggerEntry, key, load_entries
from workers.model import SubEventType


def entry(**fields: object) -> TriggerEntry:
    found: dict[str, object] = {"id": "x", "kind": "noun", "language": "ar", "forms": ("هجوم",)}
    return TriggerEntry(**(found | fields))  # type: ignore[arg-type] # a factory of any fields


def words(finder: WordFinder, text: str) -> list[str]:
    folded = key(text)
    return [folded[hit.start : hit.end] for hit in finder.find(f" {folded} ")]


@pytest.mark.parametrize("word", ["هجوم", "وهجوم", "بهجوم", "الهجوم", "والهجوم", "للهجوم", "هجومه"])
def test_a_noun_is_found_with_its_clitics(word: str) -> None:
    assert words(WordFinder((entry(),)), f"قالوا {word} اليوم") == [key(word)]


@pytest.mark.parametrize("word", ["هجومية", "مهجوم", "تهجوم"])
def test_a_part_of_a_word_is_not_found(word: str) -> None:
    assert words(WordFinder((entry(),)), word) == []


def test_the_longest_of_two_entries_is_found() -> None:
    both = (entry(), entry(id="y", forms=("هجوم انتحاري",)))
    assert words(WordFinder(both), "وقع هجوم انتحاري") == ["هجوم انتحاري"]


def test_a_definite_form_says_so() -> None:
    plain, definite = WordFinder((entry(),)).find(" هجوم والهجوم ")
    assert (plain.surface.definite, definite.surface.definite) == (False, True)


def test_a_verb_in_the_future_says_so() -> None:
    finder = WordFinder((entry(kind="active", forms=("يقصف",)),))
    now, later = finder.find(" يقصف سيقصف ")
    assert (now.surface.future, later.surface.future) == (False, True)


def test_a_blocking_word_after_or_before_takes_the_hit_away() -> None:
    blocked = WordFinder((entry(block_after=("مرتد",), block_before=("خط",)),))
    assert words(blocked, "هجوم مرتد") == []
    assert words(blocked, "خط هجوم") == []
    assert words(blocked, "هجوم مرتدين") == ["هجوم"]


def test_votes_are_those_of_the_entry() -> None:
    finder = WordFinder((entry(votes=((SubEventType.ATTACK, 1.0),)),))
    (hit,) = finder.find(" هجوم ")
    assert hit.entry.votes == ((SubEventType.ATTACK, 1.0),)


def test_cues_are_found_by_name() -> None:
    finder = WordFinder(
        (
            entry(id="f", kind="cue", cue="foiled", forms=("أحبطت",)),
            entry(id="s", kind="cue", cue="speech", forms=("قال", "قالت")),
        )
    )
    hits = finder.find(f" {key('قالت الشرطة إنها أحبطت ذلك كما قال شاهد')} ")
    assert Counter(hit.entry.cue for hit in hits) == {"speech": 2, "foiled": 1}


def test_an_empty_text_holds_no_words() -> None:
    assert WordFinder((entry(),)).find("  ") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("هجوم انتحارية", ["هجوم"]),
        ("هجوم انتحاري في سوقين", ["هجوم انتحاري"]),
        ("هجوم انتحاري في قرية", ["هجوم انتحاري", "قرية"]),
    ],
)
def test_a_longer_form_that_ends_inside_a_word_hides_no_shorter_one(
    text: str, found: list[str]
) -> None:
    finder = WordFinder(
        (
            entry(),
            entry(id="y", forms=("هجوم انتحاري", "هجوم انتحاري في سوق")),
            entry(id="z", forms=("قرية",)),
        )
    )
    assert words(finder, text) == [key(form) for form in found]


def in_two_parts(**fields: object) -> WordFinder:
    seized = Gapped(("seized",), ("tanker", "oil tanker"))
    return WordFinder((entry(kind="active", language="en", forms=(), gapped=(seized,), **fields),))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "they seized the foreign-flagged oil tanker off the coast",
            "the foreign flagged oil tanker",
        ),
        ("they seized tanker after tanker", "tanker"),
        ("they seized weapons on a tanker", None),
        ("they seized one two three four five six seven tanker", None),
        ("they seized the tankers", None),
        ("they seized", None),
    ],
)
def test_a_form_in_two_parts_lets_words_of_its_own_phrase_between(
    text: str, found: str | None
) -> None:
    assert words(in_two_parts(), text) == ([] if found is None else [f"seized {found}"])


def test_words_that_may_not_stand_between_are_the_entrys_own() -> None:
    assert words(in_two_parts(not_between=("mock",)), "they seized a mock tanker") == []


def test_what_a_form_in_two_parts_blocks_stands_behind_its_second() -> None:
    finder = in_two_parts(block_after=("carrying",))
    assert words(finder, "they seized a tanker carrying drugs") == []


def test_the_first_part_alone_is_what_another_entry_says() -> None:
    finder = WordFinder(
        (
            entry(language="en", kind="active", forms=("seized",)),
            entry(id="y", forms=(), language="en", gapped=(Gapped(("seized",), ("tanker",)),)),
        )
    )
    hits = finder.find(" they seized men and seized a tanker ")
    assert [(hit.entry.id, hit.end - hit.start) for hit in hits] == [("x", 6), ("y", 15)]


def test_a_form_that_begins_in_a_word_cut_from_another_is_found() -> None:
    finder = WordFinder(
        (
            entry(language="en", kind="active", forms=("fighters storm",)),
            entry(id="y", language="en", kind="active", forms=("stormed", "stormed out")),
        )
    )
    assert words(finder, "fighters stormed the town") == ["stormed"]
    assert words(finder, "fighters stormed out of it") == ["stormed out"]
    assert words(finder, "fighters stormy sea") == []


@pytest.mark.parametrize(
    "text",
    [
        "Jets destroyed two mobile missiles",
        "Jets destroyed three anti-ship cruise missiles",
    ],
)
def test_what_is_destroyed_where_it_stands_is_not_intercepted(text: str) -> None:
    cues = WordFinder(tuple(one for one in load_entries() if one.kind == "cue"))
    assert "intercepted" not in {hit.entry.cue for hit in cues.find(f" {key(text)} ")}
