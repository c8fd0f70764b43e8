"""Reading what stands around each name: place noun, preposition, direction, titles, lists, parents.

Place in the flow: second step of `places`, between scanning and resolving.
"""

from workers.extraction.places_types import Context, Hit, Scan
from workers.lexicon.gazetteer.context import ContextWords

_LOOK_BACK_MAX = 6
"""Words read before a name: a preposition, a direction and two place nouns fit."""

_GAP_WORDS_MAX = 6
"""Words between a name and the one that it lies in."""

_SENTENCE_ENDS = (".", "!", "?", "؟", "\n")
_COARSE = frozenset(("admin1", "admin2", "region", "country", "countryside"))


def read_contexts(folded_text: str, scan: Scan, words: ContextWords) -> list[Context]:
    """One `Context` for each hit, in the same order."""
    contexts: list[Context] = []
    for number, hit in enumerate(scan.hits):
        context = Context(noun_start=hit.start)
        _read_before(folded_text, scan, hit, words, context)
        _read_after(folded_text, scan, hit, words, context)
        if number:
            _join(folded_text, scan, number, contexts, context)
        contexts.append(context)
    _link_parents(folded_text, scan, contexts, words)
    return contexts


def _read_before(
    folded_text: str, scan: Scan, hit: Hit, words: ContextWords, context: Context
) -> None:
    if hit.clitics.endswith("ب"):
        context.cue = "in"
    elif hit.clitics.endswith("ل"):
        context.cue = "of"
    right = scan.offsets[hit.word]
    seen = 0
    for at in range(hit.word - 1, max(-1, hit.word - 1 - 2 * _LOOK_BACK_MAX), -1):
        word = scan.words[at]
        if not word:
            continue
        left = scan.offsets[at]
        gap = folded_text[left + len(word) : right]
        if any(end in gap for end in _SENTENCE_ENDS) or seen == _LOOK_BACK_MAX:
            return
        seen += 1
        roles = words.roles(word)
        if not _take(roles, context, seen, left, gap):
            return
        right = left


def _take(roles, context: Context, seen: int, left: int, gap: str) -> bool:  # type: ignore[no-untyped-def]
    """Reads one word before the name into the context; False where reading ends."""
    if roles.person and seen == 1 and not gap.strip():
        context.person = True
    if roles.organisation and seen <= 2 and not roles.noun:
        context.organisation = True
        return False
    if roles.speech and seen == 1:
        context.metonym = True
        return False
    if roles.direction:
        context.direction = (
            f"{context.direction}-{roles.direction}" if context.direction else roles.direction
        )
        context.noun_start = left
    elif roles.noun:
        if not context.noun:
            context.noun = roles.noun
        context.noun_start = left
    elif not roles.preposition:
        return False
    if roles.preposition and not context.cue:
        context.cue = roles.preposition
    return not (roles.preposition and not roles.noun and not roles.direction)


def _read_after(
    folded_text: str, scan: Scan, hit: Hit, words: ContextWords, context: Context
) -> None:
    at = hit.word + hit.length
    if at >= len(scan.words):
        return
    tail = folded_text[hit.end : hit.end + 3]
    start = folded_text.rfind("\n", 0, hit.start) + 1
    opening = hit.start - start <= 2
    if opening and (tail.strip()[:1] in ("-", "(", "/") and tail):
        context.dateline = True
    if opening and tail.startswith(":"):
        context.metonym = True
    roles = words.roles(scan.words[at]) if scan.words[at] else None
    if roles is None:
        return
    if roles.speech:
        context.metonym = True
    if roles.noun and hit.key.isascii() and not context.noun:
        context.noun = roles.noun


def _join(
    folded_text: str, scan: Scan, number: int, contexts: list[Context], context: Context
) -> None:
    """A name joined to the one before ("X, Y and Z") shares its noun and preposition."""
    hit, before = scan.hits[number], scan.hits[number - 1]
    gap = folded_text[before.end : hit.start].strip(" \"'()")
    if gap not in ("و", "،", ",", "، و", "، ", "and", ", and", "ف") or context.noun:
        return
    context.joined = number - 1
    shared = contexts[number - 1]
    context.noun = shared.noun
    context.cue = context.cue or shared.cue
    context.direction = context.direction or shared.direction
    context.organisation = context.organisation or shared.organisation
    context.metonym = context.metonym or shared.metonym


def _link_parents(
    folded_text: str, scan: Scan, contexts: list[Context], words: ContextWords
) -> None:
    """Ties a name to a later one that the text puts it in: only linking words stand between them."""
    for number in range(len(scan.hits) - 1):
        hit, other = scan.hits[number], scan.hits[number + 1]
        gap_words = [word for word in scan.words[hit.word + hit.length : other.word] if word]
        gap = folded_text[hit.end : scan.offsets[other.word]]
        if (
            len(gap_words) > _GAP_WORDS_MAX
            or any(end in gap for end in _SENTENCE_ENDS)
            or "و" in other.clitics
        ):
            continue
        if not gap_words and not (
            gap.strip() in ("،", ",", "-") or other.clitics.endswith(("ب", "ل"))
        ):
            continue
        if all(word.isdigit() or _links(words.roles(word)) for word in gap_words):
            contexts[number].parent = number + 1


def _links(roles) -> bool:  # type: ignore[no-untyped-def]
    return bool(
        roles.linking
        or roles.noun
        or roles.direction
        or roles.preposition in ("in", "near", "of", "from")
    )
