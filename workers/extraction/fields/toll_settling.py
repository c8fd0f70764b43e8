"""Tolls shared out, set right against each other: sums of several attacks, headlines.

Place in the flow: the last step of `fields.toll_sharing`, once every figure has its attack.
"""

import re

from workers.extraction.reading import Reading
from workers.extraction.tolls.finder import TollMention

_ONE_OF_SEVERAL = re.compile(
    r"(?:^|\s)[وف]?(?:ال[^ ]+ )?(?:الاول|الاولي|الثاني|الثانيه|اولهما|ثانيهما|احدهما)\b"
    r"|\b(?:the|in the) (?:first|second|other)\b|\bone of them\b"
)
_TWO = 2
_OPENING = 40
"""Characters in which a sentence says which of several attacks it tells."""


def settled(
    shares: list[list[TollMention]], fresh: list[int], reading: Reading
) -> list[list[TollMention]]:
    """The shares of the attacks, `fresh` those that are news, without what is another's."""
    shares = _without_sums(shares, fresh, reading)
    shares = _without_totals(shares, fresh)
    return _headlines_returned(shares, fresh, reading)


def _is_of_one(toll: TollMention, reading: Reading) -> bool:
    """Whether its sentence opens with one of several attacks ("the first was ...")."""
    start = reading.sentences[reading.sentence_at(toll.start)].start
    return _ONE_OF_SEVERAL.search(reading.text.folded.text, start, start + _OPENING) is not None


def _in_title(toll: TollMention, reading: Reading) -> bool:
    return reading.sentences[reading.sentence_at(toll.start)].line == 0


def _without_sums(
    shares: list[list[TollMention]], fresh: list[int], reading: Reading
) -> list[list[TollMention]]:
    """The shares, each without the dead of several attacks where it has a figure of its own.

    Only where another attack has its own, too, or its own is told of the first or second one:
    two bombs may be one attack.
    """
    told = [
        [m for m in shares[i] if m.toll is not None and not (m.several or m.subset)] for i in fresh
    ]
    own = [{m.field for m in mentions} for mentions in told]
    for index, mentions, fields in zip(fresh, told, own, strict=True):
        if not any(m.several for m in shares[index]):
            continue
        others = sum(not fields.isdisjoint(other) for other in own) > 1
        if len(fresh) == _TWO:  # "12 killed in two attacks": which of them is left open
            two = [m for m in shares[index] if m.several and not _is_of_one(m, reading)]
            shares[index] = [m for m in shares[index] if m not in two]
        if others or any(_is_of_one(m, reading) for m in mentions):
            shares[index] = [m for m in shares[index] if not (m.several and m.field in fields)]
    return shares


def _without_totals(shares: list[list[TollMention]], fresh: list[int]) -> list[list[TollMention]]:
    """The shares, each without a figure that is its own, told below, and all the others' added up.

    "Three dead in two attacks", then one in the first and two in the second.
    """
    for field in ("deaths", "injured"):
        own = {i: [m for m in shares[i] if _is_counted(m, field)] for i in fresh}
        for index in fresh:
            others = [own[i] for i in fresh if i != index and own[i]]
            totals = [m for m in own[index] if _adds_up(m, own[index], others)]
            shares[index] = [m for m in shares[index] if m not in totals]
    return shares


def _is_counted(toll: TollMention, field: str) -> bool:
    aside = toll.subset or toll.since or toll.attackers_own
    return toll.field == field and _best(toll) > 0 and not aside


def _adds_up(toll: TollMention, own: list[TollMention], others: list[list[TollMention]]) -> bool:
    """Whether a figure is one told after it and the first of each other attack together."""
    if toll.updated:
        return False
    rest = _best(toll) - sum(_best(told[0]) for told in others)
    return bool(others) and any(m.start > toll.start and _best(m) == rest for m in own)


def _headlines_returned(
    shares: list[list[TollMention]], fresh: list[int], reading: Reading
) -> list[list[TollMention]]:
    """The shares, a headline's figure with the attack of the text that has it, if it is another."""
    for index in fresh:
        for toll in [m for m in shares[index] if m.toll is not None and _in_title(m, reading)]:
            own = _bests(shares[index], toll.field, reading)
            if not own or _best(toll) in own:
                continue
            holders = [
                i
                for i in fresh
                if i != index and _best(toll) in _bests(shares[i], toll.field, reading)
            ]
            if len(holders) == 1:
                shares[index].remove(toll)
                shares[holders[0]].insert(0, toll)
    return shares


def _bests(share: list[TollMention], field: str, reading: Reading) -> set[int]:
    """The figures of one field that the text under the headline tells."""
    return {
        _best(m)
        for m in share
        if m.field == field and m.toll is not None and not m.subset and not _in_title(m, reading)
    }


def _best(toll: TollMention) -> int:
    return toll.toll.best if toll.toll is not None else 0
