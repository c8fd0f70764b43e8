"""Hypothesis strategies for whole records: any event, any incident that the model can hold."""

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import strategies as st

from workers.model import (
    Actor,
    Attribution,
    Certainty,
    Change,
    Claim,
    Correction,
    CorrectionAction,
    DateInterval,
    DatePrecision,
    Disagreement,
    Event,
    Evidence,
    FeatureWeight,
    Incident,
    IncidentStatus,
    Inventory,
    Match,
    Outcome,
    Place,
    Recipient,
    Related,
    Report,
    Role,
    RunnerUp,
    SubEventType,
    Toll,
    TollReport,
    Weapon,
    WherePrecision,
    Withdrawal,
)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
words = texts.map(lambda text: "w" + text)
counts = st.integers(0, 10_000)
finite = st.floats(-1e6, 1e6)
shares = st.floats(0, 1)
offsets = st.integers(-23 * 60, 23 * 60).map(lambda m: timezone(timedelta(minutes=m)))
moments = st.datetimes(
    datetime(1990, 1, 1),  # noqa: DTZ001  # the strategy adds the zone
    datetime(2090, 1, 1),  # noqa: DTZ001
    timezones=st.one_of(st.just(UTC), offsets),
)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))


def optional(strategy: st.SearchStrategy[str]) -> st.SearchStrategy[str | None]:
    return st.none() | strategy


intervals = st.builds(
    lambda start, length, precision: DateInterval(start, start + timedelta(days=length), precision),
    days,
    st.integers(0, 400),
    st.sampled_from(DatePrecision),
)
tolls = st.lists(counts, min_size=3, max_size=3).map(lambda three: Toll(*sorted(three)))
points = st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180))
places = st.builds(
    lambda point, **fields: Place(
        latitude=point[0] if point else None, longitude=point[1] if point else None, **fields
    ),
    points,
    name=texts,
    country_code=optional(st.sampled_from(["IQ", "SY", "YE"])),
    where_prec=st.sampled_from(WherePrecision),
    place_id=optional(texts),
    name_local=optional(texts),
    admin1=optional(texts),
    admin2=optional(texts),
    country=optional(texts),
)
actors = st.builds(
    Actor,
    name=texts,
    text=texts,
    attribution=st.sampled_from(Attribution),
    actor_id=optional(texts),
    sector=optional(texts),
    speaker=optional(texts),
)
recipients = st.builds(
    Recipient,
    name=texts,
    text=texts,
    actor_id=optional(texts),
    sector=optional(texts),
    kind=optional(texts),
)
evidence = st.builds(
    lambda field, part, start, length: Evidence(field, part, start, start + length),
    words,
    st.sampled_from(["title", "body"]),
    counts,
    counts,
)

_attack = {
    "sub_event_type": st.sampled_from(SubEventType),
    "outcome": st.sampled_from(Outcome),
    "certainty": st.sampled_from(Certainty),
    "date": st.none() | intervals,
    "location": st.none() | places,
    "actors": st.lists(actors, max_size=2).map(tuple),
    "recipients": st.lists(recipients, max_size=2).map(tuple),
    "weapons": st.lists(st.sampled_from(Weapon), max_size=3).map(tuple),
    "munitions": st.none() | counts,
    "deaths": st.none() | tolls,
    "injured": st.none() | tolls,
}

events = st.builds(
    Event,
    event_id=words,
    article_id=words,
    source=words,
    published_at=moments,
    role=st.sampled_from(Role),
    fingerprint=texts,
    extractor=texts,
    url=optional(texts),
    language=optional(texts),
    title=optional(texts),
    agency=optional(texts),
    evidence=st.lists(evidence, max_size=3).map(tuple),
    **_attack,
)
inventories = st.builds(
    Inventory,
    article_id=words,
    published_at=moments,
    event_ids=st.lists(words, max_size=3).map(tuple),
)
withdrawals = st.builds(Withdrawal, article_id=words, source=words, published_at=moments)

matches = st.builds(
    Match,
    weight=finite,
    probability=shares,
    features=st.lists(st.builds(FeatureWeight, words, texts, finite), max_size=3).map(tuple),
    runner_up=st.none() | st.builds(RunnerUp, words, finite),
)
reports = st.builds(Report, event=events, origin=texts, match=st.none() | matches)
toll_reports = st.builds(
    TollReport, value=counts, role=texts, source=words, published_at=moments, report=words
)
claims = st.builds(Claim, speaker=optional(texts), group=texts, statement=texts, report=words)
said = st.tuples(texts, st.lists(texts, max_size=2).map(tuple))
disagreements = st.builds(Disagreement, field=words, values=st.lists(said, max_size=2).map(tuple))

incidents = st.builds(
    Incident,
    incident_id=words,
    version=st.integers(1, 1000),
    status=st.sampled_from(IncidentStatus),
    change=st.sampled_from(Change),
    reports=st.lists(reports, max_size=2).map(tuple),
    first_reported_at=moments,
    last_reported_at=moments,
    headline=texts,
    number_of_reports=counts,
    number_of_sources=counts,
    independent_origins=counts,
    languages=st.lists(texts, max_size=2).map(tuple),
    confidence=shares,
    config=texts,
    supersedes=st.lists(words, max_size=2).map(tuple),
    superseded_by=optional(words),
    toll_history=st.lists(toll_reports, max_size=2).map(tuple),
    claims=st.lists(claims, max_size=2).map(tuple),
    disagreements=st.lists(disagreements, max_size=2).map(tuple),
    related=st.lists(st.builds(Related, words, words), max_size=2).map(tuple),
    **_attack,
)

corrections = st.builds(
    lambda action, event_ids, incident_ids, told, **fields: Correction(
        action=action,
        event_ids=event_ids if event_ids or incident_ids else ("evt-1",),
        incident_ids=incident_ids,
        field=told[0],
        value=told[1],
        **fields,
    ),
    st.sampled_from(CorrectionAction),
    st.lists(words, max_size=2).map(tuple),
    st.lists(words, max_size=2).map(tuple),
    st.tuples(words, words),
    correction_id=words,
    author=words,
    at=moments,
    reason=optional(texts),
)
