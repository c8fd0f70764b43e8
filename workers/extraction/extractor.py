"""The extractor: holds the compiled lexicon and runs the steps on an article."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from hashlib import blake2b
from importlib.resources import as_file, files
from itertools import compress

from workers.extraction.actors.mentions import ActorFinder, ActorMention
from workers.extraction.actors.targets import packaged_targets
from workers.extraction.actors.values import GROUP_SECTORS
from workers.extraction.dates.finder import DateMention, find_dates
from workers.extraction.events import Case, Parties, Teller, make_event
from workers.extraction.fields.across import Across
from workers.extraction.fields.arguments import Sides
from workers.extraction.fields.claimed import claims_by_draft
from workers.extraction.fields.claims import claims_of
from workers.extraction.fields.continued import with_those_who_go_on
from workers.extraction.fields.credits import credited_agency
from workers.extraction.fields.dating import Days
from workers.extraction.fields.fighters import who_fought
from workers.extraction.fields.killed_whom import killed_by
from workers.extraction.fields.kind_votes import means_told, told_elsewhere
from workers.extraction.fields.kinds import Around
from workers.extraction.fields.locating import located_later
from workers.extraction.fields.placing import locate, salience_of
from workers.extraction.fields.plausible import plausible
from workers.extraction.fields.recipients import targets_of, without_speakers
from workers.extraction.fields.toll_sharing import Telling, share_out
from workers.extraction.judging import (
    ArticleView,
    Judgement,
    features,
    lead_words,
    title_frames,
)
from workers.extraction.places.finder import PlaceFinder, PlaceMention
from workers.extraction.reading import Reading, make_text, read_sentences
from workers.extraction.roles import counting, is_none, news_day, role_of, sums_up, with_listed
from workers.extraction.telling.distributed import told_one_by_one
from workers.extraction.telling.drafts import gather
from workers.extraction.telling.joining import join
from workers.extraction.telling.mentions import find_mentions
from workers.extraction.telling.promising import lead_of, promises
from workers.extraction.telling.scenes import scene_of, split_places
from workers.extraction.telling.tellings import Draft
from workers.extraction.telling.uses import without_uses
from workers.extraction.tolls.finder import TollMention, find_tolls
from workers.extraction.triggers import WordFinder
from workers.lexicon.gazetteer import Gazetteer
from workers.lexicon.triggers import load_entries
from workers.model import Article, Event, Role, WherePrecision
from workers.resident import undisturbed
from workers.text.fingerprint import signature
from workers.text.language import language_of

_CODE_VERSION = "1"
_ENGLISH = "en"
_ROLES = tuple(Role)


@dataclass(frozen=True, slots=True)
class Told:
    """What one article tells, before it is judged: drafts, their features, all that was found."""

    reading: Reading
    drafts: list[Draft]
    features: list[dict[str, float]]
    actors: tuple[ActorMention, ...]
    sides: Sides
    places: tuple[PlaceMention, ...]
    dates: tuple[DateMention, ...]
    view: ArticleView
    located: list[PlaceMention | None]
    """Where each draft happened."""
    tolls: tuple[TollMention, ...] | None
    """Its tolls, None where telling the drafts apart did not need them."""


class Extractor:
    """Reads events out of articles. Load once; `extract` is pure and never raises on any text."""

    def __init__(self, gazetteer: Gazetteer, judgement: Judgement | None = None) -> None:
        """Compiles the lexicon. `judgement`: other weights than the packaged ones (to measure)."""
        entries = load_entries()
        self._attacks = WordFinder(tuple(e for e in entries if e.kind not in ("weapon", "cue")))
        self._weapons = WordFinder(tuple(e for e in entries if e.kind == "weapon"))
        self._cues = WordFinder(tuple(e for e in entries if e.kind == "cue"))
        self._actors = ActorFinder()
        self._targets = packaged_targets()
        self._places = PlaceFinder(gazetteer)
        self._across = Across(gazetteer)
        self._judgement = judgement or Judgement.load()
        self.version = _version(gazetteer)

    @classmethod
    def load(cls) -> "Extractor":
        """The extractor with the built-in lexicon and gazetteer."""
        with undisturbed():
            return cls(Gazetteer.load())

    def read(self, article: Article) -> Told | None:
        """What the article tells of attacks, None where it has neither attack word nor weapon."""
        text = make_text(article)
        attacks = self._attacks.find(text.search)
        weapons = self._weapons.find(text.search)
        if not weapons and all(hit.entry.needs is not None for hit in attacks):
            return None
        sentences, skipped = read_sentences(text)
        reading = Reading(text, sentences, skipped, attacks)
        reading.weapons = weapons
        reading.cues = self._cues.find(text.search)
        if not promises(reading):
            return None
        reading.attacks = without_uses(attacks, text.folded.text)
        language = article.language or language_of(text.original)
        cased = text.folded.kept(text.original) if language == _ENGLISH else None
        found = plausible(self._places.find(text.folded.text, cased_text=cased), text)
        actors = self._actors.find(text.folded.text, around=_countries_of(found))
        places = _outside_names(found, actors)
        sites, areas = (_sites(places, widest) for widest in _SITES)
        mentions = list(find_mentions(reading, _armed_at(actors, reading), sites, areas))
        if not mentions:
            return None
        dates = find_dates(text.folded.text, article.published_at, language)
        whole = [
            scene_of(mention, i, places, dates, text.folded.text)
            for i, mention in enumerate(mentions)
        ]
        for scene in whole:
            scene.in_title = sentences[scene.mention.sentence].line == 0
        scenes = [
            part
            for scene in whole
            for one in told_one_by_one(scene, text.folded.text)
            for part in split_places(one, text.folded.text)
        ]
        sides = Sides(actors, text.folded.text)
        for scene in scenes:
            sides.note(scene)
        drafts = gather(counting(scenes), article.published_at.date())
        view = _view(article, reading, language)
        salience = salience_of(places, reading, view.lead)
        located = [locate(draft, salience) for draft in drafts]
        tolls = find_tolls(text.folded.text) if len(drafts) > 1 else None
        joined = join(drafts, located, article.published_at.date(), tolls or ())
        if len(joined) < len(drafts):
            located = [locate(draft, salience) for draft in joined]
        located = located_later(joined, located, salience, reading)
        located = [self._across.struck(*each) for each in zip(joined, located, strict=True)]
        judged = features(joined, reading, view)
        return Told(reading, joined, judged, actors, sides, places, dates, view, located, tolls)

    def extract(self, article: Article) -> tuple[Event, ...]:
        """The article's events, main ones first, with evidence spans into title and body."""
        told = self.read(article)
        if told is None:
            return ()
        reading, drafts = told.reading, told.drafts
        threshold = self._judgement.threshold
        judged = [self._judgement.probability(features) >= threshold for features in told.features]
        fresh = with_listed(drafts, judged)
        latest = news_day(list(compress(drafts, fresh)), article.published_at.date())
        roles = [
            None
            if is_none(draft, reading, told.view)
            else role_of(draft, told.view, fresh=is_fresh, latest=latest)
            for draft, is_fresh in zip(drafts, fresh, strict=True)
        ]
        if not any(roles):
            return ()
        text = reading.text.folded.text
        tolls = find_tolls(text) if told.tolls is None else told.tolls
        found = [
            (role, index)
            for index, role in enumerate(roles)
            if role is not None and not sums_up(drafts[index], tolls)
        ]
        if not found:
            return ()
        found.sort(key=lambda pair: (_ROLES.index(pair[0]), pair[1]))
        actors = told.actors
        claims = claims_of(reading, actors)
        shares = share_out(
            tolls,
            Telling(drafts, roles, reading, told.places, told.dates, article.published_at.date()),
        )
        groups = tuple(m for m in actors if m.kind == "actor" and m.sector in GROUP_SECTORS)
        targets = without_speakers(self._targets.find(text), groups, text)
        days = Days(reading, told.dates, drafts, article.published_at)
        teller = Teller(
            replace(article, language=told.view.language),
            reading,
            credited_agency(reading, actors),
            signature(reading.text.folded.text),
            self.version,
            groups,
        )
        parties = [
            told.sides.of(drafts[index], _country_at(told.located[index])) for _, index in found
        ]
        events = {index: drafts[index] for _, index in found}
        recent = frozenset(index for role, index in found if role is not Role.BACKGROUND)
        claimed = list(claims_by_draft(events, recent, claims, reading).values())
        named = [
            by if by or said else who_fought(drafts[index], hit, actors, reading)
            for (_, index), (by, hit), said in zip(found, parties, claimed, strict=True)
        ]
        attackers = with_those_who_go_on(
            list(events.values()),
            named,
            [hit for _, hit in parties],
            [bool(made) for made in claimed],
            text,
        )
        elsewhere = told_elsewhere(drafts, reading.weapons)
        several = drafts if len(drafts) > 1 else []
        means = [(index, means_told(draft)) for index, draft in enumerate(several)]
        return tuple(
            make_event(
                Case(
                    ordinal,
                    drafts[index],
                    days.of(drafts[index]),
                    role,
                    told.located[index],
                    Parties(
                        attackers[ordinal],
                        parties[ordinal][1],
                        claimed[ordinal],
                        targets_of(drafts[index], targets, told.places, text),
                        reading.text.original,
                    ),
                    shares[index],
                    Around(
                        [kind for other, kind in means if other != index and kind is not None],
                        elsewhere,
                    ),
                ),
                teller,
            )
            for ordinal, (role, index) in enumerate(found)
        )


