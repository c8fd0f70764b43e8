"""One worker only, where nothing can fence."""

import asyncio
import time

import pytest

from workers.streaming import admission
from workers.streaming.admission import Admission, PauseGuard

ALL = 6


class Ended(BaseException):
    """Stands for the end of the process."""


@pytest.fixture
def ends(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names under which the process would have ended."""
    names: list[str] = []

    def die(_code: object, name: str, **_fields: object) -> None:
        names.append(name)
        raise Ended

    monkeypatch.setattr(admission, "die", die)
    return names


async def test_nothing_is_begun_before_the_assignment_is_known() -> None:
    one = Admission(ALL, session_timeout_s=60)
    asked = asyncio.ensure_future(one.allowed())
    await asyncio.sleep(0)
    assert not asked.done()
    one.assigned(ALL)
    assert await asked


async def test_a_worker_with_less_than_everything_is_not_admitted() -> None:
    one = Admission(ALL, session_timeout_s=60)
    one.assigned(3)
    assert not await one.allowed()
    one.stop()


async def test_a_worker_that_gets_everything_later_is_admitted_and_does_not_end(
    ends: list[str],
) -> None:
    one = Admission(ALL, session_timeout_s=0.02)
    one.assigned(3)  # a dead predecessor's session still runs
    one.revoked()
    one.assigned(ALL)
    assert await one.allowed()
    await asyncio.sleep(0.1)
    assert not ends


async def test_a_worker_that_stays_second_ends(ends: list[str]) -> None:
    one = Admission(ALL, session_timeout_s=0.001)
    one.assigned(0)
    with pytest.raises(Ended):
        await asyncio.wait_for(one._waiting, 5)  # type: ignore[arg-type]  # noqa: SLF001
    assert ends == ["second_worker_refused"]


async def test_the_first_worker_stays_admitted_while_a_second_one_tries(ends: list[str]) -> None:
    one = Admission(ALL, session_timeout_s=0.001)
    one.assigned(ALL)
    one.revoked()
    one.assigned(3)
    assert await one.allowed()
    await asyncio.sleep(0.02)
    assert not ends


async def test_a_worker_that_stops_waits_for_no_assignment() -> None:
    one = Admission(ALL, session_timeout_s=60)
    one.stop()
    assert not await asyncio.wait_for(one.allowed(), 1)


async def test_a_worker_that_was_paused_ends_at_its_next_write(
    ends: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1000.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    guard = PauseGuard(session_timeout_s=10)
    now += 7.9
    guard.check()
    now += 0.2
    with pytest.raises(Ended):
        guard.check()
    assert ends == ["paused_too_long"]
