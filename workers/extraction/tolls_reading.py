"""What befell the people of a figure: reads a sentence's toll words and figures left to right.

Place in the flow: second half of `tolls`. A word of killing or hurting governs the figures after it, or
the one before it (`order`); figures joined by "and" are added; what "among them" introduces is a part.
"""

import re
from dataclasses import dataclass, field

from workers.extraction.tolls_figures import Figure, Word
from workers.lexicon.counted import VICTIM_FIELDS, Count, TollWord

_FAR = 10
"""Words that may stand between a word of killing and the first figure that it governs."""
_NEAR = 3
_REACH = 16
"""Words between "the toll ..." and the figure that it rose to."""
_BEFORE_PASSIVE = 8


@dataclass(slots=True)
class Chain:
    """Figures that share one fate and are added up: one toll."""

    field: str
    figures: list[Figure]
    governor: "Governor | None" = None
    subset: bool = False
    split: bool = False
    total: bool = False
    earlier: bool = False
    since: bool = False


@dataclass(slots=True)
class Governor:
    """A word of killing or hurting that waits for its figure. `reach`: across "rose to"."""

    word: Word
    field: str
    reach: bool = False
    used: bool = False
    position: int = 0


@dataclass(slots=True)
class SentenceState:
    """What has been read of a sentence.

    `pending`: figures that no word has claimed; `parts`: parts of the last pending one; `loose`: the
    figure that "and" alone put into its chain; `part_from`: where "among them" ended; `done`: where
    the words that a statement has used up end.
    """

    governor: Governor | None = None
    chains: list[Chain] = field(default_factory=list)
    pending: list[Figure] = field(default_factory=list)
    parts: list[Figure] = field(default_factory=list)
    last: Chain | None = None
    loose: tuple[Chain, Figure] | None = None
    part_from: int | None = None
    done: int = 0
    total: bool = False
    reaching: bool = False
    earlier: bool = False
    earlier_from: int = -1
    since: bool = False


_WEAK_VERBS = frozenset(
    {
        "اصاب",
        "اصابت",
        "يصيب",
        "تصيب",
        "صرع",
        "تصفيه",
        "مات",
        "ماتت",
        "قضي",
        "قضت",
        "سقط",
        "سقطت",
        "سقطوا",
        "تصاب",
        "يصاب",
    }
)
"""Verbs with other everyday senses: they govern only people that a noun names."""
_LOSS_VERBS = frozenset({"خسر", "خسرت", "تكبد", "تكبدت"})
_FATE_VERBS = frozenset({"لقي", "لقيت", "لقوا"})
_VERBS = frozenset(
    {
        "قتل",
        "قتلت",
        "يقتل",
        "تقتل",
        "جرح",
        "جرحت",
        "اصاب",
        "اصابت",
        "اغتال",
        "اغتالت",
        "ذبح",
        "اعدم",
        "صرع",
    }
)
"""Verbs that may be active: a person right after them may be the one who did it."""
_PASSIVE = re.compile(
    r"\b(?:were|was|been|be|being|are|is|got|reported|confirmed|reportedly|left)\b"
)
_REACHES = re.compile(
    r"(?:الي|بلغ|بلغت|وصل|وصلت|عند|ب|هو|هي|to|at|reached|stands|stood|hit|is|was|of|exceeded|passed|تجاوز|تجاوزت|فاق)(?: (?:نحو|حوالي|اكثر من|ما لا يقل عن|قرابه|at least|more than|about|around|nearly|over|some))? ?$"
)
_CONJUNCTION = re.compile(
    r"(?:\band|,|\bplus|\bas well as|&|\bاو|\bor)(?: (?:at least|more than|about|around|nearly|over|some|another|"
    r"also|the|one|نحو|حوالي|اكثر من))* ?$"
)
_BEFORE_NOUN = frozenset({"عدد", "عدد ال", "حصيله", "حصيله ال", "في عدد ال"})
_PARENTHESIS = re.compile(r"[,،][^,،]{1,80}[,،]")
_BEFORE_OBJECT = re.compile(
    r"(?: (?:about|at least|some|around|more than|nearly|over|the|his|her|another|up to|"
    r"نحو|حوالي|قرابه|اكثر من|ما لا يقل عن|علي الاقل|ما يقارب))* ?"
)
_NAME_WORDS = 5
_NO_NAME = re.compile(r"[،,:;.(0-9]|عدد|عشرات|ميات| من | ما | هذا| كل ")
_ATTACKER = re.compile(r"انتحاري|مهاجم|منفذ|مسلح|ارهابي|معتدي")
_SINGULAR_VERBS = frozenset(
    {
        "قتل",
        "قتلت",
        "توفي",
        "توفيت",
        "استشهد",
        "استشهدت",
        "اصيب",
        "اصيبت",
        "مات",
        "ماتت",
        "جرح",
        "جرحت",
    }
)
_APPOSITION = re.compile(r" ?[،,:-] ?(?:(?:هم|وهم|هما|وهما|they are) )?")
_WHOLES = frozenset({"generic", "others", "", "civilian", "dead", "hurt"})
"""Categories whose figure may be broken down right after a comma."""
_BOTH = re.compile(
    r"(?: [^ .،,]+){0,4}? ?(?:ما )?بين (?:قتيل|جريح|شهيد|قتلي|جرحي|مصاب)(?:ا)?(?: و(?:قتيل|جريح|شهيد|قتلي|جرحي|مصاب)[اين]*)?|(?: [^ .]+){0,2} (?:dead and wounded|dead or wounded|killed or wounded|killed and wounded|killed or injured|killed and injured)"
)


