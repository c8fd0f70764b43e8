"""Reading what stands around each name: place noun, preposition, direction, titles, lists, parents.

Place in the flow: second step of `places`, between scanning and resolving.
"""

import re

from workers.extraction.places.types import Context, Hit, Scan
from workers.lexicon.gazetteer.context import ContextWords, Roles

_LOOK_BACK_MAX = 8
"""Words read before a name: "50 nautical miles south-west of the port of" fits."""

_GAP_WORDS_MAX = 8
"""Words between a name and the one that it lies in ("X, a small town some 70 km north of Y")."""

_DISTANCE_KM_MAX = 300.0
"""Farther is no place of an attack but a comparison."""

_STEPS_MAX = 3
"""Places passed over on the way to the one that a name lies in."""

_NAUTICAL_MILE_KM = 1.852

_ORGANISATION_WORDS = 2
"""How far back a word makes a name part of an organisation's."""

_OPENING_CHARACTERS = 3
"""A dateline begins its line: quotation marks and spaces may stand before it."""

_SENTENCE_END = re.compile(r"[.!?؟\n]")
_LIST_GAPS = frozenset(("و", "،", ",", "، و", "and", ", and", "ف", "او", "or", "،و"))


def read_contexts(folded_text: str, scan: Scan, words: ContextWords) -> list[Context]:
    """One `Context` for each hit, in the same order."""
    contexts: list[Context] = []
    for number, hit in enumerate(scan.hits):
        context = Context(noun_start=hit.start)
        _read_before(folded_text, scan, hit, words, context)
        _read_after(folded_text, scan, hit, words, context)
        if number:
            if not context.noun:
                _join(folded_text, scan, number, contexts, context)
            _take_owners_offset(folded_text, scan, number, contexts, context)
        contexts.append(context)
    _link_parents(folded_text, scan, contexts, words)
    return contexts


def _read_before(
    folded_text: str, scan: Scan, hit: Hit, words: ContextWords, context: Context
) -> None:
    if hit.clitics:
        context.cue = "in" if hit.clitics[-1] == "ب" else "of" if hit.clitics[-1] == "ل" else ""
    right = scan.offsets[hit.word]
    described = _names_its_kind(hit, words)
    seen = 0
    at = hit.word - 1
    while at >= 0 and seen < _LOOK_BACK_MAX:
        word = scan.words[at]
        at -= 1
        if not word:
            continue
        left = scan.offsets[at + 1]
        gap = folded_text[left + len(word) : right]
        if len(gap) > 1 and _SENTENCE_END.search(gap):
            return
        seen += 1
        roles = words.roles(word)
        if seen == 1 and roles.direction and hit.clitics.startswith("و"):
            return
        if seen == 1 and roles.direction and described:
            right = left
            continue
        if not _take(roles, word, context, seen, left, gap):
            return
        right = left


def _take(roles: Roles, word: str, context: Context, seen: int, left: int, gap: str) -> bool:
    """Reads one word before the name into the context; False where reading ends."""
    if roles.empty:
        if context.distance_km < 0 and word.isdigit():
            context.distance_km = min(_DISTANCE_KM_MAX, -context.distance_km * float(word[:4]))
        return False
    if seen == 1 and roles.person and not roles.preposition and gap == " ":
        context.person = True
        return False
    if seen == 1 and roles.speech:
        context.metonym = True
        return False
    if seen <= _ORGANISATION_WORDS and roles.organisation and not roles.noun:
        context.organisation = True
        return False
    return _take_place_word(roles, word, context, left)


