"""How an attack ended: carried out, shot down on its way, stopped before it.

Place in the flow: when a draft becomes an event. Read from the words for foiling and interception
in the draft's clauses, and in the sentence behind them where a pronoun points back ("Saudi air
defences intercepted it").
"""

from typing import Final

from workers.extraction.reading import Reading
from workers.extraction.telling.tellings import Draft, Scene
from workers.model import Outcome, Weapon
from workers.text.patterns import Pattern

_LAUNCHED = frozenset(
    {Weapon.DRONE, Weapon.ROCKET, Weapon.MISSILE, Weapon.MORTAR, Weapon.ARTILLERY}
)
_PLOTS = frozenset({"mukhattat", "muhawalat-istihdaf", "plot-en", "muhawalat-ightiyal"})
"""Attack words for what was planned or tried: people hurt when it was stopped do not make it one
that was carried out.
"""
_POINTS_BACK: Final = Pattern(
    r"\b[وف]?(?:اعترضت?|اسقطت?|اعتراض|اسقاط)(?:ه|ها|هما|هم)\b"
    r"|\bتدمير(?:ه|ها|هما) (?:جميعا|كلها|كلهم|في الجو|قبل)\b"
    r"|\b(?:ال)?دفاعات?(?: ال\w+){0,2} (?:قد )?دمرت? (?:\w+ ){0,2}?(?:مسيرات|مسيره|مسيرتين|صواريخ|"
    r"صاروخا?|صاروخين|طايرات|طايره|طايرتين)\b"
    r"|\b(?:intercepted|destroyed|downed|shot down|brought down) "
    r"(?:it|them|both|all|each|every one)\b|\bshot (?:it|them|both|all) down\b"
    r"|\b(?:it|they|both|all|each|every one)(?: of them| (?:the )?(?:\w+ ){0,1}?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+|drones|missiles|rockets))? (?:was|were) "
    r"(?:(?:successfully )?engaged|intercepted|shot down|destroyed|downed|brought down|"
    r"knocked out|blown up in)\b"
)
_DEBRIS: Final = Pattern(r"شظايا|حطام|بقايا|\b(?:debris|fragments?|remnants|wreckage|shrapnel)\b")
_AIR_DEFENCE: Final = Pattern(
    r"\b(?:ال)?(?:دفاع|دفاعات|مضادات|منظوم\w{1,3}) (?:ال)?"
    r"(?:جوي|جويه|ارضيه|صاروخيه|سي رام|باتريوت)\b"
    r"|\b(?:سي رام|السيرام|القبه الحديديه)\b|\bair[- ]defen[cs]es?\b|\bc-ram\b|\biron dome\b"
)
"""Who foils what flies shoots it down."""
_PARTLY: Final = Pattern(
    r"(?:بعض|قسما? من|جزءا? من|عددا? من|معظم|احدي) ?ال(?:صواريخ|مسيرات|طايرات|قذايف)|"
    r"(?:واحده?|اثن[ايت]\w{1,3}) منها\b|"
    r"(?:الثالثه?|الرابعه?|الثانيه|الاخري?|البقيه|الباقي) [^.،\n]{0,24}"
    r"(?:اصاب|سقط|وصل|دخل|انفجر|بلغ)\w{0,2}\b|"
    r"\b(?:some|(?<!every )(?<!each )one|several|most|at least one) of "
    r"(?:them|the (?:drones|missiles|rockets|projectiles))\b|"
    r"\b(?:one|two|three|four|five|six|several|some|many|few|another|others?|third|rest|remain\w+|"
    r"\d{1,2}) (?:\w+ )?(?:hit|struck|landed|got through|made it through|slammed|reached|fell|"
    r"crashed|penetrated|evaded|slipped through)\b|"
    r"\b[وف]?[تي]?(?:اسقط|اعترض|تصد|دمر)\w{0,4}\b[^.؛\n]{4,90}?"
    r"\b[وف]?(?:واحدا?|واحده|اثنين|اثنتين|ثلاثا?|اربعا?|خمسا?) (?:منها )?"
    r"(?:سقط|اصاب|ضرب|وصل|اخترق)(?:ت|تا|ا)?\b|"
    r"\b[وف]?[تي]?(?:اسقط|اعترض|تصد|دمر)\w{0,4}\b[^.؛\n]{4,90}?"
    r"\b[وف]?(?:سقط|اصاب|ضرب|وصل|انفجر|اخترق|بلغ)(?:ت|تا|ا)? "
    r"(?:واحده?|اثن[اي]ن|اثنت[اي]ن|ثلاثه?|اربعه?|خمسه?|الاخر\w{0,4}|الاخري\w{0,2}|بعضها|احدها|احداها|الباقي|البقيه|"
    r"(?:صاروخ|صاروخان|مسيره|مسيرتان|قذيفه|قذيفتان|طايره|طايرتان)(?! (?:\w+ ){0,2}?"
    r"(?:بعد|في (?:البحر|منطقه|مناطق|ارض)|دون))"
    r"(?! [^.؛\n]{0,30}?(?:خاليه|مفتوحه|اعتراض)))(?!\w)|"
    r"\b[وف]?(?:اصاب|ضرب)(?:ت|ا)? [^.؛\n]{4,110}?[،,] ?(?:فيما|بينما|في حين)(?: \w+)? "
    r"(?:اسقط|اعترض|تصد|دمر)\w{0,3}\b|"
    r"\b(?:hit|struck) [^.;\n]{4,110}?, (?:while|whereas|and) [^.;\n]{0,50}?"
    r"\b(?:was|were) (?:shot down|intercepted|downed|brought down)\b"
)
"""Some were stopped, some got through: the attack was carried out."""


