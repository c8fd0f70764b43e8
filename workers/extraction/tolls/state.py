"""What has been read of a sentence while its tolls are put together.

Place in the flow: shared by `tolls.forward` and `tolls.backward`, made anew for each sentence by
`tolls.reading`. Everything is in order of the text.
"""

from dataclasses import dataclass, field

from workers.extraction.tolls.cues import still_earlier, words_between
from workers.extraction.tolls.words import Figure, Word


@dataclass(slots=True)
class Governor:
    """A word of killing or hurting that waits for its figure. `reach`: across "rose to".

    `former`: the toll that its figure replaces.
    """

    word: Word
    field: str
    reach: bool = False
    used: bool = False
    former: "Chain | None" = None


@dataclass(slots=True)
class Chain:
    """Figures that share one fate and are added up: one toll. `governor`: the word before them.

    `less`: how many it holds who do not count, attackers or those who have died since.
    `more`: on top of the toll before it, which "and" on its verb joins ("وقتل ثلاثة جنود").
    `opposed`: told beside the dead of the other side of a fight.
    `part_of`: the toll of which it is a part, where that was told before.
    """

    field: str
    figures: list[Figure]
    governor: Governor | None = None
    subset: bool = False
    split: bool = False
    updated: bool = False
    earlier: bool = False
    since: bool = False
    less: int = 0
    more: bool = False
    opposed: bool = False
    part_of: "Chain | None" = None

    @property
    def tail(self) -> Figure:
        """The last figure."""
        return self.figures[-1]


@dataclass(slots=True)
class SentenceState:
    """What has been read of a sentence.

    Attributes:
        text: The whole folded text; offsets are its own.
        pending: Figures that no word has claimed yet.
        parts: Parts of the last pending figure.
        last: The last toll that is no part.
        loose: The figure that "and" alone put into its chain; a passive may still claim it.
        part_from: Where "among them" ended, while it is open.
        some: A number of those told before, whose noun may follow ("two of them gunmen").
        part_after: Where "two of them" ends, behind which more parts may follow.
        periods: Words that count a period ("since").
        done: Where the words that a statement has used up end.
    """

    text: str
    governor: Governor | None = None
    chains: list[Chain] = field(default_factory=list)
    pending: list[Figure] = field(default_factory=list)
    parts: list[Figure] = field(default_factory=list)
    last: Chain | None = None
    loose: tuple[Chain, Figure] | None = None
    part_from: int | None = None
    some: Figure | None = None
    part_after: int = -1
    done: int = 0
    total: bool = False
    updated: bool = False
    reaching: bool = False
    earlier: bool = False
    earlier_from: int = -1
    periods: list[Word] = field(default_factory=list)

    def gap(self, start: int, end: int) -> int:
        """How many words stand between two places."""
        return words_between(self.text, start, end)

    def surface(self, word: Word) -> str:
        """The word as the text has it."""
        return self.text[word.start : word.end]

    def chain(self, name: str, figure: Figure, governor: Governor | None = None) -> Chain:
        """A new toll of one figure, with the marks of the sentence so far; not added yet."""
        earlier = self.earlier and still_earlier(self.text, self.earlier_from, figure.start)
        return Chain(name, [figure], governor, updated=self.updated, earlier=earlier)

    def add(self, chain: Chain) -> None:
        """Takes the toll as the last one."""
        self.chains.append(chain)
        self.last, self.part_from, self.loose = chain, None, None

    def add_part(self, name: str, figure: Figure) -> None:
        """Takes the figure as a part of the last toll."""
        chain = self.chain(name, figure)
        chain.subset = True
        chain.part_of = self.last
        self.chains.append(chain)
        self.loose = (chain, figure)

    def add_split(self, figure: Figure) -> None:
        """Takes a figure of the dead and the wounded together: neither is known."""
        for name in ("deaths", "injured"):
            chain = self.chain(name, figure)
            chain.split = True
            self.add(chain)
        self.governor = None