def words_between(text: str, start: int, end: int) -> int:
    """How many words stand in `start:end`."""
    return len(text[start:end].split()) if start < end else 0


class SentenceReader:
    """Reads the items of one sentence and keeps the tolls that they make."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._state = SentenceState()

    def read(self, items: list[Word | Figure]) -> list[Chain]:
        """The chains of one sentence's items, in order."""
        self._state = SentenceState()
        for index, read_now in enumerate(items):
            if isinstance(read_now, Figure):
                self._figure(read_now)
            else:
                self._word(read_now, items, index)
        state = self._state
        for chain in state.chains:
            chain.since = state.since
        return [c for c in state.chains if not c.subset or c.figures[0].best is not None]

    def _word(self, word: Word, items: list[Word | Figure], index: int) -> None:
        state = self._state
        surface = self._text[word.start : word.end]
        match word.counted.kind:
            case TollWord.TRIGGER:
                self._trigger(word, items, index)
            case TollWord.FATE:
                self._fate(word)
            case TollWord.SUBSET:
                self._subset(word)
            case TollWord.TOTAL | TollWord.EARLIER:
                if word.counted.kind is TollWord.TOTAL:
                    state.total = True
                else:
                    state.earlier, state.earlier_from = True, word.end
                if "حصيله" in surface or "toll" in surface:
                    state.governor = Governor(word, "deaths", reach=True)
            case TollWord.SINCE:
                state.since = True
            case TollWord.REACH:
                state.reaching = True
            case TollWord.PERSON:
                self._noun(word)
            case (
                TollWord.NUMBER | TollWord.THING | TollWord.MONTH | TollWord.ZERO | TollWord.LOSSES
            ):
                pass

    def _noun(self, word: Word) -> None:
        """A plural of the dead or the hurt ("القتلى إلى 12") waits for its figure."""
        named = VICTIM_FIELDS.get(word.counted.category)
        if named is None or word.counted.count is not Count.MANY or word.start < self._state.done:
            return
        if not self._told_before(word, named):
            self._state.governor = Governor(word, named, reach=True)

    def _told_before(self, word: Word, named: str) -> bool:
        """ "ارتفع إلى 14 عدد القتلى": gives the field to the figure that stands before its noun."""
        state = self._state
        if not state.pending or not (state.total or state.reaching):
            return False
        between = self._text[state.pending[-1].end : word.start].strip()
        if between not in _BEFORE_NOUN:
            return False
        self._add(self._chain(named, state.pending.pop()))
        return True

    def _subset(self, word: Word) -> None:
        """ "Among them" opens a part of the last toll, or makes the figure right before it one."""
        state = self._state
        if state.pending:
            figure = state.pending[-1]
            if state.last is not None and words_between(self._text, figure.end, word.start) <= 1:
                state.pending.pop()
                self._add_part(state.last.field, figure)
                return
        made = state.chains[-1] if state.chains else None
        if made is not None and made.subset:
            if words_between(self._text, made.figures[-1].end, word.start) == 0:
                return
        state.part_from = word.end

    def _chain(self, name: str, figure: Figure, governor: Governor | None = None) -> Chain:
        state = self._state
        return Chain(name, [figure], governor, total=state.total, earlier=state.earlier)

    def _add(self, chain: Chain) -> None:
        state = self._state
        state.chains.append(chain)
        state.last, state.part_from, state.loose = chain, None, None

    def _add_part(self, name: str, figure: Figure) -> None:
        chain = self._chain(name, figure)
        chain.subset = True
        self._state.chains.append(chain)
        self._state.loose = (chain, figure)

    def _figure(self, figure: Figure) -> None:
        state = self._state
        if figure.start < state.done:
            return
        both = _BOTH.match(self._text, figure.end)
        if both is not None and figure.best is not None:
            state.done = both.end()
            self._add_split(figure)
        elif figure.field:
            self._victims(figure)
        elif not (self._part(figure) or self._former(figure) or self._governed(figure)):
            if not figure.definite and not self._continues(figure):
                state.pending.append(figure)

    def _part(self, figure: Figure) -> bool:
        """Takes the figure as a part, where "among them" or a comma after a whole opened one."""
        state = self._state
        if self._in_part(figure):
            if state.pending and (
                state.last is None or state.last.figures[-1].end < state.pending[-1].start
            ):
                state.parts.append(figure)
            elif state.last is not None:
                self._add_part(state.last.field, figure)
            else:
                return False
            return True
        if state.last is None or figure.joined or state.last.figures[-1].category not in _WHOLES:
            return False
        between = self._text[state.last.figures[-1].end : figure.edge]
        if _APPOSITION.fullmatch(between) is None:
            return False
        state.part_from = figure.edge
        self._add_part(state.last.field, figure)
        return True

    def _in_part(self, figure: Figure) -> bool:
        """Whether the figure stands in the part that is open."""
        state = self._state
        if state.part_from is None:
            return False
        earlier = [
            c.figures[-1] for c in state.chains if c.subset and c.figures[0].edge >= state.part_from
        ]
        earlier += state.parts
        if not earlier:
            return words_between(self._text, state.part_from, figure.edge) <= 5
        between = self._text[earlier[-1].end : figure.start]
        near = len(between.split()) <= 5
        return near and (figure.joined or _CONJUNCTION.search(between) is not None)

    def _former(self, figure: Figure) -> bool:
        """Takes "up from 12" and "to 31 from 12" as former figures of the last toll."""
        state = self._state
        if state.last is None:
            return False
        after_cue = (
            0 <= state.earlier_from
            and words_between(self._text, state.earlier_from, figure.start) <= 3
        )
        from_before = state.total and self._text[max(0, figure.start - 5) : figure.start] == "from "
        if not (after_cue and state.last.figures[-1].end < state.earlier_from) and not from_before:
            return False
        chain = self._chain(state.last.field, figure)
        chain.earlier = True
        state.chains.append(chain)
        return True

    def _add_split(self, figure: Figure) -> None:
        """Dead and wounded in one figure: neither is known."""
        for name in ("deaths", "injured"):
            chain = self._chain(name, figure)
            chain.split = True
            self._add(chain)
        self._state.governor = None

    def _victims(self, figure: Figure) -> None:
        """A figure whose noun says what befell them; it may still be a part of the toll before."""
        state = self._state
        bare = figure.best is None and figure.weak is False and figure.head is not None
        counting = state.total or state.reaching
        if bare and counting and figure.head is not None and figure.head.start == figure.start:
            if not self._told_before(figure.head, figure.field):
                state.governor = Governor(figure.head, figure.field, reach=True)
            return
        if state.last is not None and state.last.field == figure.field and self._in_part(figure):
            self._add_part(figure.field, figure)
        else:
            self._add(self._chain(figure.field, figure))
        state.governor = None
        if figure.category == "injury" and figure.best is None and figure.head is not None:
            state.governor = Governor(figure.head, figure.field, reach=True)

    def _governed(self, figure: Figure) -> bool:
        """Takes the figure under the waiting word of killing or hurting, if it is near enough."""
        state = self._state
        governor = state.governor
        if governor is None or (figure.definite and not governor.reach):
            return False
        word = self._text[governor.word.start : governor.word.end]
        gap = words_between(self._text, governor.word.end, figure.edge)
        if governor.used:
            return self._object_after_subject(figure, governor, word)
        if governor.reach:
            fits = self._reached(figure, governor)
        elif word.isascii():
            fits = gap <= (1 if figure.weak else _NEAR + 1)
        elif governor.word.counted.order == "after":
            fits = gap <= 1 and not figure.joined
        elif word in _LOSS_VERBS:
            fits = gap <= _FAR and figure.head is not None and not figure.weak
        elif word in _WEAK_VERBS:
            named = figure.head is not None and not (figure.weak and figure.best is None)
            joined = gap == 0 and governor.word.joined and state.last is not None
            fits = gap <= _NEAR + 1 and (named or joined)
        else:
            limit = _NEAR if figure.weak else _FAR
            fits = gap <= limit and not (
                figure.weak and gap > 0 and figure.head is not None and figure.head.definite
            )
        if figure.joined and gap > 0 and not governor.reach:
            return self._with_the_named(figure, governor)
        if not fits:
            return False
        if state.total and not governor.reach and gap > _NEAR and not figure.head:
            return False
        governor.used = True
        if governor.field == "both":
            self._add_split(figure)
            return True
        chain = self._chain(governor.field, figure, governor)
        if governor.reach and re.search(
            r"(?:من|from) $", self._text[max(0, figure.start - 5) : figure.start]
        ):
            chain.earlier = True
            governor.used = False
        self._add(chain)
        return True

    def _with_the_named(self, figure: Figure, governor: Governor) -> bool:
        """ "مقتل فلان و3 من مرافقيه": the one who is named counts too, unless he was the attacker."""
        name = self._text[governor.word.end : figure.edge]
        words = name.split()
        if figure.weak or figure.best is None or not 1 <= len(words) <= _NAME_WORDS:
            return False
        if governor.field == "both" or _NO_NAME.search(name) or self._between_breaks(name):
            return False
        chain = self._chain(governor.field, figure, governor)
        if not _ATTACKER.search(name):
            start = governor.word.end + 1
            chain.figures.insert(0, Figure(start, start + len(name.strip()), 1, 1, 1, joined=False))
        governor.used = True
        self._add(chain)
        return True

    def _reached(self, figure: Figure, governor: Governor) -> bool:
        gap = words_between(self._text, governor.word.end, figure.edge)
        if figure.weak or gap > _REACH:
            return False
        before = self._text[max(governor.word.end, figure.start - 24) : figure.start]
        if re.search(r"(?:من|from) $", before) and self._state.total:
            return True
        if gap == 0 or _REACHES.search(before) is not None:
            return True
        if figure.hedge is not None and gap <= _NEAR:
            return True
        return self._state.reaching and figure.head is not None

    def _object_after_subject(self, figure: Figure, governor: Governor, word: str) -> bool:
        """ "قتل مسلح 5 أشخاص": the first was the one who did it, the second is the toll."""
        chain = self._state.last
        if (
            chain is None
            or chain.governor is not governor
            or len(chain.figures) > 1
            or figure.joined
        ):
            return False
        first = chain.figures[0]
        if not first.weak or figure.weak or (word not in _VERBS and not word.isascii()):
            return False
        if words_between(self._text, first.end, figure.start) > 4:
            return False
        between = self._text[first.end : figure.start]
        if "," in between or "،" in between:
            return False
        chain.figures[0] = figure
        return True

    def _continues(self, figure: Figure) -> bool:
        """Adds the figure to the last toll where "and" joins the two."""
        chain = self._state.last
        if chain is None or chain.split or chain.figures[-1].field or chain.governor is None:
            return False
        last = chain.figures[-1]
        if figure.best is None and last.best is not None:
            return False
        if words_between(self._text, last.end, figure.start) > (
            _NEAR + 4 if last.weak else _NEAR + 2
        ):
            return False
        if self._state.pending and self._state.pending[-1].start > last.end:
            return False
        between = self._text[last.end : figure.start]
        if not (figure.joined or _CONJUNCTION.search(between)):
            return False
        if figure.head is None and not figure.joined:
            return False
        far = _FAR - _NEAR if last.weak else _NEAR + 1
        if figure.joined and figure.weak and len(between.split()) > far:
            return False
        if (
            not figure.joined
            and between.rstrip().endswith((",", "،"))
            and last.category in {"generic", ""}
        ):
            return False
        if self._between_breaks(between):
            return False
        if (figure.category == "attacker") != (last.category == "attacker"):
            self._add(self._chain(chain.field, figure, chain.governor))
            self._state.loose = (self._state.chains[-1], figure)
            return True
        chain.figures.append(figure)
        self._state.loose = (chain, figure)
        return True

    def _between_breaks(self, between: str) -> bool:
        """Whether other things happen between two figures, so that "and" joins clauses."""
        between = re.sub(r"^ في [^ ]+ ", " ", between)
        return (
            re.search(r" (?:في|خلال|عندما|اثر|بعد|قبل|علي|when|after|in|during|by|as) ", between)
            is not None
        )

    def _trigger(self, word: Word, items: list[Word | Figure], index: int) -> None:
        state = self._state
        surface = self._text[word.start : word.end]
        order = word.counted.order
        if surface in _FATE_VERBS:
            ahead = (i for i in items[index + 1 :] if isinstance(i, Word))
            if not any(i.counted.kind is TollWord.FATE for i in ahead):
                return
            if surface == "لقوا":
                return
        if order != "before" and self._passive(word, surface, items, index):
            return
        if surface in _SINGULAR_VERBS and self._single_before(word, items, index):
            return
        name = word.counted.field
        previous = state.governor
        if (
            previous is not None
            and not previous.used
            and previous.word.counted.kind is TollWord.TRIGGER
        ):
            gap = words_between(self._text, previous.word.end, word.start)
            joined = word.joined or self._text[previous.word.end : word.start].strip() in {
                "and",
                "or",
                "او",
                "و",
            }
            if gap <= 1 and joined and previous.field != name:
                name = "both"
        state.part_from = None
        lonely = order != "before" and surface in {"dead", "wounded", "injured", "killed"}
        state.governor = Governor(word, name, reach=lonely and state.total or surface == "dead")
        if not (order == "after" and surface.isascii()) or lonely:
            state.pending.clear()

    def _single_before(self, word: Word, items: list[Word | Figure], index: int) -> bool:
        """ "إن جنديا قتل": a single person right before a verb that has no figure after it."""
        state = self._state
        if word.joined or not state.pending or self._object_follows(word, items, index):
            return False
        figure = state.pending[-1]
        if figure.best != 1 or words_between(self._text, figure.end, word.start) > 2:
            return False
        if figure.head is not None and figure.head.definite:
            return False
        return self._unassigned_chain(figure, word.counted.field) is not None

    def _passive(self, word: Word, surface: str, items: list[Word | Figure], index: int) -> bool:
        """Gives the word's field to the figure before it ("12 people were killed"), if there is one."""
        state = self._state
        ascii_word = surface.isascii()
        if word.joined:
            return False
        candidate = self._candidate(plural=not ascii_word)
        if candidate is None:
            return self._said_already(word)
        between = self._text[candidate.end : word.start]
        between = _PARENTHESIS.sub(" ", between).replace(" shot and", "")
        gap = len(between.split())
        if (
            gap > _BEFORE_PASSIVE
            or re.search(r"(?:^| )(?:and|و|or|but)\s*$|[;:]", between)
            or between.rstrip().endswith(",")
        ):
            return False
        if not ascii_word and self._object_follows(word, items, index):
            return False
        if ascii_word and word.counted.order == "either":
            said = _PASSIVE.search(between) is not None
            if not said and (gap > 1 or candidate.weak or self._object_follows(word, items, index)):
                return False
        chain = self._unassigned_chain(candidate, word.counted.field)
        if chain is None:
            return False
        state.governor = None
        return True

    def _said_already(self, word: Word) -> bool:
        """Whether the toll right before has the word's field already ("نحو 28 شخصا قتلوا")."""
        last = self._state.last
        if last is None or last.field != word.counted.field or last.subset:
            return False
        return words_between(self._text, last.figures[-1].end, word.start) <= 1

    def _candidate(self, *, plural: bool) -> Figure | None:
        """The figure that a passive would speak of: a waiting one, or one that "and" had added."""
        state = self._state
        while state.pending:
            figure = state.pending[-1]
            if plural and figure.best == 1 and figure.weak and not figure.joined:
                state.pending.pop()
                continue
            return figure
        return state.loose[1] if state.loose is not None else None

    def _unassigned_chain(self, candidate: Figure, name: str) -> Chain | None:
        """The chain of the candidate under its new field, with the waiting figures joined to it."""
        state = self._state
        if not state.pending:
            return self._moved(name)
        figures = [state.pending.pop()]
        apart: list[Figure] = []
        while state.pending:
            before = state.pending[-1]
            between = self._text[before.end : figures[0].start]
            joined = figures[0].joined or _CONJUNCTION.search(between) is not None
            if not joined or len(between.split()) > 5:
                break
            if (before.category == "attacker") != (figures[0].category == "attacker"):
                apart.append(state.pending.pop())
                continue
            figures.insert(0, state.pending.pop())
        for other in apart:
            self._add(self._chain(name, other))
        chain = self._chain(name, figures[0])
        chain.figures = figures
        self._add(chain)
        for part in state.parts:
            self._add_part(name, part)
        state.pending.clear()
        state.parts.clear()
        return chain

    def _moved(self, name: str) -> Chain | None:
        """Takes the loosely joined figure out of its chain, into one of its own."""
        state = self._state
        if state.loose is None:
            return None
        chain, figure = state.loose
        if chain.field == name and not chain.subset:
            return chain
        chain.figures.remove(figure)
        if not chain.figures:
            state.chains.remove(chain)
        self._add(self._chain(name, figure))
        return state.last

    def _object_follows(self, word: Word, items: list[Word | Figure], index: int) -> bool:
        """Whether a figure stands right after the verb, which is then active."""
        if index + 1 >= len(items):
            return False
        following = items[index + 1]
        if not isinstance(following, Figure):
            return False
        if following.joined or following.field or (following.weak and following.best is None):
            return False
        return _BEFORE_OBJECT.fullmatch(self._text[word.end : following.edge]) is not None

    def _fate(self, word: Word) -> None:
        """ "لقي ... مصرعهم": the figure before met death; the pronoun alone may count one or two."""
        state = self._state
        if state.pending:
            chain = self._unassigned_chain(state.pending[-1], "deaths")
            if chain is not None:
                return
        met = state.governor
        if met is None or self._text[met.word.start : met.word.end] not in _FATE_VERBS:
            return
        if met.used and state.last is not None and state.last.governor is met:
            if (
                word.counted.says == 2
                and len(state.last.figures) == 1
                and state.last.figures[0].best == 1
            ):
                state.last.figures[0].low = state.last.figures[0].best = state.last.figures[
                    0
                ].high = 2
            return
        says = word.counted.says
        if says and words_between(self._text, met.word.end, word.start) <= 15:
            figure = Figure(met.word.start, word.end, says, says, says, joined=False)
            self._add(self._chain("deaths", figure, met))
            met.used = True