def _country_at(place: PlaceMention | None) -> str | None:
    return place.place.country_code if place is not None and place.place is not None else None


def _version(gazetteer: Gazetteer) -> str:
    """The version of the code, and a digest of the lexicon, its weights and the gazetteer."""
    state = blake2b(gazetteer.version.encode(), digest_size=4)
    with as_file(files("workers.lexicon") / "data") as data:
        for path in sorted(path for path in data.rglob("*") if path.is_file()):
            state.update(path.read_bytes())
    return f"{_CODE_VERSION}+{state.hexdigest()}"


def _outside_names(
    places: tuple[PlaceMention, ...], actors: tuple[ActorMention, ...]
) -> tuple[PlaceMention, ...]:
    """The mentions, those inside a group's own name as an organisation's ("IS in Iraq").

    A country that only says whose somebody is ("Yemen's Houthis") is one, too.
    """
    named = [actor for actor in actors if actor.kind == "actor"]
    inside = {
        at
        for actor in named
        if actor.sector in _NAMED_SECTORS
        for at in range(actor.start + 1, actor.end)
    }
    owned = {actor.start - len("'s ") for actor in named}
    inside |= {place.start for place in places if place.resolved_by != "table"} & {
        actor.start for actor in actors
    }
    return tuple(
        replace(place, cue="organisation")
        if place.start in inside
        or (
            place.end in owned
            and place.place is not None
            and place.place.where_prec == WherePrecision.COUNTRY
        )
        else place
        for place in places
    )


