"""Words whose figure stands before them: passives, verbs after their subject.

Place in the flow: `tolls.reading` hands the words of killing and hurting to `take_trigger`; what
finds no figure before it waits as a governor for one that follows.
"""

from workers.extraction.tolls import cues
from workers.extraction.tolls.named import names_listed, one_alone, two_before
from workers.extraction.tolls.sides import are_opposed
from workers.extraction.tolls.state import Chain, Governor, SentenceState
from workers.extraction.tolls.words import Figure, Word
from workers.lexicon.counted import TollWord

# Members of an enumeration are looked up once: it is the cost of a scan otherwise.
_FATE = TollWord.FATE
_TRIGGER = TollWord.TRIGGER

Items = list[Word | Figure]


def take_trigger(state: SentenceState, word: Word, items: Items, index: int) -> None:
    """Gives the word's field to a figure before it, or lets it wait for one that follows."""
    surface = state.surface(word)
    order = word.counted.order
    if _strikes_nobody(state, word, items, index):
        return
    if order == "before" and (_names_follow(state, word) or _died_then(state, word, items, index)):
        return
    if surface in cues.DUAL_VERBS and two_before(
        state, word, active=_object_follows(state, word, items, index)
    ):
        return
    if order != "before" and _passive(state, word, items, index):
        return
    if order != "before" and one_alone(state, word):
        return
    single = surface in cues.SINGULAR_VERBS and _single_before(state, word, items, index)
    if single or _aged_before(state, word, items, index):
        return
    state.part_from = None
    names_people = order != "before" and surface in cues.PARTICIPLES
    reach = surface == "dead" or (names_people and state.total)
    state.governor = Governor(word, _field(state, word), reach=reach)
    if names_people or order != "after" or not surface.isascii():
        state.pending.clear()


def _strikes_nobody(state: SentenceState, word: Word, items: Items, index: int) -> bool:
    """Whether the word tells of no death or wound here."""
    surface = state.surface(word)
    if cues.strikes_nobody(state.text, word.start, surface):
        return True
    if surface in cues.LOST and not _men_follow(state, items, index):
        return True
    if surface in cues.FATE_VERBS and (surface == "لقوا" or not _fate_follows(items, index)):
        return True
    return surface in cues.FELL and not _soldiers_before(state, word)


def _names_follow(state: SentenceState, word: Word) -> bool:
    """Takes the people whose names are listed right behind the word ("استشهد كل من ...")."""
    listed = names_listed(state.text, word.end)
    if listed is None or word.counted.field == "both":
        return False
    count, end = listed
    figure = Figure(word.end + 1, end, count, count, count, joined=False)
    state.add(state.chain(word.counted.field, figure))
    state.done = end
    state.governor = None
    return True


def _died_then(state: SentenceState, word: Word, items: Items, index: int) -> bool:
    """Gives death to the one who was hurt, then died ("أصيب شرطي بجروح وتوفي متأثرا بها")."""
    last = state.last
    if last is None or last.field != "injured" or last.subset or last.split or not word.joined:
        return False
    if state.surface(word) not in cues.DIED_THEN or len(last.figures) > 1:
        return False
    if last.figures[0].best != 1 or _object_follows(state, word, items, index):
        return False
    if cues.OF_WOUNDS.match(state.text, word.end) is None:
        return False
    last.field = "deaths"
    state.pending.clear()
    return True


def _men_follow(state: SentenceState, items: Items, index: int) -> bool:
    """Whether soldiers, fighters or men stand right behind "lost"."""
    following = items[index + 1] if index + 1 < len(items) else None
    if not isinstance(following, Figure) or following.best is None or following.weak:
        return False
    if cues.OF_ITS_OWN.match(state.text, following.end):
        return True
    men = state.text.endswith((" men", " troops"), 0, following.end)
    return men or following.category in cues.FORCES


def _soldiers_before(state: SentenceState, word: Word) -> bool:
    """Whether soldiers or fighters stand right before "fell", which then means their death."""
    figure = state.pending[-1] if state.pending else None
    if figure is None or figure.category not in cues.FORCES:
        return False
    return (
        state.gap(figure.end, word.start) <= 1
        and cues.FELL_OTHERWISE.match(state.text, word.end) is None
    )


def _field(state: SentenceState, word: Word) -> str:
    """The word's field, or both in "قتل وأصيب 20" and "killed and wounded"."""
    previous = state.governor
    name = word.counted.field
    if previous is None or previous.used or previous.field == name:
        return name
    if previous.word.counted.kind is not _TRIGGER:
        return name
    between = state.text[previous.word.end : word.start].strip()
    joined = between in {"and", "or", "او", "و"} or (word.joined and between == word.clitic)
    return "both" if joined else name


