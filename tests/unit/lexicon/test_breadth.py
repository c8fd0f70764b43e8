"""Breadth of the trigger lexicon: attacks in the many forms of newsrooms, and what looks alike."""

from pathlib import Path

import pytest

from tests.unit.extraction.reading_of import drafts_of

SENTENCES = Path(__file__).parent / "sentences"
"""Our own sentences, one a line: `attacks_*.txt` tell of an attack, `harmless_*.txt` do not."""


def _sentences(kind: str) -> list[str]:
    files = sorted(SENTENCES.glob(f"{kind}_*.txt"))
    return [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("text", _sentences("attacks"))
def test_an_attack_is_seen(text: str) -> None:
    assert drafts_of(text)


@pytest.mark.parametrize("text", _sentences("harmless"))
def test_what_looks_like_an_attack_and_is_none_is_not_seen(text: str) -> None:
    assert drafts_of(text) == []
