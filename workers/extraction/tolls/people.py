"""Figures without a number before them: a dual, a single person, a bare plural.

Place in the flow: under `tolls.figures`. Duals come from the closed list of counted nouns; a single
person counts as one where a word of killing or hurting stands beside it, which the reading decides.
"""

import re

from workers.extraction.tolls.people_english import article_before, couple, english_one
from workers.extraction.tolls.persons import person, says_what_he_is, struck, two_of_a_service
from workers.extraction.tolls.words import Figure, Word
from workers.lexicon.counted import VICTIM_FIELDS, Count, TollWord
from workers.text.words import listed

# Members of an enumeration are looked up once: it is the cost of a scan otherwise.
_MANY = Count.MANY
_ONE = Count.ONE
_TWO = Count.TWO
_PERSON = TollWord.PERSON
_TRIGGER = TollWord.TRIGGER

_NEVER_ALONE = frozenset({"skip", "thing", "title", "lives", "many"})
"""Categories that count only behind a number."""
_NO_DUAL = frozenset({"skip", "thing", "injury"})
_PRONOUNS = ("ها", "اه", "هم")
_EVENT_NOUN = frozenset(
    listed(
        "هجوم هجوما الهجوم هجومين تفجير تفجيرا التفجير تفجيرين عمليه العمليه مزدوج حزام "
        "اعتداء الاعتداء طايره طايرات مسيره مسيرات مسيرتين مسيرتان زورق قارب سياره شاحنه "
        "دراجه قصف عمل عملا تنظيم خليه جماعه مجموعه عبوه اعمال لغم انفجار موكب طاقم رتل "
        "موقع هدف مصدر بيان فصيل فصايل تشكيل حزب حركه تيار نزاع صراع عنف سطو اشتباك كمين فكر نشاط "
        "جناح قيادي مقذوف مقذوفا صاروخ صاروخا قذيفه زي مطار معسكر حاجز مستشفي مركز مجمع مقر عرض "
        "تصعيد تدخل عتاد رد عدوان قطاع مجلس برنامج مصنع مستودع رتلا موقعا هدفا مطارا معسكرا حاجزا "
        "عدد عددا كبير كبيرا"
    )
)
"""Nouns whose adjective "suicide", "terrorist", "military" or "another" is no person."""
_ADJECTIVES = frozenset(
    listed(
        "مدني مدنيه عسكري مسلح ارهابي متشدد متطرف داعشي جهادي حوثي انتحاري انتحاريه دبلوماسي "
        "اعلامي صحفي "
        "صحافي قبطي سكان اهالي رابع ثالث اخر مقدم مسن والد مهاجمه قياديه"
    )
)
"""Words whose definite singular is mostly an adjective or stands for a group (الدفاع المدني)."""
_CALLINGS = frozenset(listed("اعلامي صحفي صحافي مسن دبلوماسي"))
"""Those of them that name one person right behind a word of killing or hurting."""
_LEFT_BEHIND = frozenset(
    listed(
        "اوقع اوقعت خلف خلفت مخلفا مخلفه موقعا موقعه الاولي الاوليه حصيله سجل سجلت نقل نقلت نقلوا "
        "انتشل انتشلت انتشلوا احصي احصت اردوه ارداه اردته اردياه اردتاه اردوها ارداها اردتها "
        "اردياها اردتاها ليردوه ليرديه"
    )
)
"""Before an accusative "one dead" that is a toll ("أوقع قتيلا"), not a state ("سقط قتيلا")."""
_HAPPENED = frozenset(listed("وقوع سقوط تسجيل سجل سجلت خلف خلفت اوقع اوقعت"))
"""Before "two injuries" that are two people."""
_OF_BOTH = re.compile(r"بين (?:(?:قتيل|جريح|شهيد|مصاب)\w{0,2} )?و?$")
_ONE_OF = re.compile(
    r"(?:^|[\s\"(])[وفبل]?(?:احد|احدي|واحد من|واحده من|one of (?:the|its|his|their)) $"
)
"""Before a plural: one of them."""
_ATTEMPT = frozenset(listed("اغتيال اصاب اصابت"))
"""Words before a demonym that is their adjective rather than a person."""
_LEFT = 16
_ONE_REACH = 16
_THE_BODY = re.compile(r"جثمان ال")
"""The body of one who is known: no news of a death."""


