"""Figures without a number before them: a dual, a single person, a bare plural.

Place in the flow: under `tolls.figures`. Duals come from the closed list of counted nouns; a single
person counts as one where a word of killing or hurting stands beside it, which the reading decides.
"""

import re

from workers.extraction.tolls.words import Figure, Word
from workers.lexicon.counted import VICTIM_FIELDS, Count, TollWord
from workers.text.hedges import bounds, hedge_at
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
        "تصعيد تدخل عتاد رد عدوان قطاع مجلس برنامج مصنع مستودع رتلا موقعا هدفا مطارا معسكرا حاجزا"
    )
)
"""Nouns whose adjective "suicide", "terrorist" or "military" is no person."""
_ADJECTIVES = frozenset(
    listed(
        "مدني مدنيه عسكري مسلح ارهابي متشدد متطرف داعشي جهادي حوثي انتحاري انتحاريه دبلوماسي "
        "اعلامي صحفي "
        "صحافي قبطي سكان اهالي رابع ثالث اخر مقدم مسن والد مهاجمه قياديه"
    )
)
"""Words whose definite singular is mostly an adjective or stands for a group (الدفاع المدني)."""
_LEFT_BEHIND = frozenset(
    listed(
        "اوقع اوقعت خلف خلفت مخلفا مخلفه موقعا موقعه الاولي الاوليه حصيله سجل سجلت نقل نقلت نقلوا "
        "انتشل انتشلت انتشلوا احصي احصت"
    )
)
"""Before an accusative "one dead" that is a toll ("أوقع قتيلا"), not a state ("سقط قتيلا")."""
_HAPPENED = frozenset(listed("وقوع سقوط تسجيل سجل سجلت خلف خلفت اوقع اوقعت"))
"""Before "two injuries" that are two people."""
_OF_BOTH = re.compile(r"بين (?:(?:قتيل|جريح|شهيد|مصاب)\w{0,2} )?و?$")
_ENGLISH_ONE = re.compile(
    r"\b(an?|another|the|his|her|their|its) (?:(?!by |in |on |at |of |and |to )[\w.'-]+ ){0,3}$"
)
_ONE_OF = re.compile(
    r"(?:^|[\s\"(])[وفبل]?(?:احد|احدي|واحد من|واحده من|one of (?:the|its|his|their)) $"
)
"""Before a plural: one of them."""
_ATTEMPT = frozenset(listed("اغتيال اصاب اصابت"))
"""Words before a demonym that is their adjective rather than a person."""
_ENGLISH_REACH = 45
"""An article and three words before the noun ("a non-American coalition contractor")."""
_LEFT = 16
_ONE_REACH = 16
_TITLED = frozenset({"civilian", "military", "armed", "child"})
"""Nouns of these stand before a name without an article ("killed schoolteacher Jawad")."""
_ATTACKING = frozenset({"attacker", "militant"})
"""Nouns of these may stand without an article behind "including" in headlines."""
_THE_BODY = re.compile(r"جثمان ال")
"""The body of one who is known: no news of a death."""


def person_figure(text: str, words: list[Word], index: int) -> tuple[Figure | None, int]:
    """The figure of the person at `index`, None if it counts nobody, and the words it takes."""
    word = words[index]
    if _qualifies(text, words, index) and not _ONE_OF.search(text, _before(word), word.edge):
        return None, 1
    count = word.counted.count
    if count is _TWO:
        figure = _dual(text, words, index)
    elif text[word.start : word.end] == "couple":
        figure = _couple(text, word)
    elif word.counted.category in _NEVER_ALONE:
        figure = None
    elif count is _MANY:
        figure = _plural(text, words, index)
    elif text[word.start].isascii():
        figure = _english_one(text, words, index)
    else:
        figure = _arabic_one(text, words, index)
    again = figure is not None and index + 1 < len(words) and figure.end >= words[index + 1].end
    return figure, 2 if again else 1