def _fate_follows(items: Items, index: int) -> bool:
    """Whether a word of fate follows in the sentence."""
    ahead = (told for told in items[index + 1 :] if isinstance(told, Word))
    return any(told.counted.kind is _FATE for told in ahead)


def _single_before(state: SentenceState, word: Word, items: Items, index: int) -> bool:
    """Takes the single person right before a verb that has no figure after it ("إن جنديا قتل")."""
    part = state.loose[1] if state.loose is not None and state.loose[0].subset else None
    figure = state.pending[-1] if state.pending else part
    if word.joined or figure is None or _object_follows(state, word, items, index):
        return False
    if cues.COMPANY.match(state.text, word.end):
        return False
    if figure.best != 1 or state.gap(figure.end, word.start) > cues.NEAR - 1:
        return False
    if figure.head is not None and figure.head.definite:
        return False
    return claimed(state, word.counted.field) is not None


def _aged_before(state: SentenceState, word: Word, items: Items, index: int) -> bool:
    """Takes the one whose name and age stand right before a verb ("فلان (21 عاما) قضى برصاص")."""
    if word.joined or state.surface(word) not in cues.DIED_ALONE:
        return False
    start = max(0, word.start - cues.AGE_REACH)
    aged = cues.AGED.search(state.text, start, word.start)
    if aged is None or _object_follows(state, word, items, index):
        return False
    state.pending.clear()
    figure = Figure(aged.start(), word.end, 1, 1, 1, joined=False)
    state.add(state.chain(word.counted.field, figure))
    return True


def _passive(state: SentenceState, word: Word, items: Items, index: int) -> bool:
    """Gives the field to the figure before the word ("12 people were killed"), if there is one."""
    if _begins_anew(state, word):
        return False
    if _died_since(state, word) or _of_these(state, word):
        return True
    candidate = _candidate(state, plural=not state.text[word.start].isascii())
    if candidate is None:
        return _said_already(state, word)
    if not _speaks_of(state, word, candidate, items, index):
        return False
    if state.pending and cues.OF_THE.fullmatch(state.text, candidate.end, word.start):
        state.add_part(word.counted.field, state.pending.pop())
    elif claimed(state, word.counted.field) is None:
        return False
    state.governor = None
    return True


def _of_these(state: SentenceState, word: Word) -> bool:
    """Gives the field to some of those told before ("seized ten and shot seven of them dead")."""
    if not state.parts or state.text[state.parts[-1].end : word.start] not in cues.OF_THESE:
        return False
    part = state.parts.pop()
    state.pending.clear()
    state.add(state.chain(word.counted.field, part))
    state.governor = None
    return True


def _begins_anew(state: SentenceState, word: Word) -> bool:
    """Whether "and" on an Arabic verb, or "the" before English "dead", parts it from a figure."""
    if word.joined:
        return state.surface(word) not in cues.OBJECT_VERBS
    text = state.text
    return text.endswith(" the ", 0, word.start) and not text.endswith("of the ", 0, word.start)


def _died_since(state: SentenceState, word: Word) -> bool:
    """Gives death to the one who was hurt first ("a soldier wounded on Monday has died")."""
    last = state.last
    if word.counted.field != "deaths" or last is None or last.field != "injured":
        return False
    if last.subset or last.split:
        return False
    if last.figures[0].best != 1 or len(last.figures) > 1:
        if not _all_died(state, last, word):
            return False
    elif not state.text.endswith(cues.AFTER_ALL, 0, word.start):
        return False
    last.field = "deaths"
    state.pending.clear()
    return True


def _all_died(state: SentenceState, last: Chain, word: Word) -> bool:
    """Whether all who were hurt are told to have died ("two hurt in the blast have died")."""
    if last.tail.best is None or len(last.figures) > 1:
        return False
    if not state.text.endswith(cues.ALL_DIED, 0, word.end):
        return False
    if state.pending and state.pending[-1].start > last.tail.end:
        return False
    return cues.ANOTHER_CLAUSE.search(state.text, last.tail.end, word.start) is None