def person_figure(text: str, words: list[Word], index: int) -> tuple[Figure | None, int]:
    """The figure of the person at `index`, None if it counts nobody, and the words it takes."""
    word = words[index]
    if _qualifies(text, words, index) and not _ONE_OF.search(text, _before(word), word.edge):
        return None, 1
    count = word.counted.count
    two = two_of_a_service(text, word) if word.counted.serving else None
    if two is not None:
        return two, 1
    figure: Figure | None
    if count is _TWO:
        figure = _dual(text, words, index)
    elif text[word.start : word.end] == "couple":
        figure = couple(text, word)
    elif word.counted.category in _NEVER_ALONE and not _is_one_officer(words, index):
        figure = None
    elif count is _MANY:
        figure = _plural(text, words, index)
    elif text[word.start].isascii():
        figure = english_one(text, words, index)
    else:
        figure = _arabic_one(text, words, index)
    again = figure is not None and index + 1 < len(words) and figure.end >= words[index + 1].end
    return figure, 2 if again else 1


def _is_one_officer(words: list[Word], index: int) -> bool:
    """Whether a rank or an office stands right behind a killing ("مقتل نقيب في الجيش")."""
    counted = words[index].counted
    return counted.category == "title" and counted.count is _ONE and struck(words, index)


def _qualifies(text: str, words: list[Word], index: int) -> bool:
    """Whether the word is an adjective here and no person."""
    word = words[index]
    counted = word.counted
    if counted.count is _TWO:
        return _follows_two(words, index)
    if counted.category == "national" and not _alone(text, words, index):
        return True
    if counted.count is not _ONE or text[word.start].isascii():
        return False
    if word.definite:
        surface = text[word.start : word.end]
        named = surface in _CALLINGS and struck(words, index)  # "استشهد الصحافي فلان"
        return counted.category == "national" or (surface in _ADJECTIVES and not named)
    if word.clitic:
        return False
    adjective = counted.category in {"attacker", "militant", "military", "armed", "others"}
    return (adjective and (_follows(text, word, _EVENT_NOUN) or says_what_he_is(words, index))) or (
        not counted.accusative and _follows_people(words, index)
    )


def _follows_two(words: list[Word], index: int) -> bool:
    """Whether a dual only says who the two right before it are ("شرطيان مسؤولان عن ...")."""
    word, before = words[index], words[index - 1]
    return (
        index > 0
        and before.counted.kind is _PERSON
        and before.counted.count is _TWO
        and not word.clitic
        and word.counted.category not in VICTIM_FIELDS
        and word.counted.category not in {"others", "national"}
        and word.start - before.end == 1
    )


def _follows_people(words: list[Word], index: int) -> bool:
    """Whether it qualifies the plural right before it ("عناصر قيادية"), or ends a name.

    "مشتاق طالب" is no student.
    """
    if not index:
        return False
    word, before = words[index], words[index - 1]
    counted = before.counted
    return (
        counted.kind is _PERSON
        and (counted.count is _MANY or counted.category == "name")
        and counted.category not in VICTIM_FIELDS
        and counted.category != "national"  # "Israeli soldiers killed a boy" in Arabic order
        and (not before.definite or word.counted.category in VICTIM_FIELDS)  # adjectives agree
        and word.start - before.end == 1
    )


def _follows(text: str, word: Word, listed_words: frozenset[str]) -> bool:
    """Whether one of the listed words stands right before, with a proclitic or without."""
    left = text[max(0, word.start - _LEFT) : word.start]
    if not left.endswith(" "):
        return False
    before = left[left.rfind(" ", 0, -1) + 1 : -1]
    return before in listed_words or (before[:1] in _PROCLITICS and before[1:] in listed_words)


_PROCLITICS = frozenset("وفبلك")


_COUNTRIES = frozenset(
    listed(
        "سوريا تركيا روسيا ليبيا كوريا المانيا ايطاليا اسبانيا بريطانيا اوكرانيا اثيوبيا نيجيريا "
        "كينيا اريتريا موريتانيا استراليا"
    )
)
"""Accusatives of a demonym that are the country's name as well."""


