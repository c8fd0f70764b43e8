"""State forces that a text names after nameless attackers: they came to answer the attack.

Place in the flow: under `arguments`, once the attackers of a draft have their points.
"""

from workers.extraction.actors.mentions import ActorMention
from workers.extraction.telling.support import FROM_AFAR
from workers.extraction.telling.tellings import Draft


def without_pursuers(
    by: dict[str, tuple[float, ActorMention]], draft: Draft
) -> dict[str, tuple[float, ActorMention]]:
    """The attackers: beside nameless men no police, and no army that a later clause tells of."""
    nameless = [m for _, m in by.values() if m.kind == "generic"]
    if not nameless:
        return by
    first = min(m.start for m in nameless)
    clause = next(
        (s.mention for s in draft.scenes if s.mention.start <= first < s.mention.end), None
    )
    end = first if clause is None else clause.end
    from_afar = draft.kind in FROM_AFAR
    return {
        name: (points, m)
        for name, (points, m) in by.items()
        if m.sector != "COP" and (from_afar or m.sector != "MIL" or m.start < end)
    }
