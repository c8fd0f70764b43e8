"""English names that the scan passes over: spelt another way than in the tables, or in none.

Place in the flow: second step of `places` for English texts, between scanning and reading contexts.
Capitalised words are a name where a preposition, a place noun or a verb of attack calls for a
place. Such a name is looked for by its sound among the places of the countries that the text speaks
of; after a place noun it stands for an unknown place, which the place around it makes known.
"""

from collections import Counter
from typing import Final

from workers.extraction.places.types import Hit, Scan
from workers.lexicon.gazetteer import Gazetteer
from workers.lexicon.gazetteer.context import ContextWords
from workers.lexicon.gazetteer.latin import Respellings
from workers.lexicon.gazetteer.names import LATIN_ARTICLES

_WORDS_MAX = 4
"""Words of a name, articles among them."""
_LENGTH_MIN = 4
"""Shorter words are seldom a name that nobody lists."""
_COUNTRIES_MAX = 3
"""Countries in which a name is looked for, those that the text speaks of most."""
_ARTICLES = frozenset(LATIN_ARTICLES) - {"an", "the"}
_JOINS = ("-", "'")
_BEFORE_NEXT = (" ", *_JOINS)
_PLACING = frozenset(("in", "at", "on", "near"))
_STRUCK: Final = frozenset((
    "attacked", "stormed", "shelled", "bombed", "hit", "struck", "raided", "seized", "captured",
    "entered", "overran", "retook", "recaptured", "pounded", "besieged", "surrounded", "targeted",
    "targeting", "attacking", "storming", "shelling", "bombing", "hitting", "striking", "raiding",
    "leaving", "reached", "left",
))  # fmt: skip
"""Verbs whose object is often a place."""
_NO_NAMES: Final = frozenset((
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "ramadan", "eid", "ashura", "christmas", "easter", "islam",
    "parliament", "congress", "senate", "state", "interior", "defence", "defense", "foreign",
    "army", "police", "operation", "telegram", "twitter", "facebook", "x", "youtube", "whatsapp",
    "god", "allah", "i", "he", "she", "it", "they", "we", "his", "her", "their", "this", "that",
    "these", "those", "there", "then", "when", "while", "after", "before", "as", "a", "an", "but",
    "and", "or", "if",
))  # fmt: skip
"""Capitalised words that begin no place's name, months and days among them."""


