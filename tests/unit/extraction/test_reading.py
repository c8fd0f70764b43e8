"""What of a page is read: doubled leads, furniture and links are skipped, markup is blanked out."""

from tests.unit.extraction.reading_of import article, events_of, read_lines, reading_of
from workers.extraction.reading import TEXT_MAX, make_text

LEAD = "انفجرت عبوة ناسفة صباح الثلاثاء قرب دورية في مدينة بعقوبة وقتل شرطيان."
NEXT = "وقال مصدر طبي إن ثلاثة جرحى نقلوا إلى المستشفى القريب من السوق."
END = "وفرضت قوات الأمن طوقا حول المكان وبدأت التحقيق في ما جرى."


def test_a_lead_that_stands_twice_is_read_once() -> None:
    lines = read_lines(f"{LEAD}\n{LEAD}\n{NEXT}", "انفجار في بعقوبة")
    assert sum("انفجرت عبوه" in line for line in lines) == 1


def test_an_abstract_that_the_body_begins_with_again_is_read_once() -> None:
    abstract = "انفجرت عبوة ناسفة صباح الثلاثاء قرب دورية في مدينة بعقوبة"
    lines = read_lines(f"{abstract}.\n{abstract}، وقتل شرطيان.\n{NEXT}", "انفجار في بعقوبة")
    assert sum("انفجرت عبوه" in line for line in lines) == 1


def test_a_title_that_the_body_repeats_is_still_read() -> None:
    title = "مقتل شرطيين بانفجار عبوة ناسفة في مدينة بعقوبة"
    assert read_lines(f"{title}\n{NEXT}\n{END}", title)[0].startswith("مقتل شرطيين")


def test_headlines_of_other_articles_are_not_read() -> None:
    other = "عشرات القتلى في غارات على صنعاء"
    lines = read_lines(f"{LEAD}\n{other}\n{NEXT}\n{END}", "انفجار في بعقوبة")
    assert not any("صنعاء" in line for line in lines)


def test_buttons_above_and_below_the_story_are_not_read() -> None:
    lines = read_lines(
        f"الرئيسية / عربي ودولي\n{LEAD}\n{NEXT}\nتابعنا على تلغرام | شارك الخبر", "انفجار في بعقوبة"
    )
    assert [line[:8] for line in lines] == ["انفجار ف", "انفجرت ع", "وقال مصد"]


def test_an_english_related_link_is_not_read() -> None:
    lines = read_lines(
        "A bomb killed two policemen in Baquba on Tuesday.\n"
        "Read more: Air strikes kill dozens in Sanaa\n"
        "Three people were taken to hospital.",
        "Bomb kills two in Baquba",
    )
    assert not any("sanaa" in line for line in lines)


def test_a_page_without_any_punctuation_is_read_whole() -> None:
    lines = read_lines("قصف على البلدة\nوسقط جرحى\nولا أنباء عن قتلى", "قصف")
    assert len(lines) == 4


def test_the_title_is_read_though_it_ends_without_a_mark() -> None:
    assert read_lines(f"{LEAD}\n{NEXT}", "انفجار في بعقوبة")[0] == "انفجار في بعقوبه"


def test_short_lines_that_are_closed_are_read() -> None:
    assert "لا جرحي." in read_lines(f"{LEAD}\nلا جرحى.\n{NEXT}", "انفجار")


def test_markup_and_entities_are_blanked_out_and_every_offset_holds() -> None:
    body = "<p>قصف <b>الجيش</b>&nbsp;البلدة</p><script>var attack = 'غارة';</script>"
    text = make_text(article(body, "عنوان"))
    assert len(text.original) == len("عنوان\n") + len(body)
    assert text.original.split() == ["عنوان", "قصف", "الجيش", "البلدة"]


def test_a_folded_span_leads_to_title_or_body() -> None:
    text = make_text(article("قَصَفَ الجيش", "غـــارة"))
    at = text.folded.text.index("قصف")
    assert text.origin(at, at + 3)[0] == "body"
    part, start, end = text.origin(0, len("غاره"))
    assert (part, "غـــارة"[start:end]) == ("title", "غـــارة")


def test_a_body_without_title_begins_after_an_empty_one() -> None:
    text = make_text(article("قصف"))
    assert text.origin(1, 4) == ("body", 0, 3)


def test_no_more_than_the_bound_is_read_of_an_endless_body() -> None:
    assert len(make_text(article("ا" * (TEXT_MAX * 2), "t")).original) == TEXT_MAX + 2


def test_a_position_lies_in_the_sentence_that_holds_it() -> None:
    reading = reading_of(f"{LEAD}\n{NEXT}", "انفجار")
    at = reading.text.folded.text.index("مصدر")
    sentence = reading.sentences[reading.sentence_at(at)]
    assert sentence.start <= at < sentence.end
    assert reading.sentence_at(0) == 0


def test_a_page_that_is_its_lead_twice_tells_of_one_attack() -> None:
    lead = "أعلنت الشرطة أن مسلحين هاجموا نقطة تفتيش في مدينة كركوك وقتلوا شرطيا."
    assert len(events_of(f"{lead}\n{lead}")) == 1
