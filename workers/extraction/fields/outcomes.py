"""How an attack ended: carried out, shot down on its way, stopped before it; and how sure that is.

Place in the flow: when a draft becomes an event. Read from the words for foiling and interception
in the draft's clauses, and in the sentence behind them where a pronoun points back ("Saudi air
defences intercepted it").
"""

import re

from workers.extraction.reading import Reading
from workers.extraction.telling.tellings import Draft, Scene
from workers.model import Certainty, Outcome, Weapon

_LAUNCHED = frozenset(
    {Weapon.DRONE, Weapon.ROCKET, Weapon.MISSILE, Weapon.MORTAR, Weapon.ARTILLERY}
)
_PLOTS = frozenset({"mukhattat", "muhawalat-istihdaf", "plot-en", "muhawalat-ightiyal"})
"""Attack words for what was planned or tried: people hurt when it was stopped do not make it one
that was carried out.
"""
_POINTS_BACK = re.compile(
    r"\b[وف]?(?:اعترضت?|اسقطت?|اعتراض|اسقاط)(?:ه|ها|هما|هم)\b"
    r"|\b(?:intercepted|destroyed|downed) (?:it|them|both|all)\b|\bshot (?:it|them|both|all) down\b"
    r"|\b(?:it|they|both|all)(?: of them)? (?:was|were) "
    r"(?:intercepted|shot down|destroyed|downed)\b"
)
_DEBRIS = re.compile(r"شظايا|حطام|بقايا|\b(?:debris|fragments?|remnants|wreckage|shrapnel)\b")
_PARTLY = re.compile(
    r"(?:بعض|قسما? من|جزءا? من|عددا? من|معظم|احدي) ?ال(?:صواريخ|مسيرات|طايرات|قذايف)|"
    r"(?:واحده?|اثن[ايت]\w{1,3}) منه(?:ا|م)\b|"
    r"(?:الثالثه?|الرابعه?|الثانيه|الاخري?|البقيه|الباقي) [^.،\n]{0,24}"
    r"(?:اصاب|سقط|وصل|دخل|انفجر|بلغ)\w{0,2}\b|"
    r"\b(?:some|one|several|most|at least one) of "
    r"(?:them|the (?:drones|missiles|rockets|projectiles))\b|"
    r"\b(?:two|one|another|others?|third|rest) "
    r"(?:hit|struck|landed|got through|slammed|reached|fell)\b"
)
"""Some were stopped, some got through: the attack was carried out."""


def outcome_of(
    draft: Draft, weapons: tuple[Weapon, ...], reading: Reading, *, killed: bool, hurt: bool
) -> Outcome:
    """Carried out, unless its clauses say that it was stopped and nobody but by debris was hit."""
    stopped = [
        cue for scene in draft.scenes if scene.mention.is_stopped for cue in sorted(_of_stop(scene))
    ]
    foiled, downed = stopped.count("foiled"), stopped.count("intercepted")
    total = len(draft.scenes)
    launched = bool(_LAUNCHED & set(weapons))
    if launched and _stopped_behind(draft, reading):
        downed += total
    if downed and _says(draft, reading, _PARTLY):
        return Outcome.CARRIED_OUT
    by_debris = launched and downed and _says(draft, reading, _DEBRIS)
    if (killed or hurt) and not by_debris:
        plotted = foiled and not killed and _is_plot(draft)
        return Outcome.FOILED if plotted else Outcome.CARRIED_OUT
    if foiled and foiled >= downed and not (launched and downed):
        return Outcome.FOILED
    noted = sum("intercepted" in scene.mention.cues for scene in draft.scenes)
    if launched and (downed * 3 >= total or noted * 2 >= total > 0):
        return Outcome.INTERCEPTED
    if sum("foiled" in scene.mention.cues for scene in draft.scenes) * 2 >= total:
        return Outcome.FOILED
    return Outcome.CARRIED_OUT


def _of_stop(scene: Scene) -> set[str]:
    return {hit.entry.cue or "" for hit in scene.mention.stop_hits}


def _is_plot(draft: Draft) -> bool:
    return any(hit.entry.id in _PLOTS for scene in draft.scenes for hit in scene.mention.hits)


def _sentences(draft: Draft, reading: Reading) -> set[int]:
    """The draft's sentences and the one behind each."""
    told = {scene.mention.sentence for scene in draft.scenes}
    return {i for n in told for i in (n, n + 1) if i < len(reading.sentences)} - reading.skipped


def _says(draft: Draft, reading: Reading, pattern: re.Pattern[str]) -> bool:
    text = reading.text.folded.text
    return any(
        pattern.search(text, reading.sentences[i].start, reading.sentences[i].end)
        for i in _sentences(draft, reading)
    )


def _stopped_behind(draft: Draft, reading: Reading) -> bool:
    """Whether a sentence that points back says that it was shot down."""
    return _says(draft, reading, _POINTS_BACK)


def certainty_of(draft: Draft) -> Certainty:
    """Reported, or denied where a clause says that it did not happen."""
    if any("denied" in scene.mention.sentence_cues for scene in draft.scenes):
        return Certainty.DENIED
    return Certainty.REPORTED