class LatinNames:
    """Finds capitalised names that the tables spell otherwise; the caches only remember."""

    def __init__(self, gazetteer: Gazetteer, words: ContextWords, respellings: Respellings) -> None:
        self._columns = gazetteer.columns
        self._words = words
        self._respellings = respellings

    def add(self, folded_text: str, cased_text: str, scan: Scan) -> None:
        """Puts the names into the scan; `cased_text` is the folded text in its own letters."""
        if not scan.offsets:
            return
        taken = {at: hit for hit in scan.hits for at in range(hit.word, hit.word + hit.length)}
        spoken = self._spoken(scan)
        countries = _leading(spoken)
        found: list[Hit] = []
        after = 0
        for at, word in enumerate(scan.words):
            if (
                at < after
                or not self._is_capital(scan, at, cased_text)
                or not self._may_begin(word)
            ):
                continue
            last = self._last(scan, at, folded_text, cased_text)
            after = last + 1
            if self._is_part(scan, last, folded_text, cased_text):
                continue
            hit = self._named(scan, at, last, folded_text, taken, countries)
            if hit is not None:
                found.append(hit)
                taken.update(dict.fromkeys(range(at, last + 1), hit))
        scan.hits = [
            hit for hit in scan.hits if not self._is_surname(scan, hit, cased_text, taken, spoken)
        ]
        if found:
            words = {at for hit in found for at in range(hit.word, hit.word + hit.length)}
            kept = [hit for hit in scan.hits if hit.word not in words]
            scan.hits = sorted((*kept, *found), key=lambda hit: hit.word)

    def _is_surname(
        self, scan: Scan, hit: Hit, cased_text: str, taken: dict[int, Hit], spoken: Counter[str]
    ) -> bool:
        """Whether a name of a country that nothing else speaks of follows another one's first."""
        before = hit.word - 1
        if hit.length > 1 or before < 1 or before in taken or not scan.words[before - 1]:
            return False
        if scan.offsets[before] + len(scan.words[before]) + 1 != hit.start:
            return False
        if not self._is_capital(scan, before, cased_text):
            return False
        if not self._may_begin(scan.words[before]):
            return False
        others = spoken.copy()
        others.subtract(self._spoken_by(hit))
        leading = _leading(others)
        return bool(leading) and all(
            self._columns.countries[entry] not in leading for entry in hit.entries
        )

    def _spoken(self, scan: Scan) -> Counter[str]:
        """How often the text speaks of each country."""
        spoken = Counter(scan.demonyms)
        for hit in scan.hits:
            spoken.update(self._spoken_by(hit))
        return spoken

    def _spoken_by(self, hit: Hit) -> list[str]:
        """The country that a hit speaks for, where it is one."""
        states = [entry for entry in hit.entries if self._columns.kinds[entry] == "country"]
        named = {self._columns.countries[entry] for entry in states or hit.entries} - {""}
        return [*named] if len(named) == 1 else []

    def _is_capital(self, scan: Scan, at: int, cased_text: str) -> bool:
        word = scan.words[at]
        if not word or not word.isascii():
            return False
        start = scan.offsets[at]
        return cased_text[start].isupper() and not (
            len(word) > 1 and cased_text[start : start + len(word)].isupper()
        )

    def _may_begin(self, word: str) -> bool:
        return (
            word not in _NO_NAMES
            and word not in self._words.demonyms
            and self._words.roles(word).empty
        )

    def _last(self, scan: Scan, first: int, folded_text: str, cased_text: str) -> int:
        """The last word of the name that begins here."""
        last = first
        while last - first + 1 < _WORDS_MAX:
            following = last + 1
            if following >= len(scan.words) or not (word := scan.words[following]):
                break
            gap = folded_text[scan.offsets[last] + len(scan.words[last]) : scan.offsets[following]]
            if gap in _JOINS and word != "s":
                last = following
                continue
            if gap != " ":
                break
            if word in _ARTICLES and self._goes_on(scan, following, folded_text, cased_text):
                last = following + 1
                continue
            if not self._is_capital(scan, following, cased_text) or not self._may_begin(word):
                break
            last = following
        return last

    def _is_part(self, scan: Scan, last: int, folded_text: str, cased_text: str) -> bool:
        """Whether a longer name goes on behind it ("the Baron Hotel")."""
        behind = last + 1
        if behind >= len(scan.words) or not (word := scan.words[behind]):
            return False
        end = scan.offsets[last] + len(scan.words[last])
        return (
            folded_text[end : scan.offsets[behind]] == " "
            and cased_text[scan.offsets[behind]].isupper()
            and word not in _BEHIND
            and word not in _NO_NAMES
        )

    def _goes_on(self, scan: Scan, article: int, folded_text: str, cased_text: str) -> bool:
        """Whether a name's next word follows its article ("Aita al-Shaab")."""
        following = article + 1
        return (
            following < len(scan.words)
            and self._is_capital(scan, following, cased_text)
            and folded_text[scan.offsets[following] - 1] in _BEFORE_NEXT
        )

    def _named(
        self,
        scan: Scan,
        first: int,
        last: int,
        folded_text: str,
        taken: dict[int, Hit],
        countries: list[str],
    ) -> Hit | None:
        """The name of these words, None where nothing calls for a place or nothing is found."""
        covered = [taken[at] for at in range(first, last + 1) if at in taken]
        if covered and any(hit.length > 1 or hit.word == last for hit in covered):
            return None
        announced = self._announced(scan, first, last, folded_text)
        if not announced and not self._called(scan, first, folded_text, taken):
            return None
        name = " ".join(scan.words[first : last + 1])
        if len(name) < _LENGTH_MIN:
            return None
        entries: tuple[int, ...] = ()
        for country in countries:
            entries += self._respellings.find(name, country)
        if not entries and (not announced or self._lies_in(covered, countries[:1])):
            return None
        end = scan.offsets[last] + len(scan.words[last])
        return Hit(
            first, last - first + 1, scan.offsets[first], end, name, "", toggled=False,
            entries=entries, respelt=True,
        )  # fmt: skip

    def _lies_in(self, hits: list[Hit], countries: list[str]) -> bool:
        """Whether a name that is found already lies in one of these countries."""
        return any(
            self._columns.countries[entry] in countries for hit in hits for entry in hit.entries
        )

    def _before(self, scan: Scan, at: int, folded_text: str) -> int:
        """The word before in the same phrase, the article skipped; -1 where there is none."""
        while at > 0:
            start = scan.offsets[at]
            at -= 1
            if not scan.words[at]:
                return -1
            if folded_text[scan.offsets[at] + len(scan.words[at]) : start] != " ":
                return -1
            if scan.words[at] != "the":
                return at
        return -1

    def _announced(self, scan: Scan, first: int, last: int, folded_text: str) -> bool:
        """Whether a place noun stands before it ("the village of X") or behind ("the X area")."""
        before = self._before(scan, first, folded_text)
        if before >= 0 and scan.words[before] == "of":
            before = self._before(scan, before, folded_text)
        if before >= 0 and self._words.roles(scan.words[before]).noun:
            return True
        behind = [*scan.words[last + 1 : last + 3], "", ""]
        return behind[0] in _BEHIND and (behind[0] not in _NAMED_AFTER or behind[1] != "of")

    def _called(self, scan: Scan, first: int, folded_text: str, taken: dict[int, Hit]) -> bool:
        """Whether a preposition, a direction, a verb of attack or a list calls for a place."""
        before = self._before(scan, first, folded_text)
        if before < 0:
            return self._is_listed(scan, first, folded_text, taken)
        word = scan.words[before]
        if word == "of":
            before = self._before(scan, before, folded_text)
            return before >= 0 and bool(self._words.roles(scan.words[before]).direction)
        if word == "and":
            return before - 1 in taken
        roles = self._words.roles(word)
        return roles.preposition in _PLACING or bool(roles.direction) or word in _STRUCK

    def _is_listed(self, scan: Scan, first: int, folded_text: str, taken: dict[int, Hit]) -> bool:
        """Whether it follows a place and a comma."""
        return (
            first > 1
            and not scan.words[first - 1]
            and folded_text[scan.offsets[first - 1] - 1 : scan.offsets[first]] == ", "
            and first - 2 in taken
        )


def _leading(spoken: Counter[str]) -> list[str]:
    """The countries that a text speaks of most."""
    ranked = sorted(spoken.items(), key=lambda pair: (-pair[1], pair[0]))
    return [country for country, times in ranked[:_COUNTRIES_MAX] if times > 0]


_BEHIND: Final = frozenset((
    "area", "district", "subdistrict", "tehsil", "town", "village", "region", "province",
    "governorate", "camp", "valley", "neighborhood", "neighbourhood", "quarter", "suburb",
    "settlement", "kibbutz", "county", "department", "commune", "prefecture", "woreda",
    "locality", "subdivision", "municipality", "cercle",
))  # fmt: skip
"""Nouns behind a name: "the Balgatar area", "Spinwam tehsil"."""
_NAMED_AFTER: Final = frozenset(
    ("town", "village", "camp", "quarter", "suburb", "neighborhood", "neighbourhood", "settlement",
     "kibbutz", "valley")
)  # fmt: skip
"""Those whose own name follows with "of": "the Delta town of Tanta" names no town Delta."""
