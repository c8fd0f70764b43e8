import pytest

from workers.admin.publish import article_key, messages


@pytest.mark.parametrize(
    ("line", "key"),
    [
        (b'{"id": "a1", "url": "https://x.example/1"}', b"a1"),
        (b'{"id": null, "url": "https://x.example/1"}', b"https://x.example/1"),
        (b'{"id": "", "url": "https://x.example/1"}', b"https://x.example/1"),
        (b'{"id": 7, "url": "u"}', b"u"),
        ('{"id": "خبر"}'.encode(), "خبر".encode()),
        (b'{"title": "neither"}', None),
        (b"[1, 2]", None),
        (b"not json", None),
        (b"\xff\xfe", None),
    ],
)
def test_the_key_is_the_id_else_the_url_else_none(line: bytes, key: bytes | None) -> None:
    assert article_key(line) == key


def test_lines_are_published_byte_for_byte_without_their_ends() -> None:
    lines = [b'{"a": 1} \n', b"\xff not utf-8\r\n", b"no end"]
    assert list(messages(lines)) == [b'{"a": 1} ', b"\xff not utf-8", b"no end"]


def test_blank_lines_are_no_messages() -> None:
    assert list(messages([b"\n", b"  \r\n", b"", b"x\n"])) == [b"x"]
