"""A worker lives while work gets done, not while its process runs."""

import time

from aiokafka import TopicPartition

from workers.streaming.progress import Standing, Status, Watch

P0, P1 = TopicPartition("t", 0), TopicPartition("t", 1)


def watch() -> Watch:
    return Watch(stall_after_s=100)


def test_lag_is_what_lies_behind_the_committed_offset_and_never_negative() -> None:
    assert Standing(committed=3, end=10).lag == 7
    assert Standing(committed=10, end=8).lag == 0  # the embedded broker tells ends too low


def test_a_partition_stalls_when_messages_wait_and_nothing_is_committed_for_too_long() -> None:
    seen = watch()
    assert not seen.observe(0, {P0: Standing(5, 9)})
    assert not seen.observe(100, {P0: Standing(5, 9)})
    assert seen.observe(101, {P0: Standing(5, 20)}) == {P0}


def test_slow_progress_is_progress() -> None:
    seen = watch()
    for step in range(10):
        assert not seen.observe(step * 90, {P0: Standing(step, 1000)})


def test_an_idle_partition_does_not_stall_and_its_idle_time_does_not_count_later() -> None:
    seen = watch()
    assert not seen.observe(0, {P0: Standing(9, 9)})
    assert not seen.observe(1000, {P0: Standing(9, 9)})
    assert not seen.observe(1001, {P0: Standing(9, 10)})
    assert not seen.observe(1099, {P0: Standing(9, 10)})
    assert seen.observe(1101, {P0: Standing(9, 10)}) == {P0}


def test_each_partition_is_watched_by_itself() -> None:
    seen = watch()
    seen.observe(0, {P0: Standing(5, 9), P1: Standing(5, 9)})
    assert seen.observe(101, {P0: Standing(6, 9), P1: Standing(5, 9)}) == {P1}


def test_a_partition_that_was_away_is_counted_anew() -> None:
    seen = watch()
    seen.observe(0, {P0: Standing(5, 9)})
    seen.observe(50, {})
    assert not seen.observe(101, {P0: Standing(5, 9)})


def test_an_excused_partition_is_counted_anew() -> None:
    seen = watch()
    seen.observe(0, {P0: Standing(5, 6)})
    assert seen.observe(101, {P0: Standing(5, 6)}) == {P0}
    seen.excuse(P0, 101)  # behind the offset lies a transaction marker, no message
    assert not seen.observe(200, {P0: Standing(5, 6)})


def test_ready_needs_an_assignment_its_incidents_and_no_stop_under_way() -> None:
    status = Status()
    assert not status.ready()
    status.assigned = True
    assert not status.ready()
    status.restored = True
    assert status.ready()
    status.stopping = True
    assert not status.ready()


def test_live_needs_no_stall_and_an_event_loop_that_looks() -> None:
    status = Status()
    assert status.live(10)
    status.stalled = ("t/0",)
    assert not status.live(10)
    assert not Status(looked_at=time.monotonic() - 11).live(10)
