"""Who died in an attempt of their own: "ten of the group were killed as they tried to infiltrate".

Place in the flow: under `parties`. The dead of such a clause are those who attacked, and who
killed them defended themselves.
"""

from dataclasses import replace
from typing import Final

from workers.extraction.fields.party import Party
from workers.extraction.telling.mentions import Mention
from workers.text.patterns import Pattern

_TRIED: Final = Pattern(
    r"(?<!\w)(?:محاول(?:تهم|ته|تها|تهما)|كانوا يحاولون|كانت تحاول|حاولوا|حين حاولت|عندما حاولت|"
    r"بعدما حاولت|بعد ان حاولت) (?:ال)?(?:تسلل|اقتحام|هجوم|مهاجم|تقدم|زرع|تفجير|شن|سيطره|استهداف|"
    r"التفاف|اختراق)"
    r"|\b(?:while|as they|when they|who|were) (?:were )?(?:trying|tried|attempting|attempted) to "
    r"(?:infiltrate|storm|attack|plant|raid|break into|overrun|plant|sneak|ambush|advance|blow)"
    r"|\b(?:in|during) (?:a|an|their) (?:\w+ )?(?:attempt|bid) to "
    r"(?:infiltrate|storm|attack|plant|raid|break into|overrun|sneak|advance)"
)
_TRYING = 2.0
"""Points of who tried: as of the subject of an attack verb."""


def with_attempts(found: list[Party], clause: Mention, text: str) -> list[Party]:
    """The parties of a clause, with whoever tried to attack in it as its attacker."""
    tried = _TRIED.search(text, clause.start, clause.end)
    before = [] if tried is None else [p for p in found if p.mention.start < tried.start()]
    if not before:
        return found
    dead = max(before, key=lambda party: (party.attacked, party.mention.start))
    sides = {dead.mention.side, dead.mention.actor_id} - {None}
    made: list[Party] = []
    for party in found:
        if party is dead or {party.mention.side, party.mention.actor_id} & sides:
            made.append(replace(party, attacked_by=_TRYING, attacked=0.0))
        elif party in before:
            made.append(replace(party, attacked_by=0.0, attacked=max(party.attacked, 1.0)))
        else:
            made.append(party)
    return made
