"""One English person as a figure: behind an article, in a headline, or named after a killing.

Place in the flow: under `tolls.people`, which asks it for every English noun in the singular.
"""

import re

from workers.extraction.tolls.persons import person, struck
from workers.extraction.tolls.words import Figure, Word
from workers.lexicon.counted import VICTIM_FIELDS, TollWord
from workers.text.words import listed

# Members of an enumeration are looked up once: it is the cost of a scan otherwise.
_TRIGGER = TollWord.TRIGGER

_ENGLISH_ONE = re.compile(
    r"\b(an?|another|the|his|her|their|its) "
    r"(?:(?!by |in |on |at |of |and |to |an? |the |kill|wound|injur)[\w.'-]+ ){0,3}$"
)
_ENGLISH_REACH = 45
"""An article and three words before the noun ("a non-American coalition contractor")."""
_TITLED = frozenset({"civilian", "military", "armed", "child"})
"""Nouns of these stand before a name without an article ("killed schoolteacher Jawad")."""
_ATTACKING = frozenset({"attacker", "militant"})
"""Nouns of these may stand without an article behind "including" in headlines."""
_HEADLINE = re.compile(r" (?:(?:is|was) )?(?:killed|dies|dead|dying|shot dead|wounded|hurt)\b")
_LINE_START = re.compile(r"(?:^|\n)(?:[\w'-]+ ){0,2}$")
"""Around a single person in a headline, which drops the article ("Israeli soldier killed")."""
_ORDINALS = frozenset(
    listed("third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
)
_ALONE = re.compile(r"$|[ ]?[,.;)]| (?:in|on|near|at|when|before|after|seriously|critically)\b")
"""Behind an ordinal that names a person by itself."""
_AFTER_AGED = re.compile(r", \d{1,3},? and $")
"""Before a title without an article: one who died with the one whose age is told before."""
_GROUP = (
    r"hamas|hezbollah|jihad|islamic|state|taliban|shabaab|qaeda|houthi|isis|rsf|fatah|militia|army|"
    r"police|group|movement|al"
)
_KILLED_ONE = re.compile(
    r"\b(?:killed|killing|kills|assassinated|kill) "
    r"(?:(?:top|senior|deputy|former|local|military|field|"
    rf"[a-z]{{0,8}}-?(?:{_GROUP})(?:-[a-z]+|'s|s)?) ){{1,4}}$"
)
_IS_NAMED = re.compile(
    r" (?!(?:said|says|told|was|were|is|had|has|have|who|whose|died|and|or|in|from|at|near|on|by|"
    r"leader|commander|chief|official|head|"
    r"with|during|after|when|killed|to|as|added|confirmed)\b)[a-z'-]{2,}"
)
"""Around a leader who is named behind his title without an article ("killed Hamas official X")."""
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
    r"'s [\w'-]+"
    r"|(?:, (?:[\w'.-]+ ){0,4}[\w'.-]+,)?(?: (?:in|at|from|with|for|of) (?:[\w'-]+ ){1,3}?| )?"
    r"(?:said|says|told|added|confirmed|announced|reported|agreed|admitted|estimated|acknowledged|insisted|counted)\b"
)
"""After a person: he is who tells it ("a local official said"), or whose man it is that does."""
_SUFFERS = re.compile(r" (?:and (?:an? |his |her |\w+ )|was |were |had been |died|drowned)")
"""After a person behind "said": he is no speaker."""
_BEFORE_SPEAKER = ("said ", "says ", "according to ", "told ")


def article_before(text: str, word: Word) -> re.Match[str] | None:
    """The English article before a single person, with the words between."""
    return _ENGLISH_ONE.search(text, max(0, word.start - _ENGLISH_REACH), word.start)


def couple(text: str, word: Word) -> Figure | None:
    """A married couple; "a couple of" is a number."""
    if article_before(text, word) is None or text.startswith(" of ", word.end):
        return None
    return person(text, word, word.end, 2, weak=True)


def english_one(text: str, words: list[Word], index: int) -> Figure | None:
    """A single person behind an article, or right behind a word of killing, then named.

    The figure begins with the article.
    """
    word = words[index]
    article = article_before(text, word)
    if text[word.start : word.end] in _ORDINALS and not _one_more(text, words, index):
        return None
    if article is None and _bare_one(text, words, index):
        return person(text, word, word.end, 1, weak=True)
    if article is None or (word.counted.category in VICTIM_FIELDS and article[1] == "the"):
        return None
    if word.counted.category == "national":
        if _WHAT_HE_DID.match(text, word.end) is None:
            return None  # "the Syrian Observatory", "an Israeli strike"
    elif _speaks(text, word.end, article.start()):
        return None
    figure = person(text, word, word.end, 1, weak=True)
    figure.start = figure.edge = article.start()
    return figure


def _speaks(text: str, end: int, start: int) -> bool:
    """Whether the person at `start:end` is the one who tells it."""
    if _SPEAKS.match(text, end):
        return True
    return text.endswith(_BEFORE_SPEAKER, 0, start) and _SUFFERS.match(text, end) is None


def _one_more(text: str, words: list[Word], index: int) -> bool:
    """Whether an ordinal alone is a person ("and a third was hurt", "and hurt a third")."""
    word = words[index]
    if not text.endswith(" a ", 0, word.start):
        return False
    if _ANOTHER.match(text, word.end):
        return True
    before = words[index - 1] if index else word
    struck = before.counted.kind is _TRIGGER and word.start - before.end == len(" a ")
    return struck and _ALONE.match(text, word.end) is not None


def _bare_one(text: str, words: list[Word], index: int) -> bool:
    """Whether a single person is one without an article.

    "Another" before what befell him, attackers in headlines, a title before a name.
    """
    word = words[index]
    if text[word.start : word.end] == "another":
        return _ANOTHER.match(text, word.end) is not None
    category = word.counted.category
    if category in _TITLED and _AFTER_AGED.search(text, max(0, word.start - 12), word.start):
        return True
    if category in _TITLED and _HEADLINE.match(text, word.end):
        return _LINE_START.search(text, max(0, word.start - 40), word.start) is not None
    if category == "armed" and _KILLED_ONE.search(text, max(0, word.start - 40), word.start):
        return _IS_NAMED.match(text, word.end) is not None
    if category in _ATTACKING and text.endswith("including ", 0, word.start):
        return True
    return category in _TITLED and struck(words, index)
