"""What a surface remembers for a while is bounded: the oldest goes first."""

from bot.recent import Recent, Seen


def test_the_latest_pairs_are_found_until_there_are_too_many():
    recent = Recent(2)
    for number in range(3):
        recent.put(("conversation", f"question-{number}"), f"answer-{number}")
    assert recent.get(("conversation", "question-0")) is None
    assert recent.get(("conversation", "question-2")) == "answer-2"
    assert recent.get(("another", "question-2")) is None


def test_a_pair_that_is_put_anew_is_the_latest():
    recent = Recent(2)
    for key in "aba":
        recent.put(key, key)
    recent.put("c", "c")
    assert [recent.get(key) for key in "abc"] == ["a", None, "c"]


def test_only_the_first_time_is_the_first():
    seen = Seen(1)
    assert [seen.first(key) for key in "aaba"] == [True, False, True, True]
