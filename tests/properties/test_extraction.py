"""Extraction on any text: it never raises, quotes what is there, costs what its length does."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise
from pathlib import Path
from time import process_time
from unicodedata import normalize

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workers.extraction import Extractor
from workers.model import Article, Event
from workers.text.fold import fold, folded
from workers.text.sentences import SENTENCE_MAX, split_sentences
from workers.text.spacing import spaced

SAMPLES = Path(__file__).parents[2] / "workers" / "samples" / "articles.jsonl"
NOON = datetime(2024, 5, 7, 12, tzinfo=UTC)
LEAD = "انفجرت سيارة مفخخة الثلاثاء في سوق بمدينة تلعفر، ما أسفر عن مقتل خمسة وإصابة ثمانية."

few = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
more = settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])


@cache
def extractor() -> Extractor:
    return Extractor.load()


@cache
def samples() -> tuple[tuple[str, str], ...]:
    """Title and body of the packaged articles."""
    lines = SAMPLES.read_bytes().splitlines()
    rows = [orjson.loads(line) for line in lines if line.strip()]
    return tuple((row.get("title") or "", row.get("body") or "") for row in rows)


def extract(body: str, title: str | None = None) -> tuple[Event, ...]:
    """The events of a text, checked against the text."""
    article = Article(id="a", source="s", published_at=NOON, body=body, title=title)
    events = extractor().extract(article)
    check(article, events)
    return events


def check(article: Article, events: tuple[Event, ...]) -> None:
    parts = {"title": article.title or "", "body": article.body}
    assert len({event.event_id for event in events}) == len(events)
    for event in events:
        for told in event.evidence:
            assert 0 <= told.start < told.end <= len(parts[told.part]), told
            assert parts[told.part][told.start : told.end].strip(), told
        for toll in (event.deaths, event.injured):
            assert toll is None or 0 <= toll.low <= toll.best <= toll.high
        if event.date is not None:
            assert event.date.start <= event.date.end
        if event.location is not None:
            assert (event.location.latitude is None) == (event.location.longitude is None)


words = st.sampled_from(
    [
        *("قصفت", "غارة", "جوية", "هجوم", "الهجوم", "انتحاري", "فجر", "نفسه", "سيارة", "مفخخة"),
        *(
            "مسلحون",
            "أطلق",
            "النار",
            "على",
            "في",
            "قرب",
            "من",
            "ردا على",
            "فيما",
            "و",
            "،",
            ".",
            "\n",
        ),
        *("الموصل", "صنعاء", "مدينة", "محافظة", "إدلب", "شرق", "كم", "قتل", "أصيب", "مقتل", "جرحى"),
        *(
            "خمسة",
            "١٢",
            "3.5",
            "آلاف",
            "بينهم",
            "الحصيلة",
            "ارتفعت",
            "اليوم",
            "الثلاثاء",
            "أمس",
            "2018",
        ),
        *(
            "مارس",
            "الماضي",
            "قبل",
            "أيام",
            "إحباط",
            "اعتراض",
            "صاروخ",
            "طائرة",
            "مسيرة",
            "تنظيم الدولة",
        ),
        *(
            "killed",
            "bomb",
            "strike",
            "in",
            "Mosul",
            "gunmen",
            "attacked",
            "on Tuesday",
            "drone",
            "and",
        ),
        *(
            "ـــ",
            "َ",
            "\u200f",
            "<b>",
            "</b>",
            "&nbsp;",
            "<script>",
            "(",
            ")",
            '"',
            "«",
            ":",
            "…",
            "#",
            "0",
        ),
    ]
)
# Lone surrogates do not reach extraction: decoding an article rejects them.
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)


@more
@given(texts, st.none() | texts)
def test_any_unicode_text_is_read(body: str, title: str | None) -> None:
    extract(body, title)


@more
@given(
    st.lists(words, max_size=60).map(" ".join),
    st.none() | st.lists(words, max_size=8).map(" ".join),
)
def test_any_order_of_words_that_matter_is_read(body: str, title: str | None) -> None:
    extract(body, title)


@more
@given(st.lists(words, max_size=40).map("".join))
def test_words_that_matter_are_read_without_spaces_too(body: str) -> None:
    extract(body)


@few
@given(st.data())
def test_mutated_articles_are_read(data: st.DataObject) -> None:
    title, body = data.draw(st.sampled_from(samples()))
    body = body[:1_500]
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(body)))
        end = data.draw(st.integers(start, min(len(body), start + 40)))
        body = body[:start] + data.draw(words | st.text(max_size=5)) + body[end:]
    extract(body, title)


@few
@given(st.data())
def test_an_article_cut_anywhere_is_read(data: st.DataObject) -> None:
    title, body = data.draw(st.sampled_from(samples()))
    extract(body[: data.draw(st.integers(0, min(len(body), 1_500)))], title)


@few
@given(st.sampled_from(["ـ", "َ", "\u200f", "\u200b", "\ufeff"]), st.data())
def test_marks_that_do_not_show_change_no_event(mark: str, data: st.DataObject) -> None:
    at = data.draw(st.lists(st.integers(1, len(LEAD) - 2), max_size=12, unique=True))
    marked = "".join(mark + letter if i in at else letter for i, letter in enumerate(LEAD))
    (plain,), (found,) = extract(LEAD), extract(marked)
    assert (found.deaths, found.injured, found.weapons) == (
        plain.deaths,
        plain.injured,
        plain.weapons,
    )
    assert found.location is not None
    assert plain.location is not None
    assert found.location.place_id == plain.location.place_id
    assert found.date == plain.date


@pytest.mark.parametrize(
    "text",
    [
        "爆炸袭击造成五人死亡。" * 50,
        "Взрыв в Мосуле: погибли пять человек. " * 50,
        "מטוסים תקפו בעזה. " * 50,
        "Έκρηξη στη Μοσούλη. " * 50,
        "دھماکے میں پانچ افراد ہلاک۔ " * 50,
        "👩‍👩‍👧‍👦💥" * 200,
        "e\u0301" * 500,
        "\x00\x01\x1f" * 100,
        "\u2028\u2029\x85\x0b\x0c" * 100,
        "İ" * 500 + LEAD,
    ],
    ids=lambda text: ascii(text[:3]),
)
def test_texts_of_other_scripts_are_read(text: str) -> None:
    extract(text, text[:80])
    extract(text + LEAD, LEAD + text[:80])


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 20_000 + LEAD + "</div>" * 20_000,
        "<" * 100_000 + LEAD,
        "<script>" * 5_000 + LEAD,
        "&" * 100_000 + LEAD,
        LEAD + "<a href='" + "x" * 100_000,
        "(" * 50_000 + LEAD + ")" * 50_000,
    ],
    ids=["deep", "open", "scripts", "entities", "endless tag", "brackets"],
)
def test_markup_of_any_depth_is_read_in_time(body: str) -> None:
    before = process_time()
    extract(body, "t")
    assert process_time() - before < 5.0


@pytest.mark.parametrize(
    "unit",
    [
        LEAD + " ",
        LEAD + "\n",
        "قتل 5 و",
        "غارة ",
        "1",
        "a",
        " ",
        "\n",
        ".",
        "ـ",
        "َ",
        "في ",
        "الموصل والرمادي و",
        "قال إن هجوم ردا على ",
        "12 أيار 2018 ",
        "killed 3 and ",
    ],
    ids=lambda unit: ascii(unit[:8]),
)
def test_a_megabyte_of_one_thing_is_read_in_time(unit: str) -> None:
    body = (unit * (1_000_000 // len(unit) + 1))[:1_000_000]
    before = process_time()
    extract(body, LEAD)
    assert process_time() - before < 8.0


def test_a_kilobyte_costs_as_much_in_a_long_article_as_in_a_short_one() -> None:
    story = "\n".join(body for _, body in samples())
    text = story * (1_000_000 // len(story) + 1)
    extract(text[:1_000])
    costs = []
    for size, times in ((1_000, 20), (10_000, 3), (50_000, 1), (1_000_000, 1)):
        before = process_time()
        for index in range(times):
            extract(text[index * 700 : index * 700 + size])
        costs.append((process_time() - before) / (times * size))
    assert all(longer < 12 * shorter for shorter, longer in pairwise(costs)), costs


@more
@given(st.text(st.characters(exclude_categories=[])))
def test_folding_twice_is_folding_once(text: str) -> None:
    once = folded(text)
    assert fold(once).text == once


@more
@given(st.lists(words | st.text(max_size=4)).map("".join))
def test_every_folded_span_maps_into_the_original(text: str) -> None:
    found = fold(text)
    deleted = found.deletions[-1][1] if found.deletions else 0
    assert len(found.text) == len(text) - deleted
    last = 0
    for at, character in enumerate(found.text):
        first, end = found.original(at, at + 1)
        assert last <= first < end <= len(text)
        assert end - first == 1
        assert folded(text[first:end]) == character
        last = end


@more
@given(st.text(), st.data())
def test_a_folded_span_maps_to_text_that_folds_to_it(text: str, data: st.DataObject) -> None:
    found = fold(text)
    start = data.draw(st.integers(0, len(found.text)))
    end = data.draw(st.integers(start, len(found.text)))
    first, last = found.original(start, end)
    if end > start:
        assert folded(text[first:last]) == found.text[start:end]
    else:
        assert first == last


@more
@given(st.text(st.characters(exclude_categories=[])))
def test_the_search_form_keeps_every_offset(text: str) -> None:
    assert len(spaced(text)) == len(text)
    assert spaced(spaced(text)) == spaced(text)


@more
@given(st.lists(words | st.text(max_size=6)).map(" ".join))
def test_sentences_are_in_order_apart_bounded_and_lose_no_letter(text: str) -> None:
    text = folded(text)
    found = split_sentences(text)
    assert all(one.end <= other.start and one.line <= other.line for one, other in pairwise(found))
    assert all(0 < sentence.end - sentence.start <= SENTENCE_MAX for sentence in found)
    covered = "".join(text[sentence.start : sentence.end] for sentence in found)
    assert sum(c.isalnum() for c in covered) == sum(c.isalnum() for c in text)


def told(events: tuple[Event, ...]) -> list[tuple[object, ...]]:
    """What events say, without the spans that it was read from."""
    return [
        (
            (event.role, event.sub_event_type, event.outcome, event.certainty),
            event.location.place_id if event.location else None,
            (event.date, event.deaths, event.injured, event.weapons),
            [actor.name for actor in event.actors],
            [recipient.name for recipient in event.recipients],
        )
        for event in events
    ]


EASTERN_DIGITS = {ord(str(digit)): chr(0x0660 + digit) for digit in range(10)}
REWRITTEN: dict[str, Callable[[str], str]] = {
    "line ends of another system": lambda body: body.replace("\n", "\r\n"),
    "blank lines": lambda body: body.replace("\n", "\n\n"),
    "breaks as tags": lambda body: body.replace("\n", "<br/>\n"),
    "a byte order mark": lambda body: "\ufeff" + body,
    "space at the end of lines": lambda body: body.replace("\n", "  \n") + "  ",
    "no-break spaces": lambda body: body.replace(" ", "\u00a0"),
    "runs of spaces": lambda body: body.replace(" ", "   "),
    "paragraphs as tags": lambda body: "<p>" + body.replace("\n", "</p>\n<p>") + "</p>",
    "tatweel": lambda body: re.sub("(?<=[بتسشصضطعغفقكلمنهي])(?=[\u0627-\u064a])", "ـ", body),
    "eastern digits": lambda body: body.translate(EASTERN_DIGITS),
    "direction marks": lambda body: body.replace(" ", " \u200f"),
    "letters and marks apart": lambda body: normalize("NFD", body),
}


@pytest.mark.parametrize("how", REWRITTEN)
def test_how_a_page_is_written_changes_nothing_of_what_it_tells(how: str) -> None:
    for title, body in samples()[::3]:
        assert told(extract(REWRITTEN[how](body), title)) == told(extract(body, title))
