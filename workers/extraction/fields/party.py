"""An actor of a clause with the points of its part in the attack.

Place in the flow: made by `parties`, summed over a draft's clauses by `arguments`.
"""

from dataclasses import dataclass

from workers.extraction.actors.mentions import ActorMention


@dataclass(frozen=True, slots=True)
class Party:
    """An actor mention with its points for having attacked and for having been attacked."""

    mention: ActorMention
    attacked_by: float
    attacked: float


def name_of(mention: ActorMention) -> str:
    """By what an actor is told from others: its id, else its name."""
    return mention.actor_id or mention.name
