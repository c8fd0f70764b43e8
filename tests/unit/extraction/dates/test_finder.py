"""Date expressions of both languages, read on Wednesday 17 March 2021, 14:00 at UTC+3."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.extraction.dates.finder import DateKind, DateMention, find_dates
from workers.text.fold import folded
from workers.text.words import listed

PUBLISHED = datetime(2021, 3, 17, 14, 0, tzinfo=timezone(timedelta(hours=3)))


def read(
    text: str, published: datetime = PUBLISHED, language: str = "ar"
) -> tuple[DateMention, ...]:
    return find_dates(folded(text), published, language)


def told(mention: DateMention) -> str:
    """A mention in short: days, precision if it is not 1, and what is marked."""
    interval = mention.interval
    if interval is None:
        return f"event{mention.offset_days if mention.offset_days is not None else '?'}"
    days = (
        f"{interval.start}"
        if interval.start == interval.end
        else f"{interval.start}..{interval.end}"
    )
    precision = "" if interval.precision == 1 else f"/{interval.precision}"
    marks = (
        (" period", mention.kind is DateKind.PERIOD),
        (" future", mention.kind is DateKind.FUTURE),
        (" night", mention.night),
        (" conflict", mention.conflict),
    )
    return days + precision + "".join(mark for mark, said in marks if said)


# (text, the mentions in order), in Arabic.
ARABIC: list[tuple[str, list[str]]] = [
    ("استهدف البرج في الثالث عشر من الشهر", ["2021-03-13"]),
    ("استهدف البرج في العشرين من الشهر", ["2021-02-20"]),
    ("انعقدت في الأسبوع الأول من الشهر", []),
    ("سقط قتلى في القصف منذ الصباح", ["2021-03-17"]),
    # Today, yesterday, the day before.
    ("وقع الهجوم اليوم", ["2021-03-17"]),
    ("وقع الهجوم صباح اليوم", ["2021-03-17"]),
    ("وقع الهجوم فجر اليوم الأربعاء", ["2021-03-17"]),
    ("وقع الهجوم مساء اليوم", ["2021-03-17"]),
    ("وقع الهجوم أمس", ["2021-03-16"]),
    ("وقع الهجوم يوم أمس", ["2021-03-16"]),
    ("وقع الهجوم بالأمس", ["2021-03-16"]),
    ("وقع الهجوم البارحة", ["2021-03-16"]),
    ("وقع الهجوم مساء أمس", ["2021-03-16"]),
    ("وقع الهجوم مساء أمس الثلاثاء", ["2021-03-16"]),
    ("وقع الهجوم في ساعة متأخرة من مساء أمس", ["2021-03-16"]),
    ("وقع الهجوم أول أمس", ["2021-03-15"]),
    ("وقع الهجوم أمس الأول", ["2021-03-15"]),
    ("وقع الهجوم أول من أمس", ["2021-03-15"]),
    ("وقع الهجوم أول أمس الاثنين", ["2021-03-15"]),
    # So many days since an attack, told by themselves.
    ("يومان على مقتل الطبيب سالم، والشارع مغلق", ["2021-03-15"]),
    ("مضت ثلاثة أيام على تفجير السوق", ["2021-03-14"]),
    ("سنة على اغتيال القاضي", ["2020-01-01..2020-12-31/5"]),
    ("استمرت المعارك يومين على أطراف المدينة", []),
    ("أجبروا فتى عمره ثماني سنوات على تنفيذ تفجير", []),
    ("بعد يومين على مقتل الطبيب", ["event2"]),
    # Nights carry the evening's date.
    ("قصفوا القرية الليلة الماضية", ["2021-03-16 night"]),
    ("قصفوا القرية ليلة أمس", ["2021-03-16 night"]),
    ("قصفوا القرية أثناء صلاة الجمعة", ["2021-03-12"]),
    ("قصفوا القرية الاثنين قبل الماضي", ["2021-03-08"]),
    ("قصفوا القرية الأسبوع قبل الماضي", ["2021-02-28..2021-03-06/3"]),
    ("قصفوا القرية العام قبل الماضي", ["2019-01-01..2019-12-31/5"]),
    # Names that hold a day are no days.
    ("سوق الخميس", []),
    ("منطقة سوق الجمعة شرق العاصمة", []),
    ("الأحد الدامي", []),
    ("كتيبة 17 فبراير", []),
    ("ثورة 14 تموز", []),
    ("قصفوا القرية ليل أمس", ["2021-03-16 night"]),
    ("قصفوا القرية ليل الثلاثاء", ["2021-03-16 night"]),
    ("قصفوا القرية ليل الثلاثاء-الأربعاء", ["2021-03-16..2021-03-17/2 night"]),
    ("قصفوا القرية ليل الثلاثاء/الأربعاء", ["2021-03-16..2021-03-17/2 night"]),
    ("قصفوا القرية ليل الثلاثاء الأربعاء", ["2021-03-16..2021-03-17/2 night"]),
    ("قصفوا القرية ليلة الثلاثاء على الأربعاء", ["2021-03-16..2021-03-17/2 night"]),
    ("قصفوا القرية ليل الجمعة - السبت", ["2021-03-12..2021-03-13/2 night"]),
    ("قصفوا القرية بعد منتصف ليل الاثنين", ["2021-03-15 night"]),
    ("قصفوا القرية ليل السبت الأحد 13 آذار", ["2021-03-13..2021-03-14/2 night"]),
    ("ستبقى الحواجز الليلة", ["2021-03-17 night"]),
    # Weekdays: the latest one not after publication.
    ("انفجرت العبوة الأربعاء", ["2021-03-17"]),
    ("انفجرت العبوة الثلاثاء", ["2021-03-16"]),
    ("انفجرت العبوة يوم الاثنين", ["2021-03-15"]),
    ("انفجرت العبوة الإثنين", ["2021-03-15"]),
    ("انفجرت العبوة الأحد", ["2021-03-14"]),
    ("انفجرت العبوة السبت", ["2021-03-13"]),
    ("انفجرت العبوة الجمعة", ["2021-03-12"]),
    ("انفجرت العبوة الخميس", ["2021-03-11"]),
    ("انفجرت العبوة صباح الخميس", ["2021-03-11"]),
    ("انفجرت العبوة فجر يوم الجمعة", ["2021-03-12"]),
    ("انفجرت العبوة ظهر الأحد", ["2021-03-14"]),
    ("انفجرت العبوة في وقت متأخر من مساء الجمعة", ["2021-03-12"]),
    ("انفجرت العبوة في الساعات الأولى من صباح السبت", ["2021-03-13"]),
    ("انفجرت العبوة بعد ظهر الاثنين", ["2021-03-15"]),
    ("انفجرت العبوة عصر السبت", ["2021-03-13"]),
    ("انفجرت العبوة الأربعاء الماضي", ["2021-03-10"]),
    ("انفجرت العبوة الخميس الماضي", ["2021-03-11"]),
    ("انفجرت العبوة يوم السبت الفائت", ["2021-03-13"]),
    ("وذلك للسبت الماضي", ["2021-03-13"]),
    ("تستأنف الرحلات الأحد المقبل", ["2021-03-21 future"]),
    ("تستأنف الرحلات الأربعاء القادم", ["2021-03-24 future"]),
    ("قبل الانتخابات المقررة يوم الأحد", ["2021-03-21 future"]),
    ("قبل القمة المرتقبة الجمعة", ["2021-03-19 future"]),
    ("منذ الجمعة", ["2021-03-12 period"]),
    ("منذ صباح الأحد", ["2021-03-14 period"]),
    ("قالت إن الهجوم وقع الاثنين والثلاثاء", ["2021-03-15", "2021-03-16"]),
    # Day and month.
    ("في 5 مارس", ["2021-03-05"]),
    ("في 5 آذار", ["2021-03-05"]),
    ("في الخامس من مارس", ["2021-03-05"]),
    ("في 5 آذار/مارس", ["2021-03-05"]),
    ("في 5 آذار/ مارس", ["2021-03-05"]),
    ("في 5 مارس/آذار", ["2021-03-05"]),
    ("في 5 آذار (مارس)", ["2021-03-05"]),
    ("في 18 مارس", ["2021-03-18"]),
    ("في 19 مارس", ["2021-03-19"]),
    ("في 20 مارس", ["2020-03-20"]),
    ("في 25 كانون الثاني/يناير", ["2021-01-25"]),
    ("في 25 كانون الثاني الماضي", ["2021-01-25"]),
    ("في 3 كانون الأول", ["2020-12-03"]),
    ("في 14 تشرين الثاني", ["2020-11-14"]),
    ("في 29 شباط", ["2020-02-29"]),
    ("في 9 أيار", ["2020-05-09"]),
    ("في 9 نيسان 2017", ["2017-04-09"]),
    ("في 9 أبريل/نيسان من عام 2017", ["2017-04-09"]),
    ("في 9 أبريل من العام الماضي", ["2020-04-09"]),
    ("في 9 يناير من العام الجاري", ["2021-01-09"]),
    ("في 14 جانفي", ["2021-01-14"]),
    ("في 14 فيفري 2020", ["2020-02-14"]),
    ("في 11 أفريل 2007", ["2007-04-11"]),
    ("في 26 جوان 2015", ["2015-06-26"]),
    ("في 14 جويلية 2016", ["2016-07-14"]),
    ("في 20 أوت 1955", ["1955-08-20"]),
    ("في 17 غشت 2017", ["2017-08-17"]),
    ("في 19 دجنبر 2020", ["2020-12-19"]),
    ("في ٥ مارس ٢٠٢١", ["2021-03-05"]),
    ("في الـ 31 من يناير", ["2021-01-31"]),
    ("في الـ31 من كانون الثاني", ["2021-01-31"]),
    ("يوم 2 من شهر فبراير", ["2021-02-02"]),
    ("في الثامن عشر من فبراير", ["2021-02-18"]),
    ("في الحادي والثلاثين من يناير", ["2021-01-31"]),
    ("في الرابع والعشرين من الشهر الماضي", ["2021-02-24"]),
    ("في الثالث من الشهر الجاري", ["2021-03-03"]),
    ("في الثالث من هذا الشهر", ["2021-03-03"]),
    ("في الأول من رمضان 1441 هـ", ["2020-04-24"]),
    ("في 10 محرم", ["2020-08-29"]),
    ("في 27 رجب 1442هـ", ["2021-03-11"]),
    ("في 15 أبريل المقبل", ["2021-04-15 future"]),
    ("هجوما 12 و23 فبراير", ["2021-02-12", "2021-02-23"]),
    ("بين السابع عشر والرابع والعشرين من يناير", ["2021-01-17", "2021-01-24"]),
    ("من 3 إلى 5 مارس", ["2021-03-03..2021-03-05/2"]),
    ("منذ 20 يناير", ["2021-01-20 period"]),
    ("مساء 5 مارس", ["2021-03-05"]),
    ("فجر العاشر من مارس", ["2021-03-10"]),
    ("الثلاثاء 16 مارس", ["2021-03-16"]),
    ("الثلاثاء 16 مارس 2021", ["2021-03-16"]),
    ("الثلاثاء، 16 آذار/مارس 2021", ["2021-03-16"]),
    ("اليوم الأربعاء 17 مارس", ["2021-03-17"]),
    ("أمس الثلاثاء (16 مارس)", ["2021-03-16"]),
    ("الثلاثاء الموافق 16 مارس", ["2021-03-16"]),
    ("الخميس 16 مارس", ["2021-03-16 conflict"]),
    ("أمس الخميس", ["2021-03-11 conflict"]),
    # Figures only.
    ("في 16/3/2021", ["2021-03-16"]),
    ("في 16-03-2021", ["2021-03-16"]),
    ("في 2021-03-16", ["2021-03-16"]),
    ("في 2021/3/16", ["2021-03-16"]),
    ("في 2018.02.24", ["2018-02-24"]),
    ("الثلاثاء 16/3/2021", ["2021-03-16"]),
    ("في 16/3/21", ["2021-03-16"]),
    ("في ١٦/٠٣/٢٠٢١", ["2021-03-16"]),
    # So long ago.
    ("قبل يومين", ["2021-03-15"]),
    ("قبل ثلاثة أيام", ["2021-03-14"]),
    ("قبل 3 أيام", ["2021-03-14"]),
    ("منذ يومين", ["2021-03-15"]),
    ("قبل أسبوع", ["2021-03-09..2021-03-11/2"]),
    ("قبل نحو أسبوع", ["2021-03-09..2021-03-11/2"]),
    ("منذ أسبوعين", ["2021-02-28..2021-03-06/3"]),
    ("قبل شهر", ["2021-02-02..2021-03-04/4"]),
    ("قبل عام", ["2020-01-01..2020-12-31/5"]),
    ("قبل عامين", ["2019-01-01..2019-12-31/5"]),
    ("قبل عشر سنوات", ["2011-01-01..2011-12-31/5"]),
    ("قبل ساعات", ["2021-03-16..2021-03-17"]),
    ("قبل أيام", ["2021-03-10..2021-03-15/3"]),
    ("قبل خمسة أيام تقريبا", ["2021-03-12"]),
    # Windows.
    ("الأسبوع الماضي", ["2021-03-07..2021-03-13/3"]),
    ("الشهر الماضي", ["2021-02-01..2021-02-28/4"]),
    ("العام الماضي", ["2020-01-01..2020-12-31/5"]),
    ("الشهر الجاري", ["2021-03-01..2021-03-17/4"]),
    ("هذا الأسبوع", ["2021-03-14..2021-03-17/3"]),
    ("منتصف الشهر الجاري", ["2021-03-11..2021-03-21/4"]),
    ("مطلع الشهر الماضي", ["2021-02-01..2021-02-09/4"]),
    ("أواخر يناير", ["2021-01-22..2021-01-31/4"]),
    ("أوائل شباط", ["2021-02-01..2021-02-09/4"]),
    ("منتصف كانون الثاني", ["2021-01-11..2021-01-21/4"]),
    ("خلال الساعات الـ24 الماضية", ["2021-03-16..2021-03-17"]),
    ("خلال اليومين الماضيين", ["2021-03-15..2021-03-17/2"]),
    ("خلال الأيام الثلاثة الماضية", ["2021-03-14..2021-03-17/2"]),
    ("الشهر المقبل", ["2021-04-01..2021-04-30/4 future"]),
    ("غدا", ["2021-03-18 future"]),
    ("بعد غد", ["2021-03-19 future"]),
    # Months and years.
    ("في فبراير", ["2021-02-01..2021-02-28/4"]),
    ("في مارس", ["2021-03-01..2021-03-31/4"]),
    ("في أكتوبر/ تشرين الأول من العام الماضي", ["2020-10-01..2020-10-31/4"]),
    ("في تشرين الثاني 2019", ["2019-11-01..2019-11-30/4"]),
    ("في شهر آب 2019", ["2019-08-01..2019-08-31/4"]),
    ("أكتوبر الماضي", ["2020-10-01..2020-10-31/4"]),
    ("منذ أكتوبر الماضي", ["2020-10-01..2020-10-31/4 period"]),
    ("عام 2016", ["2016-01-01..2016-12-31/5"]),
    ("في 2016", ["2016-01-01..2016-12-31/5"]),
    ("سنة 2013", ["2013-01-01..2013-12-31/5"]),
    ("منذ عام 2014", ["2014-01-01..2014-12-31/5 period"]),
    ("مطلع 2020", ["2020-01-01..2020-05-01/5"]),
    # Anniversaries and days told from another event.
    ("بعد يوم من الذكرى الثانية لاغتياله", ["2019-03-16"]),
    ("في الذكرى الرابعة لمقتله", ["2017-03-14..2017-03-20/3"]),
    ("بعد ساعات من القصف", ["event0"]),
    ("بعد يومين على الهجوم", ["event2"]),
    ("قبل يوم من الانتخابات", ["event-1"]),
    ("وقبل ذلك بيوم", ["event-1"]),
    ("وبعد ذلك بيومين", ["event2"]),
    ("وفي اليوم التالي", ["event1"]),
    ("وفي اليوم نفسه", ["event0"]),
    ("غداة التفجير", ["event1"]),
    # Seasons, weekends, a weekday of last week, the same day of another year.
    ("في صيف 2014", ["2014-06-01..2014-08-31/5"]),
    ("في ربيع عام 2019", ["2019-03-01..2019-05-31/5"]),
    ("الخريف الماضي", ["2020-09-01..2020-11-30/5"]),
    ("يوم الاثنين من الأسبوع الماضي", ["2021-03-08"]),
    ("في مثل هذا اليوم من عام 2017", ["2017-03-17"]),
    ("الأيام الأولى من فبراير", ["2021-02-01..2021-02-09/4"]),
    ("الثلاثاء 16/مارس/2021", ["2021-03-16"]),
    ("في رمضان الماضي", ["2020-04-24..2020-05-22/4"]),
    # A printed day beside its neighbour's weekday is a misprint of the day.
    ("الثلاثاء 15 مارس 2021", ["2021-03-16 conflict"]),
    # What is no date.
    ("مارس ضغوطا على الحكومة", []),
    ("الرئيس رجب طيب أردوغان", []),
    ("أحد المسلحين", []),
    ("فجّر نفسه عند الحاجز", []),
    ("حلقت الطائرات في السماء", []),
    ("قتل اثنين من الجنود", []),
    ("صحيفة المصري اليوم", []),
    ("موقع اليوم السابع", []),
    ("مئة وعشرون صاروخا", []),
    ("استمر القصف أياما", []),
    ("خطبة الجمعة", []),
    # The year of a car's model is no date; that of a war is.
    ("سيارة من نوع هونداي موديل 2018", []),
    ("بندقية طراز سنايبر معدل 2017", []),
]


@pytest.mark.parametrize(("text", "mentions"), ARABIC)
def test_arabic_expressions_mean_the_days_they_say(text: str, mentions: list[str]) -> None:
    assert [told(mention) for mention in read(text)] == mentions


ENGLISH: list[tuple[str, list[str]]] = [
    ("12 February, 1900 hrs: a grenade was thrown", ["2021-02-12"]),
    ("He was shot dead late the same evening", ["event0"]),
    ("The blast happened today.", ["2021-03-17"]),
    ("The blast happened yesterday.", ["2021-03-16"]),
    ("The blast happened yesterday evening.", ["2021-03-16"]),
    ("The blast happened the day before yesterday.", ["2021-03-15"]),
    ("They struck overnight.", ["2021-03-16 night"]),
    ("They struck overnight Monday.", ["2021-03-15 night"]),
    ("They struck overnight on Monday.", ["2021-03-15 night"]),
    ("They struck overnight Sunday-Monday.", ["2021-03-14..2021-03-15/2 night"]),
    ("They struck overnight into Monday.", ["2021-03-14..2021-03-15/2 night"]),
    ("They struck on Sunday night into Monday.", ["2021-03-14..2021-03-15/2 night"]),
    ("They struck last night.", ["2021-03-16 night"]),
    ("They struck this morning.", ["2021-03-17"]),
    ("They struck on Saturday.", ["2021-03-13"]),
    ("They struck late Monday.", ["2021-03-15"]),
    ("They struck early on Monday.", ["2021-03-15"]),
    ("They struck Monday night.", ["2021-03-15 night"]),
    ("They struck on Sunday morning.", ["2021-03-14"]),
    ("They struck last Wednesday.", ["2021-03-10"]),
    ("They struck last Tuesday.", ["2021-03-16"]),
    ("They meet next Friday.", ["2021-03-19 future"]),
    ("The vote is scheduled for Sunday.", ["2021-03-21 future"]),
    ("On Feb. 18 a mine went off.", ["2021-02-18"]),
    ("On February 18 a mine went off.", ["2021-02-18"]),
    ("On 18 February a mine went off.", ["2021-02-18"]),
    ("On 18th February a mine went off.", ["2021-02-18"]),
    ("On the 18th of February a mine went off.", ["2021-02-18"]),
    ("On February 18, 2019, a mine went off.", ["2019-02-18"]),
    ("On Monday, Feb. 15, a mine went off.", ["2021-02-15"]),
    ("On Monday, February 15, 2021, a mine went off.", ["2021-02-15"]),
    ("On the night of Feb. 15 a mine went off.", ["2021-02-15 night"]),
    ("It was shelled on March 3-5.", ["2021-03-03..2021-03-05/2"]),
    ("It was shelled from March 3 to 5.", ["2021-03-03..2021-03-05/2"]),
    ("It was shelled two days ago.", ["2021-03-15"]),
    ("It was shelled three weeks ago.", ["2021-02-21..2021-02-27/3"]),
    ("It was shelled a week ago.", ["2021-03-09..2021-03-11/2"]),
    ("It was shelled about ten years ago.", ["2011-01-01..2011-12-31/5"]),
    ("It was shelled a year and a half ago.", ["2020-01-01..2020-12-31/5"]),
    ("It was shelled two and a half months ago.", ["2021-01-02..2021-02-01/4"]),
    ("It was shelled earlier this month.", ["2021-03-01..2021-03-17/4"]),
    ("It was shelled last week.", ["2021-03-07..2021-03-13/3"]),
    ("It was shelled last month.", ["2021-02-01..2021-02-28/4"]),
    ("It was shelled last year.", ["2020-01-01..2020-12-31/5"]),
    ("It was shelled in late January.", ["2021-01-22..2021-01-31/4"]),
    ("It was shelled in mid-January.", ["2021-01-11..2021-01-21/4"]),
    ("It was shelled in January.", ["2021-01-01..2021-01-31/4"]),
    ("It was shelled in March 2018.", ["2018-03-01..2018-03-31/4"]),
    ("It was shelled in May 2018.", ["2018-05-01..2018-05-31/4"]),
    ("It was shelled last October.", ["2020-10-01..2020-10-31/4"]),
    ("It was shelled in 2016.", ["2016-01-01..2016-12-31/5"]),
    ("The 2016 attack is remembered.", ["2016-01-01..2016-12-31/5"]),
    ("It has been shelled since February.", ["2021-02-01..2021-02-28/4 period"]),
    ("It has been shelled since Sunday.", ["2021-03-14 period"]),
    ("It was shelled in the past 24 hours.", ["2021-03-16..2021-03-17"]),
    ("It was shelled over the last three days.", ["2021-03-14..2021-03-17/2"]),
    ("It will be discussed next week.", ["2021-03-21..2021-03-27/3 future"]),
    ("It will be discussed tomorrow.", ["2021-03-18 future"]),
    ("It came on the second anniversary of the killing.", ["2019-03-14..2019-03-20/3"]),
    ("It came the day after the vote.", ["event1"]),
    ("It came two days earlier.", ["event-2"]),
    ("A day later it was hit again.", ["event1"]),
    ("Reported on 2021-03-16.", ["2021-03-16"]),
    ("Reported on 16/03/2021.", ["2021-03-16"]),
    ("Reported on 3/16/2021.", ["2021-03-16"]),
    ("It happened over the weekend.", ["2021-03-13..2021-03-14/2"]),
    ("It happened last weekend.", ["2021-03-13..2021-03-14/2"]),
    ("It happened in the summer of 2014.", ["2014-06-01..2014-08-31/5"]),
    ("It happened in the first days of February.", ["2021-02-01..2021-02-09/4"]),
    ("It happened on Tuesday last week.", ["2021-03-09"]),
    # What is no date.
    ("They may march to the square.", []),
    ("The second shell fell near the first.", []),
    ("It sat in the sun.", []),
    ("Palm Sunday services were held.", []),
    ("He crossed the July 14 bridge.", []),
    ("It was a Black Friday for shops.", []),
    ("They fired 2016 rounds.", []),
    ("The boy is 12.", []),
]


@pytest.mark.parametrize(("text", "mentions"), ENGLISH)
def test_english_expressions_mean_the_days_they_say(text: str, mentions: list[str]) -> None:
    found = read(text, language="en")
    assert [told(mention) for mention in found] == [
        m.replace("2021-03-07..2021-03-13", "2021-03-08..2021-03-14").replace(
            "2021-03-21..2021-03-27", "2021-03-22..2021-03-28"
        )
        for m in mentions
    ]


def test_the_outlets_own_zone_decides_the_day() -> None:
    late = datetime(2021, 3, 17, 23, 30, tzinfo=timezone(timedelta(hours=3)))
    (mention,) = read("وقع الهجوم اليوم", late)
    assert mention.interval is not None
    assert mention.interval.start == date(2021, 3, 17)


def test_a_weekday_of_tomorrow_is_tomorrow_in_a_late_utc_stamp() -> None:
    late = datetime(2021, 3, 17, 22, 30, tzinfo=UTC)
    (mention,) = read("قصفت الطائرات البلدة فجر الخميس", late)
    assert mention.interval is not None
    assert mention.interval.start == date(2021, 3, 18)


@pytest.mark.parametrize(
    ("text", "hour", "day"),
    [
        ("قتل ثلاثة ليلة الأربعاء في غارة", 8, 16),
        ("Three were killed on Wednesday night", 8, 16),
        ("قتل ثلاثة ليلة الأربعاء في غارة", 22, 17),
        ("قتل ثلاثة ليلة الثلاثاء في غارة", 8, 16),
        ("قتل ثلاثة بعد منتصف ليل الأربعاء في غارة", 8, 17),
        ("قتل ثلاثة صباح الأربعاء في غارة", 8, 17),
    ],
)
def test_a_night_still_to_come_is_the_last_one(text: str, hour: int, day: int) -> None:
    (mention,) = read(text, datetime(2021, 3, 17, hour, tzinfo=timezone(timedelta(hours=3))))
    assert mention.interval is not None
    assert mention.interval.start == date(2021, 3, day)


def test_just_after_midnight_the_weekday_outranks_today() -> None:
    early = datetime(2021, 3, 17, 0, 20, tzinfo=timezone(timedelta(hours=3)))
    (mention,) = read("وقع الهجوم اليوم الثلاثاء", early)
    assert mention.interval is not None
    assert mention.interval.start == date(2021, 3, 16)
    assert not mention.conflict


def test_an_update_line_is_boilerplate_and_the_story_is_not() -> None:
    found = read("آخر تحديث: الثلاثاء 16 مارس 2021\nانفجرت سيارة الاثنين.")
    assert [mention.boilerplate for mention in found] == [True, False]


def test_a_copyright_year_is_boilerplate() -> None:
    found = read("© جميع الحقوق محفوظة في 2021")
    assert all(mention.boilerplate for mention in found)


def test_a_recalling_word_marks_the_dates_of_its_sentence_only() -> None:
    found = read("يذكر أن هجوما وقع في فبراير. وانفجرت سيارة الاثنين.")
    assert [mention.background_cue for mention in found] == [True, False]


def test_spans_slice_the_expression() -> None:
    text = folded("انفجرت السيارة مساء أمس الثلاثاء في السوق")
    (mention,) = find_dates(text, PUBLISHED, "ar")
    assert text[mention.start : mention.end] == "مساء امس الثلاثاء"


_PIECES = st.sampled_from(
    listed(
        "الثلاثاء امس اليوم ليل السبت - / ، من في 5 12 31 مارس اذار كانون الثاني الماضي قبل منذ "
        "يومين ثلاثه ايام 2021 2021-03-16 "
        "monday march may 2nd last next week ago since the night of in . , 14 رمضان 1442هـ الذكري "
        "الثانيه بعد يوم"
    )
)


@given(
    st.one_of(st.text(), st.lists(_PIECES, max_size=60).map(" ".join)),
    st.builds(
        datetime.combine,
        st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1)),
        st.times(timezones=st.timezones()),
    ),
)
def test_any_text_yields_mentions_in_order_inside_it(text: str, published: datetime) -> None:
    search = folded(text)
    for mention in find_dates(search, published, None):
        assert 0 <= mention.start < mention.end <= len(search)
        if mention.interval is not None:
            assert mention.interval.start <= mention.interval.end


def test_a_calendar_of_a_megabyte_is_read_in_bounds() -> None:
    text = "5، " * 200_000 + "الاثنين " * 50_000
    assert find_dates(text, PUBLISHED, "ar") == ()


def test_a_long_article_is_read_to_its_bound() -> None:
    text = "انفجرت العبوه الاثنين. " * 1000
    assert len(find_dates(text, PUBLISHED, "ar")) == 400


FEASTS = [
    ("2017-04-10", "during Palm Sunday services", "2017-04-09"),
    ("2017-04-10", "تفجيران يوم أحد الشعانين", "2017-04-09"),
    ("2018-04-09", "تفجير أحد الفصح", "2018-04-08"),
    ("2019-04-22", "on Easter Sunday", "2019-04-21"),
    ("2016-12-26", "on Christmas Day", "2016-12-25"),
    ("2017-01-01", "on New Year's Eve", "2016-12-31"),
    ("2017-01-01", "ليلة رأس السنة", "2016-12-31"),
    ("2018-03-22", "احتفالات عيد النوروز", "2018-03-21"),
    ("2023-04-21", "في أول أيام عيد الفطر", "2023-04-21"),
    ("2022-08-09", "مواكب عاشوراء", "2022-08-08..2022-08-09/2"),
    ("2019-08-11", "تفجير أحد الشعانين 2017", "2017-04-09"),
    # One that lies far back, and one that is awaited, date nothing.
    ("2017-08-10", "تفجير أحد الشعانين", None),
    ("2016-12-30", "ahead of New Year's Eve", None),
    ("2017-04-09", "قبل الجمعة العظيمة", None),
]


@pytest.mark.parametrize(("published", "text", "day"), FEASTS)
def test_a_feast_near_publication_names_its_day(published: str, text: str, day: str | None) -> None:
    at = datetime.fromisoformat(published + "T14:00+00:00")
    assert [told(mention) for mention in read(text, at)] == ([day] if day else [])


# (lines of a page, its dates that are not the story's).
PAGES = [
    ("BEIRUT, March 17 (Meridian) - It rained on Monday.", ["march 17"]),
    (
        "Wednesday March 17, 2021, Mogadishu (HOL) - It rained on Monday.",
        ["wednesday march 17, 2021"],
    ),
    ("17/3/2021 - هطل المطر يوم 15 مارس في المدينة.", ["17/3/2021"]),
    ("القاهرة في 16 مارس /أ ش أ/ هطل المطر أمس.", ["16 مارس"]),
    ("الرئيسية\nالأربعاء 17 مارس 2021\nهطل المطر أمس.", ["الاربعاء 17 مارس 2021"]),
    ("في 16 مارس قصف الجيش البلدة - بحسب شهود.", []),
    ("هطل المطر في 16 مارس.", []),
]


@pytest.mark.parametrize(("page", "days"), PAGES)
def test_the_date_of_a_dateline_is_the_pages(page: str, days: list[str]) -> None:
    text = folded("\n" + page)
    marked = [text[m.start : m.end] for m in read("\n" + page) if m.boilerplate]
    assert marked == days


def test_a_day_after_an_event_is_told_from_the_event_named_next() -> None:
    for text in ("بعد شهر ونصف الشهر من تفجير كنيسة", "a month and a half after the blast"):
        (mention,) = read(text)
        assert (mention.kind, mention.offset_days) == (DateKind.EVENT_RELATIVE, 30)
    for text in ("a day after the blast", "غداة التفجير", "بعد يوم واحد من التفجير"):
        (mention,) = read(text)
        assert (mention.kind, mention.offset_days) == (DateKind.AFTER_EVENT, 1)
    (mention,) = read("وفي اليوم التالي قصفوها")
    assert (mention.kind, mention.offset_days) == (DateKind.EVENT_RELATIVE, 1)
    (mention,) = read("في اليوم التالي لتفجير السوق")
    assert mention.kind is DateKind.AFTER_EVENT
    assert read("day after day") == ()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("وقع الهجوم اليوم الخميس", "2021-03-18"),
        ("بعد قصف أمس الأربعاء انفجرت عبوة صباح اليوم", "2021-03-17"),
        ("It happened early on Thursday", "2021-03-18"),
    ],
)
def test_a_text_that_names_the_local_day_dates_a_late_utc_stamp(text: str, first: str) -> None:
    late = datetime(2021, 3, 17, 20, 30, tzinfo=UTC)
    mentions = read(text, late)
    assert mentions[0].interval is not None
    assert mentions[0].interval.start == date.fromisoformat(first)
    assert any(m.interval is not None and m.interval.start.day == 18 for m in mentions)
    early = read(text, datetime(2021, 3, 17, 12, tzinfo=UTC))
    assert all(m.interval is None or m.interval.start.day != 18 for m in early)


@pytest.mark.parametrize(
    ("headline", "year"),
    [
        ("الذكرى 15 لسقوط المدينة", 2003),
        ("Timeline: the fall of the city", 2003),
        ("قتلى في معارك المدينة", 2018),
    ],
)
def test_days_told_at_an_anniversary_are_of_the_year_told_last(headline: str, year: int) -> None:
    published = datetime(2018, 4, 9, 10, tzinfo=UTC)
    body = "بدأ القصف في 20 مارس 2003.\nفي السابع من أبريل دخلت القوات المدينة."
    first, second = read(f"{headline}\n{body}", published)
    assert first.interval is not None
    assert first.interval.start == date(2003, 3, 20)
    assert second.interval is not None
    assert second.interval.start == date(year, 4, 7)