def _speaks_of(state: SentenceState, word: Word, figure: Figure, items: Items, index: int) -> bool:
    """Whether a word that stands behind a figure is its verb, and no active one."""
    between = state.text[figure.end : word.start]
    between = cues.ATTACKED_AND.sub(" ", cues.PARENTHESIS.sub(" ", between))
    between = cues.BELIEVED.sub(" ", between)
    gap = len(between.split())
    if gap > cues.BEFORE_PASSIVE:
        return False
    if state.surface(word) in cues.OBJECT_VERBS:
        return _is_object(state, word, figure)
    if cues.CLAUSE_JOINT.search(between):
        return False
    ascii_word = state.text[word.start].isascii()
    if ascii_word and (word.counted.order == "after" or cues.PASSIVE.search(between) is not None):
        return True
    if state.surface(word) in cues.TO_HOSPITAL:
        return cues.CARRIED.search(state.text, max(0, figure.start - 24), figure.start) is not None
    return not _object_follows(state, word, items, index) and (
        not ascii_word or (gap <= 1 and _is_participle(state, word, figure))
    )


def _is_object(state: SentenceState, word: Word, figure: Figure) -> bool:
    """Whether a figure is the pronoun on a verb; "both of them" is two."""
    if state.surface(word).endswith("هما") and figure.best is None and figure.weak:
        figure.low = figure.best = figure.high = 2
    return figure.best is not None


def _is_participle(state: SentenceState, word: Word, figure: Figure) -> bool:
    """Whether an English word right behind a figure tells what befell it, without "was"."""
    if not figure.weak or _elided(state, figure):
        return True
    return figure.best == 1 and cues.PARTICIPLE_NEXT.match(state.text, word.end) is not None


def _elided(state: SentenceState, figure: Figure) -> bool:
    """Whether "was" is left out behind the first half ("two were killed and an officer hurt")."""
    last = state.last
    if last is None:
        return False
    return cues.ELIDED.search(state.text[last.tail.end : figure.start]) is not None


def _said_already(state: SentenceState, word: Word) -> bool:
    """Whether the toll right before has the word's field already ("نحو 28 شخصا قتلوا")."""
    last = state.last
    if last is None or last.field != word.counted.field or last.subset:
        return False
    return state.gap(last.tail.end, word.start) <= 1


def _candidate(state: SentenceState, *, plural: bool) -> Figure | None:
    """The figure that a passive would speak of: a waiting one, or one that "and" had added."""
    while state.pending:
        figure = state.pending[-1]
        if plural and figure.best == 1 and figure.weak and not figure.joined:
            state.pending.pop()
            continue
        return figure
    return state.loose[1] if state.loose is not None else None


def claimed(state: SentenceState, name: str) -> Chain | None:
    """The chain of the last waiting figure under the field, with those that "and" joins to it."""
    if not state.pending:
        return _moved(state, name)
    figures = [state.pending.pop()]
    opposed = False
    while state.pending and _joined(state, state.pending[-1], figures[0]):
        before = state.pending.pop()
        if are_opposed(state.text, before, figures[0]):
            other = state.chain(name, before)
            other.opposed = opposed = True
            state.add(other)
            continue
        figures.insert(0, before)
    chain = state.chain(name, figures[0])
    chain.opposed = opposed
    chain.figures = figures
    state.add(chain)
    for part in state.parts:
        state.add_part(name, part)
    state.pending.clear()
    state.parts.clear()
    return chain


def _joined(state: SentenceState, before: Figure, figure: Figure) -> bool:
    """Whether "and" joins two waiting figures."""
    if state.gap(before.end, figure.start) > cues.PART_REACH:
        return False
    return (
        figure.joined or cues.CONJUNCTION.search(state.text[before.end : figure.start]) is not None
    )


def _moved(state: SentenceState, name: str) -> Chain | None:
    """Takes the loosely joined figure out of its chain, into one of its own."""
    if state.loose is None:
        return None
    chain, figure = state.loose
    if chain.field == name and not chain.subset:
        return chain
    if chain.part_of is not None and name == "deaths" and chain.field == "injured":
        chain.part_of.less += figure.best or 0
    chain.figures.remove(figure)
    if not chain.figures:
        state.chains.remove(chain)
    state.add(state.chain(name, figure))
    return state.last


def _object_follows(state: SentenceState, word: Word, items: Items, index: int) -> bool:
    """Whether a figure stands right after the verb, which is then active."""
    following = items[index + 1] if index + 1 < len(items) else None
    if not isinstance(following, Figure):
        return False
    if following.joined or following.field or (following.weak and following.best is None):
        return False
    return cues.BEFORE_OBJECT.fullmatch(state.text, word.end, following.edge) is not None


def told_before(state: SentenceState, noun: Word, name: str) -> bool:
    """Gives the field to the figure before its noun ("ارتفع إلى 14 عدد القتلى")."""
    if not state.pending or not (state.total or state.reaching):
        return False
    if state.text[state.pending[-1].end : noun.start].strip() not in cues.BEFORE_NOUN:
        return False
    state.add(state.chain(name, state.pending.pop()))
    return True