def _alone(text: str, words: list[Word], index: int) -> bool:
    """Whether a demonym names people: not right before or after the noun that it qualifies."""
    word = words[index]
    single = word.counted.count is _ONE
    if single and not text[word.start].isascii():
        if (word.joined and _behind_nationals(text, words, index)) or (
            word.counted.accusative and _is_object(text, words, index)
        ):
            return True
        killing = words[index - 1] if index else word
        adjective = text[killing.start : killing.end] in _ATTEMPT
        return not adjective and struck(words, index)
    following = words[index + 1] if index + 1 < len(words) else None
    qualified = following is not None and following.counted.kind is _PERSON
    if following is not None and qualified and not following.joined:
        near = len(text[word.end : following.start].split()) <= 1
    else:
        near = False
    if near:
        return False
    if single:
        return article_before(text, word) is not None
    before = words[index - 1] if index else None
    if before is None or before.counted.kind is not _PERSON:
        return True
    return word.start - before.end > 1


_SUBJECT_END = re.compile(r"(?:\bال\w+|ون) $")
_SUBJECT_REACH = 24


def _is_object(text: str, words: list[Word], index: int) -> bool:
    """Whether it is whom the subject of a killing right before killed.

    What is indefinite qualifies nothing definite: "قتل الجيش الإسرائيلي فلسطينيا".
    """
    word = words[index]
    if _SUBJECT_END.search(text, max(0, word.start - _SUBJECT_REACH), word.start) is None:
        return False
    before = index - 1
    if before > 0 and words[before].definite and words[before].counted.category == "national":
        before -= 1
    return before >= 0 and words[before].counted.kind is _TRIGGER


def _behind_nationals(text: str, words: list[Word], index: int) -> bool:
    """Whether people of other nations are counted right before ("ثلاثة سعوديين وسوداني")."""
    before = words[index - 1] if index else words[index]
    return (
        before.counted.category == "national"
        and text[words[index].start : words[index].end] not in _COUNTRIES
        and before.counted.count is not _ONE
        and words[index].edge - before.end <= 1
    )


def _said_again(words: list[Word], index: int, value: int) -> int:
    """Where the noun ends, with the "one" or "two" that repeats its count ("مدنيين اثنين")."""
    end = words[index].end
    if index + 1 < len(words):
        following = words[index + 1]
        number = following.number
        if following.start - end <= 1 and number is not None and number.value == value:
            return following.end
    return end


def _dual(text: str, words: list[Word], index: int) -> Figure | None:
    word = words[index]
    category = word.counted.category
    field = VICTIM_FIELDS.get(category, "")
    if word.counted.serving:
        return None
    if category in _NO_DUAL and not (field and _follows(text, word, _HAPPENED)):
        return None
    if word.definite and field:
        return None
    return person(text, word, _said_again(words, index, 2), 2, weak=word.definite)


_SAY = (" said ", " say ", " told ", " reported ", " confirmed ")
"""Behind people who tell of it: "medics said"."""


def _plural(text: str, words: list[Word], index: int) -> Figure | None:
    """A plural without a number: unknown, or two where "two" follows it."""
    word = words[index]
    if text.startswith(_SAY, word.end) or text.endswith("حركه ال", 0, word.start):
        return None  # who tells of it; the movement of that name
    field = VICTIM_FIELDS.get(word.counted.category, "")
    if field and (word.definite or text[word.start : word.end].endswith(_PRONOUNS)):
        return None
    told = _own_number(text, words, index)
    if told is not None:
        return told
    end = _said_again(words, index, 2)
    best = 2 if end > word.end or text.endswith("both ", 0, word.start) else None
    if not field and best is None and _ONE_OF.search(text, _before(word), word.edge):
        return _one_of(text, word, end)
    return person(text, word, end, best, weak=not field and best is None)


def _own_number(text: str, words: list[Word], index: int) -> Figure | None:
    """The figure of a plural with a pronoun and its definite number ("وأطفالهما الثلاثة")."""
    word = words[index]
    following = words[index + 1] if index + 1 < len(words) else None
    if not word.counted.owned or following is None or following.number is None:
        return None
    if not following.definite or following.edge - word.end > 1:
        return None
    return person(text, word, following.end, following.number.value, weak=False)


