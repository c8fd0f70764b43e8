from kafka import TopicPartition

from workers.admin.progress import published_ends

ENDS = published_ends("articles.raw", {0: 5, 3: 2})


def test_everything_is_left_before_the_first_commit() -> None:
    assert ENDS.left({}) == 7


def test_what_is_committed_is_done_and_what_came_later_does_not_count() -> None:
    assert ENDS.left({TopicPartition("articles.raw", 0): 5}) == 2
    first, fourth = TopicPartition("articles.raw", 0), TopicPartition("articles.raw", 3)
    assert ENDS.left({first: 4, fourth: 100}) == 1
    assert ENDS.left({first: 5, fourth: 2}) == 0


def test_commits_of_another_topic_do_not_count() -> None:
    assert ENDS.left({TopicPartition("events.extracted", 0): 5}) == 7