_UNCOUNTED: Final = Pattern(
    r"(?<!دون )(?<!وقوع )(?<!بلا )(?<!اي )(?<!احتمال )(?<!تسجيل )(?<!لا انباء عن )"
    r"\b[وف]?(?:سقط|سقوط|وقوع|اوقع|اوقعت|خلف|خلفت|هناك) "
    r"(?:عدد من |العديد من |عدد غير معروف من |بين )?(?:ال)?(?:قتلي|ضحايا|شهداء)\b"
    r"|(?<!دون )(?<!وقوع )(?<!بلا )(?<!اي )\b(?:عدد|العديد|عددا) من (?:ال)?(?:قتلي|شهداء)\b"
    r"|(?<!no )(?<!any )\b(?:a number of|several|some|many) (?:(?:people )?(?:were )?"
    r"(?:dead|killed)|(?:fatalities|martyrs|casualties|deaths))\b"
)
"""People were killed, nobody says how many."""


def outcome_of(  # noqa: PLR0911 - one return a rule
    draft: Draft, weapons: tuple[Weapon, ...], reading: Reading, *, killed: bool, hurt: bool
) -> Outcome:
    """Carried out, unless its clauses say that it was stopped and nobody but by debris was hit."""
    flown = [scene for scene in draft.scenes if not scene.destroys_what_stood_ready]
    stopped = [
        cue for scene in flown if scene.mention.is_stopped for cue in sorted(_of_stop(scene))
    ]
    foiled, downed = stopped.count("foiled"), stopped.count("intercepted")
    total = len(draft.scenes)
    launched = bool(_LAUNCHED & set(weapons))
    if launched and _stopped_behind(draft, reading):
        downed += total
    noted = sum("intercepted" in scene.mention.cues for scene in flown)
    if _is_debris(draft) and any(cue.entry.cue == "intercepted" for cue in reading.cues):
        return Outcome.INTERCEPTED
    if (downed or (launched and noted)) and _says(_sentences(draft, reading), reading, _PARTLY):
        return Outcome.CARRIED_OUT
    by_debris = launched and downed and _says(_sentences(draft, reading), reading, _DEBRIS)
    hurt = hurt or (downed > 0 and _says(_sentences(draft, reading), reading, _UNCOUNTED))
    cornered = Weapon.SUICIDE_VEST in weapons and _says(_told_in(draft), reading, _CORNERED)
    tried = not hurt and _says(_told_in(draft), reading, _TRIED)
    if not killed and (cornered or tried):
        return Outcome.FOILED
    if (killed or hurt) and not by_debris:
        plotted = foiled and not killed and _is_plot(draft)
        return Outcome.FOILED if plotted else Outcome.CARRIED_OUT
    if foiled and launched and _says(_sentences(draft, reading), reading, _AIR_DEFENCE):
        return Outcome.INTERCEPTED
    if foiled and foiled >= downed and not (launched and downed):
        return Outcome.FOILED
    if launched and (downed * 3 >= total or noted * 2 >= total > 0):
        return Outcome.INTERCEPTED
    if sum("foiled" in scene.mention.cues for scene in flown) * 2 >= total:
        return Outcome.FOILED
    return Outcome.CARRIED_OUT


