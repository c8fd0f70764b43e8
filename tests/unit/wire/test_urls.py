"""One spelling for a page's address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.wire.urls import canonical_url


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://Example.ORG", "http://example.org/"),
        ("https://example.org:443/a", "https://example.org/a"),
        ("http://example.org:443/a", "http://example.org:443/a"),
        ("https://example.org/a#comments", "https://example.org/a"),
        ("https://example.org/a?id=1&utm_medium=rss&fbclid=z", "https://example.org/a?id=1"),
        ("https://example.org/a?b=2&a=1", "https://example.org/a?b=2&a=1"),
        (" https://example.org/A ", "https://example.org/A"),
        ("https://User@Example.org/", "https://User@example.org/"),
        ("https://example.org/خبر/1", "https://example.org/خبر/1"),
        ("not a url", "not a url"),
        ("http://[broken", "http://[broken"),
    ],
)
def test_an_address_has_one_spelling(url: str, expected: str) -> None:
    assert canonical_url(url) == expected


@given(st.text())
def test_any_text_is_taken_and_stays_once_canonical(url: str) -> None:
    assert canonical_url(canonical_url(url)) == canonical_url(url)
