"""What a check tells while it goes on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a step ("reading", "matching", "indexing") is: `done` of `total`, and what is at hand.

    When reading is done, `articles` are all that there are: a file may hold none, or many. When matching is done,
    `fresh` are the ids of the articles that alone were compared, where these were few.
    """

    step: str
    done: int
    total: int
    detail: str = ""
    articles: int = 0
    fresh: tuple[str, ...] = ()