def _take_place_word(roles: Roles, word: str, context: Context, left: int) -> bool:
    if roles.unit_km and (context.direction or context.cue in ("from", "of", "near")):
        context.distance_km = -(_NAUTICAL_MILE_KM if context.nautical else roles.unit_km)
        context.cue = "near"
        return True
    if roles.nautical:
        context.nautical = True
        context.distance_km = -_NAUTICAL_MILE_KM if context.distance_km < 0 else 0.0
        return True
    if roles.direction:
        if not _tells_of_noun(context, word, left):
            _take_direction(roles, context, left)
        return True
    if roles.noun:
        context.noun = context.noun or roles.noun
        context.noun_start = left
        context.cue = context.cue or roles.preposition
        return not roles.preposition
    if roles.preposition:
        context.seaward = context.seaward or roles.seaward
        known = context.cue not in ("", "of", "near")
        if roles.preposition == "near" and context.cue in ("from", "to"):
            context.cue = "near"  # "close to X", "بالقرب من X"
        elif not known or (
            context.cue == "near" and not context.direction and not context.distance_km
        ):
            context.cue = context.cue if context.cue == "near" else roles.preposition
        return roles.preposition in ("from", "of", "near", "to")
    return roles.linking


def _take_direction(roles: Roles, context: Context, left: int) -> None:
    context.direction = (
        f"{roles.direction}-{context.direction}" if context.direction else roles.direction
    )
    context.noun_start = left
    if context.cue in ("from", "of", ""):
        context.cue = "near" if roles.direction != "centre" else "in"


def _tells_of_noun(context: Context, word: str, left: int) -> bool:
    """Whether a direction only says where in its country a town lies ("the eastern city of X")."""
    return (
        word.isascii()
        and bool(context.noun)
        and context.noun[0] in _LIE_SOMEWHERE
        and context.noun_start == left + len(word) + 1
    )


def _names_its_kind(hit: Hit, words: ContextWords) -> bool:
    """Whether an English name begins with its place noun ("Port of Aden")."""
    if hit.length == 1 or not hit.key.isascii():
        return False
    noun = words.roles(hit.key.split(" ", 1)[0]).noun
    return bool(noun) and noun[0] in _LIE_SOMEWHERE


_LIE_SOMEWHERE = frozenset(("city", "town", "village", "admin1", "port", "airport", "island"))
"""Kinds of nouns that a direction before them describes; districts and countrysides it parts."""


def _read_after(
    folded_text: str, scan: Scan, hit: Hit, words: ContextWords, context: Context
) -> None:
    tail = folded_text[hit.end : hit.end + 3]
    if tail[:1] not in ("", " ") or tail.startswith((" -", " (")):
        opening = hit.start - folded_text.rfind("\n", 0, hit.start) <= _OPENING_CHARACTERS
        context.dateline = opening and tail.strip()[:1] in ("-", "(", "/")
        context.metonym = context.metonym or (opening and tail.startswith(":"))
    following = scan.words[hit.word + hit.length] if hit.word + hit.length < len(scan.words) else ""
    if not following:
        return
    roles = words.roles(following)
    if roles.speech and "\n" not in tail and not _is_of_witnesses(folded_text, hit):
        context.metonym = True
    if roles.club:
        context.organisation = True
    if roles.noun and hit.key.isascii() and not context.noun:
        context.noun = roles.noun


_WITNESSES = re.compile(
    r"\b(?:police|doctors|medics|residents|villagers|locals|volunteers|witnesses|activists|rescuers|"
    r"paramedics|firefighters|hospitals?|morgue staff) (?:in|at) (?:the (?:city|town) of )?$"
)
_WITNESSES_REACH = 48


def _is_of_witnesses(folded_text: str, hit: Hit) -> bool:
    """Whether those who speak are at the place, and it does not speak ("doctors in X said")."""
    first = max(0, hit.start - _WITNESSES_REACH)
    return _WITNESSES.search(folded_text, first, hit.start) is not None


def _join(
    folded_text: str, scan: Scan, number: int, contexts: list[Context], context: Context
) -> None:
    """A name joined to the one before ("X, Y and Z") shares its noun and preposition."""
    hit, before = scan.hits[number], scan.hits[number - 1]
    if hit.start - before.end > len(" ,  and ") + 2:
        return
    if folded_text[before.end : hit.start].strip(" \"'()") not in _LIST_GAPS:
        return
    shared = contexts[number - 1]
    context.joined = number - 1
    context.noun = shared.noun
    context.cue = context.cue or shared.cue
    context.direction = context.direction or shared.direction
    context.organisation = context.organisation or shared.organisation
    context.metonym = context.metonym or shared.metonym


