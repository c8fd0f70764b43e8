"""An analyst's words: the same in any order, however often, whatever dies in between."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.incidents.told import NOON, TANF, on, told, toll
from workers.incidents import BookConfig, IncidentBook
from workers.incidents.corrections import Rulings, anchors
from workers.incidents.identity import incident_id_of
from workers.model import Correction, CorrectionAction, Event, Incident, IncidentStatus
from workers.wire import decode_incident, encode_incident

CONFIG = BookConfig(window_days=60.0)
EVENTS: tuple[Event, ...] = (
    *(told(f"m{n}", after_hours=n, deaths=toll(n)) for n in range(4)),
    *(told(f"t{n}", after_hours=n, location=TANF) for n in range(3)),
    *(told(f"d{n}", after_hours=48 + n, date=on(6)) for n in range(2)),
)
IDS = tuple(event.event_id for event in EVENTS)
LINKS = (CorrectionAction.SAME, CorrectionAction.DIFFERENT)


@st.composite
def corrections(draw: st.DrawFn) -> tuple[Correction, ...]:
    """Up to eight words on the events, some of one id, some undone."""
    found: list[Correction] = []
    for number in range(draw(st.integers(1, 8))):
        action = draw(st.sampled_from([*LINKS, *LINKS, CorrectionAction.SET_FIELD]))
        named = draw(st.lists(st.sampled_from(IDS), min_size=2, max_size=3, unique=True))
        is_set = action is CorrectionAction.SET_FIELD
        found.append(
            Correction(
                correction_id=f"c{draw(st.integers(0, 5))}",
                author="desk",
                at=NOON + timedelta(minutes=draw(st.integers(0, 5))),
                action=action,
                event_ids=tuple(named[:1] if is_set else named),
                field="deaths" if is_set else None,
                value=str(number) if is_set else None,
            )
        )
    undone = draw(st.lists(st.sampled_from(found), max_size=2))
    none = draw(st.lists(st.sampled_from(IDS), max_size=2, unique=True))
    # A silenced founder leaves its id to the incident or not, by order; words on it would follow.
    ruled = {*none, *(e for c in found if c.field for e in c.event_ids)}
    free = sorted({*IDS} - ruled)
    silenced = draw(st.lists(st.sampled_from(free), max_size=1)) if free else []
    later = timedelta(minutes=draw(st.integers(0, 3)))
    return (
        *found,
        *(replace(each, action=CorrectionAction.UNDO, at=each.at + later) for each in undone),
        *(_no_attack(f"n{each}", incident_ids=(incident_id_of(each),)) for each in none),
        *(_no_attack(f"s{each}", event_ids=(each,)) for each in silenced),
    )


def _no_attack(correction_id: str, **named: tuple[str, ...]) -> Correction:
    return Correction(correction_id, "desk", NOON, CorrectionAction.NOT_AN_ATTACK, **named)  # type: ignore[arg-type]


Told = dict[frozenset[str], object]


def told_of(records: dict[str, Incident]) -> Told:
    """Which events are in one incident, and the field that analysts set."""
    ended = (IncidentStatus.SUPERSEDED, IncidentStatus.RETRACTED)
    return {
        frozenset(report.event.event_id for report in each.reports): each.deaths
        for each in records.values()
        if each.status not in ended
    }


def run(changes: Sequence[Event | Correction], crashes: Random | None = None) -> Told:
    """The incidents after these changes; a crash loses the book and delivers the change again."""
    book, written = IncidentBook(CONFIG), dict[str, Incident]()
    for change in changes:
        records = book.apply(change)
        if crashes is not None and crashes.random() < 0.3:
            if crashes.random() < 0.5:
                written |= {each.incident_id: each for each in records}
            book = IncidentBook(CONFIG)
            for value in [encode_incident(each) for each in written.values()]:
                book.restore(decode_incident(value))
            book.follow(each for each in changes if isinstance(each, Correction))
            records = book.apply(change)
        written |= {each.incident_id: each for each in records}
    return told_of(written)


@given(corrections(), st.randoms(use_true_random=False))
def test_rulings_do_not_depend_on_order_or_repeats(
    words: tuple[Correction, ...], random: Random
) -> None:
    shuffled = [*words, *words[:2]]
    random.shuffle(shuffled)
    assert Rulings.of(shuffled) == Rulings.of(words)
    step = Rulings()
    for each in shuffled:
        step = step.adding([each])
    assert step == Rulings.of(words)


@given(corrections())
def test_a_word_that_stands_holds_through_chains_and_none_contradicts_another(
    words: tuple[Correction, ...],
) -> None:
    rulings = Rulings.of(words)
    groups = rulings.groups(IDS)
    home = {event_id: index for index, group in enumerate(groups) for event_id in group}
    for each in rulings.standing():
        for a, b in combinations(each.event_ids, 2):
            if each.action is CorrectionAction.SAME:
                assert home[a] == home[b]
            elif each.action is CorrectionAction.DIFFERENT:
                assert rulings.keeps_apart(a, b)
                assert home[a] != home[b]
    for group in groups:
        assert not any(rulings.keeps_apart(a, b) for a, b in combinations(group, 2))


@settings(max_examples=25, deadline=None)
@given(corrections(), st.randoms(use_true_random=False))
def test_incidents_are_the_same_in_whatever_order_events_and_words_come(
    words: tuple[Correction, ...], random: Random
) -> None:
    mixed: list[Event | Correction] = [*EVENTS, *words]
    random.shuffle(mixed)
    assert run(mixed) == run([*words, *EVENTS]) == run([*EVENTS, *words, *words])


@settings(max_examples=25, deadline=None)
@given(corrections(), st.randoms(use_true_random=False))
def test_a_crash_at_any_step_leaves_the_same_incidents(
    words: tuple[Correction, ...], random: Random
) -> None:
    mixed: list[Event | Correction] = [*EVENTS, *words]
    random.shuffle(mixed)
    assert run(mixed, crashes=random) == run(mixed)


@settings(max_examples=20, deadline=None)
@given(corrections())
def test_a_book_keeps_what_stands_and_only_that(words: tuple[Correction, ...]) -> None:
    rulings = Rulings.of(words)
    linking = [each for each in words if each.action is not CorrectionAction.NOT_AN_ATTACK]
    home = {event_id: group for group in run([*linking, *EVENTS]) for event_id in group}
    for a, b in combinations(IDS, 2):
        if rulings.keeps_apart(a, b):
            assert home[a] != home[b]
    for group in rulings.groups(IDS):
        assert len({home[event_id] for event_id in group}) == 1


@settings(max_examples=15, deadline=None)
@given(corrections())
def test_words_on_other_events_change_no_byte(words: tuple[Correction, ...]) -> None:
    foreign = [
        replace(each, event_ids=tuple(f"x-{event_id}" for event_id in each.event_ids))
        for each in words
        if each.event_ids
    ]
    with_words, without = IncidentBook(CONFIG), IncidentBook(CONFIG)
    with_words.follow(foreign)
    assert all(anchors(each) for each in foreign)
    for event in EVENTS:
        assert with_words.apply(event) == without.apply(event)
