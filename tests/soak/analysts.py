"""Analysts' words on incidents that stand just now, drawn by chance."""

from dataclasses import replace
from datetime import UTC, datetime
from random import Random

from tests.soak.tail import Standing
from workers.incidents.corrections import checked
from workers.lexicon.borders import book_of
from workers.model import Correction, CorrectionAction, Rejected
from workers.pipeline import Ruling

SHARES = {
    CorrectionAction.SAME: 5,
    CorrectionAction.DIFFERENT: 5,
    CorrectionAction.NOT_AN_ATTACK: 4,
    CorrectionAction.SET_FIELD: 4,
    CorrectionAction.UNDO: 2,
}
"""Of twenty words (chosen)."""


class Analysts:
    """Remember their words, so that they can take one back."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._words: list[Ruling] = []

    def word(self, standing: list[Standing]) -> Ruling | None:
        """The next word; None where nothing fits what was drawn."""
        random = self._random
        (action,) = random.choices(list(SHARES), weights=list(SHARES.values()))
        if action is CorrectionAction.UNDO:
            return _undone(random.choice(self._words)) if self._words else None
        least = 2 if action is CorrectionAction.DIFFERENT else 0
        active = [e for e in standing if e.status == "active" and len(e.event_ids) >= least]
        if not active:
            return None
        one = random.choice(active)
        incidents: tuple[str, ...] = (one.incident_id,)
        events: tuple[str, ...] = ()
        match action:
            case CorrectionAction.SAME:
                near = [each for each in active if each.country == one.country and each != one]
                other = random.choice(near or [one])
                incidents += (other.incident_id,)
                events = (*one.event_ids, *other.event_ids)
            case CorrectionAction.DIFFERENT:
                incidents, events = (), one.event_ids[:2]
            case CorrectionAction.NOT_AN_ATTACK if random.random() < 0.5:
                incidents, events = (), one.event_ids[:1]
            case _:
                pass
        ruling = self._ruling(one, action, events, incidents)
        if isinstance(checked(ruling.correction), Rejected):
            return None
        self._words.append(ruling)
        return ruling

    def _ruling(
        self,
        about: Standing,
        action: CorrectionAction,
        event_ids: tuple[str, ...],
        incident_ids: tuple[str, ...],
    ) -> Ruling:
        sets = action is CorrectionAction.SET_FIELD
        word = Correction(
            correction_id=f"soak-{len(self._words)}",
            author="soak",
            at=datetime.now(UTC),
            action=action,
            event_ids=event_ids,
            incident_ids=incident_ids,
            field="deaths" if sets else None,
            value=str(self._random.randint(1, 99)) if sets else None,
        )
        return Ruling(book_of(about.country), word)


def _undone(said: Ruling) -> Ruling:
    word = replace(said.correction, action=CorrectionAction.UNDO, at=datetime.now(UTC))
    return replace(said, correction=word)
