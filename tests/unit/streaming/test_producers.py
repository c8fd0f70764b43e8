"""What goes out together."""

from hypothesis import given
from hypothesis import strategies as st

from workers.streaming.producers import PACK_BYTES, Record, packs, sendable_key


def record(size: int, number: int = 0) -> Record:
    return Record("t", b"%d" % number, b"x" * size, partition=0)


def test_small_groups_share_a_pack_and_empty_ones_make_none() -> None:
    assert packs([[record(10)], [], [record(20), record(30)]]) == [
        [record(10), record(20), record(30)]
    ]
    assert packs([[], []]) == []


def test_a_group_is_not_parted_however_large_it_is() -> None:
    huge = [record(PACK_BYTES), record(PACK_BYTES)]
    assert packs([[record(1)], huge, [record(2)]]) == [[record(1)], huge, [record(2)]]


@given(st.lists(st.lists(st.integers(0, PACK_BYTES // 2), max_size=4), max_size=12))
def test_packs_hold_every_record_in_order_and_end_where_groups_end(sizes: list[list[int]]) -> None:
    groups = [
        [record(size, 10 * at + place) for place, size in enumerate(group)]
        for at, group in enumerate(sizes)
    ]
    packed = packs(groups)
    assert [each for pack in packed for each in pack] == [each for g in groups for each in g]
    assert all(packed)
    firsts = {group[0].key for group in groups if group}
    assert all(pack[0].key in firsts for pack in packed)


def test_a_record_of_neither_key_nor_value_gets_an_empty_key() -> None:
    assert sendable_key(Record("t", None, None)) == b""
    assert sendable_key(Record("t", None, b"v")) is None
    assert sendable_key(Record("t", b"k", None)) == b"k"
