"""Near-duplicate signatures."""

from workers.text.fingerprint import PERMUTATIONS, likeness, signature

WORDS = [f"word{n}" for n in range(200)]
TEXT = " ".join(WORDS)


def test_a_text_is_like_itself_and_unlike_another() -> None:
    other = signature(" ".join(f"other{n}" for n in range(200)))

    assert likeness(signature(TEXT), signature(TEXT)) == 1.0
    assert likeness(signature(TEXT), other) < 0.1


def test_an_edited_copy_is_a_copy_and_a_shared_paragraph_is_not() -> None:
    edited = " ".join(["editor", *WORDS[:60], "wrote", *WORDS[61:]])
    paragraph = " ".join([*WORDS[:60], *(f"own{n}" for n in range(140))])

    assert likeness(signature(TEXT), signature(edited)) > 0.8
    assert 0.05 < likeness(signature(TEXT), signature(paragraph)) < 0.4


def test_signatures_are_compact_and_stable_over_versions() -> None:
    """A changed signature would make old and new reports of one wire strangers: see ADR 0007."""
    assert len(signature(TEXT)) == 2 * PERMUTATIONS
    assert signature("صاروخ على القاعدة").startswith(PINNED)


def test_punctuation_does_not_matter() -> None:
    assert signature("rockets, hit the base.") == signature("rockets hit the base")


def test_what_is_no_signature_is_like_nothing() -> None:
    assert signature(" ... ") == ""
    assert likeness("", signature(TEXT)) == 0.0
    assert likeness("zz" * PERMUTATIONS, "yy" * PERMUTATIONS) == 0.0


PINNED = "9697fa93ff50e8f3"
