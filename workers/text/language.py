"""Which language a text is in, where its feed does not say: by its commonest words.

Place in the flow: once an article without a language, before it is read. Function words are a
third of any text and differ between languages of one script; letters that only one of them has
tell Persian, Urdu, Pashto and Kurdish from Arabic. A text that leaves it open is of no known
language: None, never a guess. Source: the most frequent words of each language in newspapers.
"""

import re

_SAMPLE = 1500
"""Characters looked at: some 250 words, more than any verdict needs."""
_WORD = re.compile(r"[^\W\d_]+")
_HITS_MIN, _HITS_MIN_ALONE = 3, 2
_SHARE_MIN = 0.08
"""Function words a text must have: three, two where no other language has one; one in twelve."""
_LEAD = 1.6
"""How far the first language must be ahead of the second. Chosen: neighbours share short words."""
_FOREIGN_MAX = 0.01
"""Share of letters from which Arabic script is another language's than Arabic."""

_MARKS = re.compile("[\u0640\u064b-\u0652\u0670]")
_FOREIGN = re.compile(
    "[\u0679\u067c\u067e\u0681\u0685\u0686\u0688\u0689\u0691\u0693\u0695\u0696\u0698\u069a\u06a9"
    "\u06ab\u06af\u06b5\u06ba\u06bc\u06be\u06c1\u06c6\u06cc\u06cd\u06ce\u06d0\u06d2\u06d5]"
)
_ARABIC_LETTER = re.compile("[\u0620-\u064a\u066e-\u06d5]")
_DEFINITE = re.compile("(?:[وف]?[بك]?ال|[وف]?لل)[\u0621-\u064a]{3,}")
"""An Arabic word with its article."""

_FUNCTION_WORDS = {
    "ar": "في من على إلى الى أن ان إن عن مع هذا هذه التي الذي الذين كان كانت قال قالت بعد قبل بين "
    "ما لا لم لن قد كما حيث خلال عند منذ حتى أو او ثم وفق بحسب إثر اثر جراء أمس اليوم وأن وقال "
    "وكان وفي ومن وقد مقتل قتل أعلن أعلنت هو هي وهو وهي به بها له لها عليه فيه فيها منها ذلك تم",
    "fa": "از به در که این با را است برای آن و یک خود تا کرد شد بر هم نیز می شده گفت بود های پس "
    "اما یا شود دو وی کند ها آنها دیگر بین حمله کشته",
    "ur": "کے کی میں ہے کا سے کو نے اور پر ہیں کہ کر تھا اس یہ بھی گیا نہیں ہو جو تھے ایک لیے وہ",
    "ps": "د په چې او له ته کې دی دا هم کړي دي یې سره شوی وو ده کړ به شوي نه یو",
    "ku": "لە بە کە و بۆ لەگەڵ ئەو ئەم هەروەها بوو دەکات کرد نێوان سەر کرا هەیە یان نییە دوای",
    "en": "the of and in to a was were on for that by with from at as it is has have had said an "
    "be he they this his after are who their its been not which but when people killed",
    "fr": "le la les des et une un dans du est en que pour qui par sur au aux plus ont été a avec "
    "ce se sont il d l selon cette leur mais ne pas deux",
    "de": "der die und das den von zu mit ist im dem nicht ein eine auf für sich des als auch bei "
    "nach aus wurde wurden hat sind am einem einer",
    "es": "el la los las de que y en un una por con para del se al su ha fue como más es no lo han "
    "este tras según entre desde",
    "it": "il la di che e le un una per in del della con non sono dei si da nel alla è al gli più "
    "dopo stato ha delle",
    "pt": "o a os as de que e em um uma por com para do da dos das no na se foi ao mais não são "
    "ser pelo pela após",
    "tr": "ve bir bu da de için ile olarak çok daha olan sonra kadar gibi ise o dedi ancak etti "
    "edildi olduğu tarafından yaralandı",
    "so": "oo ka ku iyo waa ee in ay uu la u ah ayaa waxaa soo si kale waxay waxa laga loo kala",
    "id": "yang dan di dengan untuk dari pada ini itu tidak dalam adalah ke oleh akan telah juga "
    "karena sebagai",
    "he": "של את על לא עם כי הוא היא זה גם אל או כל אחרי לפני אמר בין יותר היה",
    "ru": "и в на не что с по из к за от для о как это был его был были он она но после также",
}


def _languages_of_words() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, words in _FUNCTION_WORDS.items():
        for word in words.split():
            found[word] = (*found.get(word, ()), name)
    return found


_LANGUAGES = _languages_of_words()
"""Each function word's languages."""


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of a text's language, None where its words do not say."""
    sample = _MARKS.sub("", text[:_SAMPLE]).lower()
    words = _WORD.findall(sample)
    hits = dict.fromkeys(_FUNCTION_WORDS, 0)
    for word in words:
        for name in _LANGUAGES.get(word, ()):
            hits[name] += 1
        if word not in _LANGUAGES and _DEFINITE.fullmatch(word):
            hits["ar"] += 1
    if _is_not_arabic(sample):
        hits["ar"] = 0
    first, second = sorted(hits.values(), reverse=True)[:2]
    least = _HITS_MIN if second else _HITS_MIN_ALONE
    if first < max(least, _SHARE_MIN * len(words)) or first < _LEAD * second:
        return None
    return max(hits, key=lambda name: hits[name])


def _is_not_arabic(sample: str) -> bool:
    """Whether letters that Arabic does not have are more than strays of a keyboard or a name."""
    foreign = len(_FOREIGN.findall(sample))
    return foreign > 0 and foreign > _FOREIGN_MAX * len(_ARABIC_LETTER.findall(sample))