def _before(word: Word) -> int:
    return max(0, word.edge - _ONE_REACH)


def _one_of(text: str, word: Word, end: int) -> Figure:
    """One of those whom the noun names, from "one" on."""
    figure = person(text, word, end, 1, weak=True)
    one = _ONE_OF.search(text, _before(word), word.edge)
    if one is not None:
        figure.start = figure.edge = one.end() - len(one.group().lstrip(' \n"('))
    return figure


_IMAM = "امام"
_TWO_SENSES = frozenset({"ام", "امر", _IMAM})
"""Mother or "or", commander or "order", imam or "in front of": people only as definite or right
behind a killing.
"""
_OF_A_MOSQUE = re.compile(
    r" (?:(?:ال)?(?:مسجد|جامع|مصلي|حسينيه)\b|و?(?:ال)?خطيب|في |ب|شيعي|سني|مسلم|سلفي|"
    r"اثر |خلال |بعد )|[.،]|$"
)
"""Behind an imam; he stands in front of nothing there."""
_WITH_CHILDREN = re.compile(r" (?:مع |برفقه |و)(?:اولاد|اطفال|بنات|ابناي|طفل|ابن|رضيع|جنين|توام)")
_OF_A_UNIT = re.compile(r" (?:ال)?(?:لواء|كتيبه|فوج|سريه|فرقه|قوه|مجموعه|كتايب|محور|غرفه|جهاز)")


def _in_other_sense(text: str, words: list[Word], index: int) -> bool:
    """Whether a word of two senses names nobody here."""
    word = words[index]
    if word.definite:
        return False
    if text[word.start : word.end] == _IMAM:
        return _OF_A_MOSQUE.match(text, word.end) is None
    if _WITH_CHILDREN.match(text, word.end):
        return False
    follows = index + 1 < len(words) and words[index + 1].counted.kind is _TRIGGER
    return follows or not (struck(words, index) or _OF_A_UNIT.match(text, word.end))


def _arabic_one(text: str, words: list[Word], index: int) -> Figure | None:
    word = words[index]
    surface = text[word.start : word.end]
    if surface in _TWO_SENSES and _in_other_sense(text, words, index):
        return None
    field = VICTIM_FIELDS.get(word.counted.category, "")
    end = _said_again(words, index, 1)
    if not field and _ONE_OF.search(text, _before(word), word.edge):
        return _one_of(text, word, end)
    if word.counted.category == "name":
        named = not word.definite and (word.joined or struck(words, index))
        return person(text, word, end, 1, weak=True) if named else None
    if word.counted.category == "hurt" and _found_so(words, index):
        return person(text, word, end, 1, weak=False)
    if field:
        left = text[max(0, word.start - _LEFT) : word.start]
        state = word.counted.accusative and not (
            _follows(text, word, _LEFT_BEHIND) or _joins_the_dead(words, index)
        )
        bound = word.definite or word.clitic.endswith(("ب", "ل", "ك"))
        bound = bound or _THE_BODY.match(text, word.start) is not None
        if _OF_BOTH.search(left) or (end == word.end and (bound or state)):
            return None
    return person(text, word, end, 1, weak=not field)


def _joins_the_dead(words: list[Word], index: int) -> bool:
    """Whether "and" joins it to victims told right before it ("قتيلين وجريحا")."""
    word, before = words[index], words[index - 1]
    return (
        index > 0
        and word.joined
        and before.counted.category in VICTIM_FIELDS
        and not before.definite
        and word.edge - before.end == 1
    )


def _found_so(words: list[Word], index: int) -> bool:
    """Whether the accusative says how the one right before it was found ("نقلوا فتى مصابا")."""
    word, before = words[index], words[index - 1]
    counted = before.counted
    return (
        index > 0
        and word.counted.accusative
        and counted.kind is _PERSON
        and counted.count is _ONE
        and counted.category not in VICTIM_FIELDS
        and not before.definite
        and word.start - before.end == 1
        and (index == 1 or words[index - 2].counted.kind is not _TRIGGER)
    )