def _qualifies(text: str, words: list[Word], index: int) -> bool:
    """Whether the word is an adjective here and no person."""
    word = words[index]
    counted = word.counted
    if counted.count is _TWO:
        return False
    if counted.category == "national" and not _alone(text, words, index):
        return True
    if counted.count is not _ONE or text[word.start].isascii():
        return False
    if word.definite:
        return counted.category == "national" or text[word.start : word.end] in _ADJECTIVES
    if word.clitic:
        return False
    fights = counted.category in {"attacker", "militant", "military", "armed"}
    return (fights and _follows(text, word, _EVENT_NOUN)) or _follows_people(words, index)


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


def _alone(text: str, words: list[Word], index: int) -> bool:
    """Whether a demonym names people: not right before or after the noun that it qualifies."""
    word = words[index]
    single = word.counted.count is _ONE
    if single and not text[word.start].isascii():
        killing = words[index - 1] if index else word
        adjective = text[killing.start : killing.end] in _ATTEMPT
        return not adjective and _struck(words, index)
    following = words[index + 1] if index + 1 < len(words) else None
    qualified = following is not None and following.counted.kind is _PERSON
    if following is not None and qualified and not following.joined:
        near = len(text[word.end : following.start].split()) <= 1
    else:
        near = False
    if near:
        return False
    if single:
        return _article(text, word) is not None
    before = words[index - 1] if index else None
    if before is None or before.counted.kind is not _PERSON:
        return True
    return word.start - before.end > 1


def _struck(words: list[Word], index: int) -> bool:
    """Whether a word of killing or hurting stands right before the single person."""
    if index == 0:
        return False
    before, word = words[index - 1], words[index]
    return before.counted.kind is _TRIGGER and word.edge - before.end <= 1


def _article(text: str, word: Word) -> re.Match[str] | None:
    """The English article before a single person, with the words between."""
    return _ENGLISH_ONE.search(text, max(0, word.start - _ENGLISH_REACH), word.start)


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
    if category in _NO_DUAL and not (field and _follows(text, word, _HAPPENED)):
        return None
    if word.definite and field:
        return None
    return _person(text, word, _said_again(words, index, 2), 2, weak=word.definite)


def _couple(text: str, word: Word) -> Figure | None:
    """A married couple; "a couple of" is a number."""
    if _article(text, word) is None or text.startswith(" of ", word.end):
        return None
    return _person(text, word, word.end, 2, weak=True)


def _plural(text: str, words: list[Word], index: int) -> Figure | None:
    """A plural without a number: unknown, or two where "two" follows it."""
    word = words[index]
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
    return _person(text, word, end, best, weak=not field and best is None)


def _own_number(text: str, words: list[Word], index: int) -> Figure | None:
    """The figure of a plural with a pronoun and its definite number ("وأطفالهما الثلاثة")."""
    word = words[index]
    following = words[index + 1] if index + 1 < len(words) else None
    if not word.counted.owned or following is None or following.number is None:
        return None
    if not following.definite or following.edge - word.end > 1:
        return None
    return _person(text, word, following.end, following.number.value, weak=False)


def _before(word: Word) -> int:
    return max(0, word.edge - _ONE_REACH)


def _one_of(text: str, word: Word, end: int) -> Figure:
    """One of those whom the noun names, from "one" on."""
    figure = _person(text, word, end, 1, weak=True)
    one = _ONE_OF.search(text, _before(word), word.edge)
    if one is not None:
        figure.start = figure.edge = one.end() - len(one.group().lstrip(' \n"('))
    return figure


