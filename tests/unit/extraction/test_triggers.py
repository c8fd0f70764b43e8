"""The word finder: whole words, longest first, blocked by their neighbours."""

from collections import Counter

import pytest

from workers.extraction.triggers import WordFinder
from workers.lexicon.triggers import TriggerEntry, key
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