def _so_far(gap: list[str], at: int) -> bool:
    """Whether a distance begins at this word ("على بعد 70 كلم", "at a distance of")."""
    return gap[at] in _AT and at + 1 < len(gap) and gap[at + 1] in _DISTANCE


_AT = frozenset(("علي", "at"))
_DISTANCE = frozenset(("بعد", "مسافه", "about", "some"))
_OWNS = re.compile(r"['’]s (?:\w+ ){0,2}")


def _take_owners_offset(
    folded_text: str, scan: Scan, number: int, contexts: list[Context], context: Context
) -> None:
    """What lies beside "Yemen's port of Hodeidah" lies beside the port, not beside the country."""
    hit, before, owner = scan.hits[number], scan.hits[number - 1], contexts[number - 1]
    if not (owner.direction or owner.distance_km > 0 or owner.cue):
        return
    if _OWNS.fullmatch(folded_text, before.end, hit.start) is None:
        return
    context.cue, owner.cue = owner.cue, "of"
    context.direction, owner.direction = owner.direction, ""
    context.distance_km, owner.distance_km = owner.distance_km, 0.0
    context.seaward, owner.seaward = owner.seaward, False


def _link_parents(
    folded_text: str, scan: Scan, contexts: list[Context], words: ContextWords
) -> None:
    """Ties a name to the next one where only linking words stand between the two."""
    hits = scan.hits
    for number in range(len(hits) - 1):
        hit, other = hits[number], hits[number + 1]
        first, last = hit.word + hit.length, other.word
        if last - first > 2 * _GAP_WORDS_MAX or "و" in other.clitics:
            continue
        gap = folded_text[hit.end : scan.offsets[last]]
        if _SENTENCE_END.search(gap):
            continue
        gap_words = [word for word in scan.words[first:last] if word]
        if len(gap_words) > _GAP_WORDS_MAX:
            continue
        if not gap_words:
            linked = gap.strip() in ("،", ",", "-", "(") or other.clitics.endswith(("ب", "ل"))
        else:
            linked = all(
                word.isdigit() or words.roles(word).places or _so_far(gap_words, at)
                for at, word in enumerate(gap_words)
            )
        if linked:
            contexts[number].parent = number + 1
            contexts[number].within = bool(gap_words) or other.clitics.endswith("ب")
    for number in range(len(hits) - 2, -1, -1):
        context = contexts[number]
        follower = contexts[number + 1]
        if context.parent < 0 and follower.joined == number and follower.parent >= 0:
            context.parent = follower.parent
            context.within = follower.within
    _link_owned(folded_text, hits, contexts)
    for context in contexts:
        _climb(folded_text, hits, contexts, context)


def _link_owned(folded_text: str, hits: list[Hit], contexts: list[Context]) -> None:
    """Ties what a place owns to it ("in Balkh's Dawlatabad district")."""
    for number in range(1, len(hits)):
        context = contexts[number]
        if context.parent < 0 and (
            _OWNS.fullmatch(folded_text, hits[number - 1].end, hits[number].start) is not None
        ):
            context.parent = number - 1
            context.within = True


def _climb(folded_text: str, hits: list[Hit], contexts: list[Context], context: Context) -> None:
    """Takes the owned for the owner ("in Niger's Tillaberi"), what holds an unknown one for it."""
    for _ in range(_STEPS_MAX):
        above = context.parent
        if above < 0:
            return
        owned = above + 1
        if owned < len(hits) and _OWNS.fullmatch(folded_text, hits[above].end, hits[owned].start):
            context.parent = owned
        elif not hits[above].entries and contexts[above].parent >= 0:
            context.parent = contexts[above].parent
        else:
            return