def _english_one(text: str, words: list[Word], index: int) -> Figure | None:
    """A single person behind an article, or right behind a word of killing, then named.

    The figure begins with the article.
    """
    word = words[index]
    article = _article(text, word)
    if article is None and _bare_one(text, words, index):
        return _person(text, word, word.end, 1, weak=True)
    if article is None or (word.counted.category in VICTIM_FIELDS and article[1] == "the"):
        return None
    if word.counted.category == "national":
        if _WHAT_HE_DID.match(text, word.end) is None:
            return None  # "the Syrian Observatory", "an Israeli strike"
    elif _SPEAKS.match(text, word.end) or text.endswith(_BEFORE_SPEAKER, 0, article.start()):
        return None
    figure = _person(text, word, word.end, 1, weak=True)
    figure.start = figure.edge = article.start()
    return figure


def _bare_one(text: str, words: list[Word], index: int) -> bool:
    """Whether a single person is one without an article.

    "Another" before what befell him, attackers in headlines, a title before a name.
    """
    word = words[index]
    if text[word.start : word.end] == "another":
        return _ANOTHER.match(text, word.end) is not None
    category = word.counted.category
    if category in _ATTACKING and text.endswith("including ", 0, word.start):
        return True
    return category in _TITLED and _struck(words, index)


_ANOTHER = re.compile(
    r"(?: (?:was|is))?(?: \w+ly)? (?:wounded|injured|hurt|killed|dead|died|suffered|sustained)\b"
)
"""After "another" as one more person ("and another seriously wounded")."""
_WHAT_HE_DID = re.compile(
    r"[,.;:]|$| (?:was|were|is|had|has|have|who|whose|died|and|or|in|from|at|near|on|by|with|"
    r"during|after|when|killed|wounded|injured|hurt|shot|dead|to|named|called|aged)\b"
)
"""After a demonym: it is a person and qualifies no noun."""
_SPEAKS = re.compile(
    r"(?: (?:in|at|from|with|for|of) (?:[\w'-]+ ){1,3}?| )?(?:said|says|told|added|"
    r"confirmed|announced|reported)\b"
)
"""After a person: he is who tells it ("a local official said")."""
_BEFORE_SPEAKER = ("said ", "says ", "according to ", "told ")


_TWO_SENSES = frozenset({"ام", "امر"})
"""Mother or "or", commander or "order": people only as definite or right behind a killing."""
_OF_A_UNIT = re.compile(r" (?:ال)?(?:لواء|كتيبه|فوج|سريه|فرقه|قوه|مجموعه|كتايب|محور|غرفه|جهاز)")


def _arabic_one(text: str, words: list[Word], index: int) -> Figure | None:
    word = words[index]
    if text[word.start : word.end] in _TWO_SENSES and not word.definite:
        follows = index + 1 < len(words) and words[index + 1].counted.kind is _TRIGGER
        if follows or not (_struck(words, index) or _OF_A_UNIT.match(text, word.end)):
            return None
    field = VICTIM_FIELDS.get(word.counted.category, "")
    end = _said_again(words, index, 1)
    if word.counted.category == "dead" and _THE_BODY.match(text, word.start):
        return None
    if not field and _ONE_OF.search(text, _before(word), word.edge):
        return _one_of(text, word, end)
    if word.counted.category == "name":
        named = not word.definite and (word.joined or _struck(words, index))
        return _person(text, word, end, 1, weak=True) if named else None
    if field:
        left = text[max(0, word.start - _LEFT) : word.start]
        state = word.counted.accusative and not _follows(text, word, _LEFT_BEHIND)
        bound = word.definite or word.clitic.endswith(("ب", "ل", "ك"))
        if _OF_BOTH.search(left) or (end == word.end and (bound or state)):
            return None
    return _person(text, word, end, 1, weak=not field)


def _person(text: str, word: Word, end: int, best: int | None, *, weak: bool) -> Figure:
    field = VICTIM_FIELDS.get(word.counted.category, "")
    if best is None:
        return Figure(
            word.start, end, None, None, None, word.joined, word, weak, field, edge=word.edge
        )
    hedge = hedge_at(text, word.start, end)
    low, high = bounds(best, hedge)
    return Figure(
        word.start, end, low, best, high, word.joined, word, weak, field, hedge, edge=word.edge
    )
