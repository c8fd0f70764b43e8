"""Attacks announced together, then told by number or by their dead alone.

"Two blasts ... the second was in X"; "strikes on the Strip ... ten died in X and six in Y".

Place in the flow: under mentions. A sentence that opens with such a number, or counts the dead of
several towns, and has no attack word of its own is given the word that announced it, where the
number or the word for the dead stands.
"""

import re
from collections import Counter
from dataclasses import replace
from typing import Final

from workers.extraction.reading import Reading
from workers.extraction.telling.cuts import MAIN_KINDS
from workers.extraction.triggers import Hit, between
from workers.lexicon.triggers import TriggerEntry
from workers.text.patterns import Pattern

_SENTENCES_MAX = 3
"""Sentences between the announcement and the last of its attacks."""
_MAIN_KINDS = frozenset({"noun", "event"})
_MANY = re.compile(
    r"(?:ان|ين|ات)$|\b(?:هجمات|غارات|ضربات|عمليات)\b|"
    r"\b(?:attacks|blasts|bombings|explosions|strikes|raids|incidents|bombs|ambushes|shootings)$"
)
_NUMBERED: Final = Pattern(
    r"\W{0,2}(?:و|ف)?(?:وقع |وقعت |كان |كانت |استهدف |استهدفت |ضرب |ضربت |نفذ |اما )?(?:في )?"
    r"(?:الاول|الاولي|الثاني|الثانيه|الثالث|الثالثه|الاخر|الاخري)\b"
    r"(?! من (?:نوعه|نوعها)| (?:من|في) (?:ال)?(?:عام|شهر|اسبوع))"
    r"|\W{0,2}(?:in )?the (?:first|second|third|other)(?:,| one\b| (?:was|were|hit|struck|targeted|"
    r"took place|happened|occurred|went off|came|exploded|killed|wounded)\b)"
)


def numbered_attacks(reading: Reading, told: dict[int, list[Hit]]) -> dict[int, Hit]:
    """For sentences that tell an announced attack by its number: the word that announced it.

    `told`: the attack words of each sentence.
    """
    text = reading.text.folded.text
    found: dict[int, Hit] = {}
    for index, hits in sorted(told.items()):
        announced = next(
            (
                hit
                for hit in hits
                if hit.entry.kind in _MAIN_KINDS
                and not hit.surface.definite
                and _MANY.search(text, hit.start, hit.end)
            ),
            None,
        )
        if announced is None or index in reading.skipped:
            continue
        last = min(index + _SENTENCES_MAX, len(reading.sentences) - 1)
        for later in range(index + 1, last + 1):
            sentence = reading.sentences[later]
            number = _NUMBERED.match(text, sentence.start, sentence.end)
            own = [hit for hit in told.get(later, ()) if not (hit.entry.weak or _hurts(hit))]
            if number is not None and not own and later not in reading.skipped:
                found[later] = replace(
                    announced,
                    start=number.start(),
                    end=number.end(),
                    entry=replace(announced.entry, weak=False, needs=None),
                )
    return found


_NUMBER: Final = (
    r"(?:\d+|واحد\w?|اثنان|اثنين|اثنت[اي]ن|ثلاثه?|اربعه?|خمسه?|سته?|سبعه?|ثماني\w?|تسعه?|عشره?|عشرات|"
    r"احد عشر|اثنا عشر|\w{2,6} عشره?|\w{3,8}ان|شخص|امراه|رجل|طفل\w?)"
)
_NUMBER_EN: Final = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|several)"
)
_IN: Final = r"(?:في|قرب|ب(?=مدينه|بلده|مخيم|حي|قريه))"
_DEAD_BY_TOWN: Final = Pattern(
    rf"\b{_NUMBER}(?: (?!في |قرب )[^ ،.؛\n]+){{0,3}} {_IN} ?[^.؛،\n]{{3,40}}?[،,]? "
    rf"و{_NUMBER}(?: (?!في |قرب )[^ ،.؛\n]+){{0,2}} {_IN}"
    rf"|\b{_NUMBER_EN}(?: (?!in |at |near )[\w-]+){{0,4}} (?:in|at|near) [^.;,\n]{{3,40}}?,?"
    rf"(?: and|,)(?: \w+)?? {_NUMBER_EN}(?: (?!in |at |near )[\w-]+){{0,4}} (?:in|at|near) "
    rf"|\b{_NUMBER_EN} (?:more|others?|other people|more people)(?: \w+){{0,3}} (?:in|at|near) "
)
"""The dead of several towns, or more dead in another one."""
_NO_ATTACK = frozenset({"accident", "background"})
"""Cues of a sentence whose dead are of no attack told before it."""
_LOOK_BACK = 2
"""Sentences between an attack and those that only count its dead by town (chosen)."""


def counted_by_town(reading: Reading, told: dict[int, list[Hit]]) -> dict[int, Hit]:
    """For sentences that count dead by town and tell no attack: the attack word before them.

    `told`: the attack words of each sentence.
    """
    text = reading.text.folded.text
    found: dict[int, Hit] = {}
    for index, hits in sorted(told.items()):
        victims = [hit for hit in hits if hit.entry.kind == "victim"]
        if not victims or len(victims) < len(hits) or index in reading.skipped:
            continue
        sentence = reading.sentences[index]
        if _DEAD_BY_TOWN.search(text, sentence.start, sentence.end) is None:
            continue
        cues = between(reading.cues, sentence.start, sentence.end)
        if any(hit.entry.cue in _NO_ATTACK for hit in cues):
            continue
        before = [
            hit
            for earlier in range(max(0, index - _LOOK_BACK), index)
            for hit in told.get(earlier, ())
            if hit.entry.kind in MAIN_KINDS and not hit.entry.needs
        ]
        if before:
            start, end = victims[0].start, victims[0].end
            entry = _with_its_means(before[-1], reading)
            found[index] = replace(before[-1], start=start, end=end, entry=entry)
    return found


def _with_its_means(hit: Hit, reading: Reading) -> TriggerEntry:
    """The entry of an attack word, as a noun that tells by what weapons of its sentence it was."""
    sentence = reading.sentences[reading.sentence_at(hit.start)]
    means = [one.entry for one in between(reading.weapons, sentence.start, sentence.end)]
    votes = Counter(dict(hit.entry.votes))
    for entry in means:
        votes.update(dict(entry.votes))
    weapons = dict.fromkeys(weapon for entry in (hit.entry, *means) for weapon in entry.weapons)
    return replace(
        hit.entry, kind="noun", weak=False, votes=tuple(votes.items()), weapons=tuple(weapons)
    )


def _hurts(hit: Hit) -> bool:
    return hit.entry.kind in ("victim", "light")
