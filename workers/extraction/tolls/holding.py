"""A sentence that says that the toll holds the attacker: "the dead include the driver".

Place in the flow: asked at the end of `tolls.finder`, across sentences; `tolls.afterthoughts` reads
the same within one.
"""

from typing import Final

from workers.text.patterns import Pattern

_HOLDS: Final = Pattern(
    r"\b(?:ال)?(?:حصيل\w{1,2}|قتلي|عدد القتلي|ضحايا)(?: [^ .،؛\n]+){0,3}? "
    r"(?:تشمل|يشمل|شملت|تتضمن|يتضمن|تضمنت|تضم|يضم|بينهم|ضمنهم) (?:ايضا )?"
    r"(?:ال(?:سايق|مهاجم|منفذ|انتحاري|مسلح|جاني|قاتل|مفجر)|منفذ ال\w+|مطلق النار)(?!\w)"
    r"|\b(?:toll|dead|number of dead|deaths|fatalities|victims|figure) (?:also )?"
    r"(?:include[sd]?|counts?|counted) the (?:suspected |alleged |lone )?"
    r"(?:attacker|driver|gunman|bomber|assailant|shooter|suspect|perpetrator|killer)\b"
)


def holds_attacker_at(text: str) -> int | None:
    """Where a folded text says that the dead told before hold the attacker, None if nowhere."""
    found = _HOLDS.search(text, 0, len(text))
    return None if found is None else found.start()
