"""Actors in a text: named, composed of nationality and noun, nameless, or meant by a capital.

Place in the flow: after folding; drafts choose attackers and recipients among the mentions. A
mention says what noun heads it, whether it only speaks, modifies another actor ("backed by Iran")
or is a place ("in Iraq"), so that frames can leave those out.
"""

from workers.extraction.actors.context import GROUP_KINDS, ArticleContext
from workers.extraction.actors.namesakes import name_the_other
from workers.extraction.actors.phrases import PhraseReader
from workers.extraction.actors.speech import may_speak, speech_of
from workers.extraction.actors.values import ActorMention
from workers.extraction.actors.words import WordScanner, packaged_scanner
from workers.lexicon.actors import ActorTable

__all__ = ["ActorFinder", "ActorMention"]


class ActorFinder:
    """Finds actor mentions with a table's names; immutable after construction."""

    def __init__(self, table: ActorTable | None = None) -> None:
        self._table = ActorTable.load() if table is None else table
        self._scanner = packaged_scanner() if table is None else WordScanner(table)

    def find(
        self, text: str, country: str | None = None, around: frozenset[str] = frozenset()
    ) -> tuple[ActorMention, ...]:
        """The mentions of a folded text in order.

        `country` (ISO 3166-1 alpha-2): what the article is about, if known; it decides what "the
        army" or "the coalition" means where the text itself leaves it open. `around`: the countries
        of its places; they decide where the text names none.
        """
        items = self._scanner.scan(text)
        context = ArticleContext(text, items, self._table, country, around)
        mentions = tuple(PhraseReader(context).phrases())
        name_the_other(mentions, text, self._table.actors)
        last = len(mentions) - 1
        for index, mention in enumerate(mentions):
            if mention.kind == "outlet":
                mention.speaker = True
            elif may_speak(text, items, mention.first, mention.last):
                named = index < last and _is_another(mention, mentions[index + 1])
                following = mentions[index + 1].start if named else None
                mention.speaker, mention.deed = speech_of(
                    text, items, mention, following, of_state=_of_state(mention)
                )
        return mentions


def _is_another(mention: ActorMention, following: ActorMention) -> bool:
    """Whether the next mention names somebody else, not nameless men or its own."""
    if following.kind == "generic":
        return False
    return not (following.anaphoric and following.actor is mention.actor)


def _of_state(mention: ActorMention) -> bool:
    return mention.actor is None or mention.actor.kind not in GROUP_KINDS
