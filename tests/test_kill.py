"""A small sample of the harness in bench/kill.py: killed at random moments, nothing acknowledged is lost."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

import pytest

import kill

if TYPE_CHECKING:
    from pathlib import Path


def test_killed_at_random_moments_a_check_goes_on_to_the_same_end(tmp_path: Path) -> None:
    articles, kept = kill.prepare(tmp_path)
    for path in sorted(articles.rglob("*.txt"))[5:]:
        path.unlink()
    acknowledged: set[int] = set()
    moments: Counter[str] = Counter()
    chance = random.Random(3)
    for _ in range(2):
        moments[kill.kill_round(kept, articles, chance, 0.5, acknowledged)] += 1
        kill.look(kept, acknowledged)
    kill.finish(kept, articles)
    kill.change(articles, chance)
    own = kill.give_review(kept, "999999")  # a number that the killed reviewers do not reach
    kill.look(kept, own | acknowledged)
    assert moments.total() == 2


def test_the_harness_notices_what_is_lost(tmp_path: Path) -> None:
    with pytest.raises(kill.BrokenError, match="reviews are lost"):
        kill.look(tmp_path / "kept", {7})


def test_after_the_clock_was_set_back_the_later_review_counts(tmp_path: Path) -> None:
    articles, kept = kill.prepare(tmp_path)
    for path in sorted(articles.rglob("*.txt"))[5:]:
        path.unlink()
    kill.clock_set_back(articles, kept)
