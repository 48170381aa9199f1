"""How likely two claims speak of the same thing: a logistic model whose pieces can be looked at.

Each piece of evidence is a number (mostly 0 or 1) times a weight; their sum through the logistic function is the
score. `bench/fit_matching.py` fits the weights in `resources/matching.toml`.
"""

from __future__ import annotations

import math
import tomllib
from functools import cache
from typing import TYPE_CHECKING

from factcheck.model import Reason
from factcheck.resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_FELT = 0.1  # log odds: less changes no score by more than three points in a hundred, and is not told


@cache
def weights(way: str) -> dict[str, float]:
    """Return the weights of one way in ("event" or "topic"), by name of evidence; "bias" is the constant."""
    table = tomllib.loads(resource("matching.toml").read_text("utf-8"))
    return {name: float(weight) for name, weight in table[way].items()}


def score(way: str, evidence: Mapping[str, float]) -> float:
    """Return the probability, 0 to 1, that a pair with this evidence speaks of the same thing."""
    table = weights(way)
    total = table["bias"] + sum(table[name] * value for name, value in evidence.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def reasons(way: str, evidence: Mapping[str, float], detail: Callable[[str], str | None]) -> tuple[Reason, ...]:
    """Return the pieces of evidence that count, weightiest first; `detail` says each to the reader, None not."""
    table = weights(way)
    weighed = ((name, round(table[name] * value, 2)) for name, value in evidence.items() if value)
    made = [
        Reason(name, said, weight)
        for name, weight in weighed
        if abs(weight) >= _FELT and (said := detail(name)) is not None
    ]
    return tuple(sorted(made, key=lambda reason: (-abs(reason.weight), reason.name)))