def _countries_of(places: tuple[PlaceMention, ...]) -> frozenset[str]:
    """The countries of the places of an article that are struck or told."""
    return frozenset(
        code
        for mention in places
        if mention.place is not None and mention.cue not in _NO_SITE
        if (code := mention.place.country_code) is not None
    )


_NAMED_SECTORS = GROUP_SECTORS - {"CRM"}
"""Sectors of groups whose own names hold a country's."""
_ARMED_SECTORS = frozenset({"MIL", "REB", "UAF", "PRM", "COP"})
_SETTLERS = "CVL"
"""Sector of the only civilians who are named as attackers."""
_SUBJECTS = ("مستوطنون", "المستوطنون")
"""They stand so where they did it: one settler "killed" may be dead."""
_ATTACKERS = (
    "settlers",
    "herders",
    "herdsmen",
    "rustlers",
    "bandits",
    "مستوطنين",
    "مستوطنون",
    "الرعاه",
)
"""Armed only where they are said to attack."""
_VERB_REACH, _ACTING_GAP = 8, 2


def _armed_at(actors: tuple[ActorMention, ...], reading: Reading) -> list[int]:
    """Where armed actors are named: soldiers, fighters, and a state that does the attacking."""
    text = reading.text.folded.text
    verbs = [hit for hit in reading.attacks if hit.entry.kind == "active"]
    begin, end = {hit.start for hit in verbs}, {hit.end for hit in verbs}

    def acts(actor: ActorMention) -> bool:
        after = range(actor.end + 1, actor.end + 1 + _ACTING_GAP)
        before = range(actor.start - _ACTING_GAP, actor.start)
        return any(at in begin for at in after) or any(at in end for at in before)

    def kills(actor: ActorMention) -> bool:
        plural = text.startswith(_SUBJECTS, actor.start)
        return plural and killed_by(actor, max(0, actor.start - _VERB_REACH), text) is not None

    def attacks(actor: ActorMention) -> bool:
        return text.endswith(_ATTACKERS, actor.start, actor.end) and acts(actor)

    return sorted(
        actor.start
        for actor in actors
        if (
            actor.sector in _ARMED_SECTORS
            or (actor.sector == "GOV" and acts(actor))
            or (actor.sector == _SETTLERS and kills(actor))
            or attacks(actor)
        )
        and not actor.modifier
        and not actor.locative
        and not actor.speaker
    )


_SITES = (WherePrecision.ADMIN2, WherePrecision.ADMIN1)


def _sites(places: tuple[PlaceMention, ...], widest: WherePrecision) -> list[int]:
    """Where places no wider than `widest` are named."""
    return [
        mention.start
        for mention in places
        if mention.place is not None
        and mention.place.where_prec <= widest
        and mention.cue not in _NO_SITE
    ]


_NO_SITE = frozenset({"person", "metonym", "organisation", "dateline", "from"})


_TITLE_SPEAKS = re.compile(r"\s*[^:؛\d]{3,40}:\s")


def _headline(reading: Reading) -> str:
    """The first line, folded: all sentences of the title."""
    end = max((one.end for one in reading.sentences if one.line == 0), default=0)
    return reading.text.folded.text[:end]


def _view(article: Article, reading: Reading, language: str | None) -> ArticleView:
    cues = Counter(hit.entry.cue or "" for hit in reading.cues)
    title = [
        hit.entry.cue or ""
        for hit in reading.cues
        if reading.sentences[reading.sentence_at(hit.start)].line == 0
    ]
    lead = lead_of(reading)
    title_text = article.title or ""
    return ArticleView(
        article.published_at.date(),
        lead,
        dict(cues),
        frozenset(title),
        language,
        ":" in title_text and _TITLE_SPEAKS.match(title_text) is not None,
        lead_words(reading.text.folded.text, reading, lead),
        title_frames(_headline(reading)) if article.title else 0,
    )