_TRIED: Final = Pattern(
    r"\b[وف]?(?:حاولت? (?:\w+ ){0,2}?|محاول[هت] (?:تنفيذ عمليه )?)(?:ال)?(?:طعن|دهس)\b"
    r"|\b(?:tried|trying|attempted|attempting) to (?:stab|ram|run over)\b"
    r"|\b(?:attempted (?:stabbing|ramming|car-ramming)|(?:stabbing|ramming) attempt)\b"
)
"""A stabbing or ramming that was tried: where nobody was hurt it did not come off."""


def _is_debris(draft: Draft) -> bool:
    """Whether fragments that fell are all that it tells of: of what was shot down elsewhere."""
    told = [hit for scene in draft.scenes for hit in scene.mention.attack_hits]
    return bool(told) and all(hit.entry.id == _FRAGMENTS for hit in told)


_FRAGMENTS = "fragments-fell-en"


def _of_stop(scene: Scene) -> set[str]:
    return {hit.entry.cue or "" for hit in scene.mention.stop_hits}


def _is_plot(draft: Draft) -> bool:
    return any(hit.entry.id in _PLOTS for scene in draft.scenes for hit in scene.mention.hits)


def _told_in(draft: Draft) -> set[int]:
    """The sentences that hold the draft's own clauses."""
    return {scene.mention.sentence for scene in draft.scenes}


def _sentences(draft: Draft, reading: Reading) -> set[int]:
    """The draft's sentences and the one behind each."""
    around = _told_in(draft)
    for index in list(around):
        behind = range(index + 1, len(reading.sentences))
        around.update([next((i for i in behind if i not in reading.skipped), index)])
    return around - reading.skipped


def _says(sentences: set[int], reading: Reading, pattern: Pattern) -> bool:
    text = reading.text.folded.text
    return any(
        pattern.search(text, reading.sentences[i].start, reading.sentences[i].end)
        for i in sentences
    )


_CORNERED: Final = Pattern(
    r"فجر(?:ت|ا)? (?:\w+ )?(?:نفس\w{1,4}|حزام\w{0,4}|\w+ الناسف\w?)[^.؛\n]{0,30}?"
    r"(?:عند|لدي|بعد|لما|حين|اثناء|خلال|عقب) (?:محاصرت\w+|مداهم\w+|تطويق\w*|احكم الطوق|"
    r"محاوله (?:القبض|توقيف|اعتقال|الامن|القوات|رجال)\w*|توقيف\w+|القبض عليه|ملاحقت\w+|"
    r"مطاردت\w+|حاصرت\w+|حوصر\w*|ضيق الخناق)"
    r"|(?:حاصرت?|طوقت?|داهمت?|حوصر|محاصره?)\b[^.؛\n]{0,110}?"
    r"\b(?:ف|و|قبل ان ي|لي)?فجر (?:ال\w+ )?(?:نفسه|حزامه\w{0,2})"
    r"|\b(?:blew (?:himself|herself|themselves) up|detonated (?:his|her|their) \w+)[^.;\n]{0,20}?"
    r"(?:when|as|after|while) (?:\w+ ){0,4}?(?:surrounded|cornered|closed in|tried to arrest|"
    r"besieged|moved to arrest|raided|chased)"
)
"""A bomber whom they had found: he dies where he hid, not where he meant to strike."""


def _stopped_behind(draft: Draft, reading: Reading) -> bool:
    """Whether a sentence that points back says that it was shot down."""
    return _says(_sentences(draft, reading), reading, _POINTS_BACK)
