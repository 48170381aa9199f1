"""What people said of two figures has the last word on whether they speak of the same thing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.matching.places import same_name
from factcheck.model import Match, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.dossier.corrections import Said
    from factcheck.model import Claim

_SAID = Reason("said", "somebody said so", 6.0)  # log odds; the score is 1 in any case


def pair_of(match: Match) -> frozenset[str]:
    """Return the ids of a match's claims."""
    return frozenset((match.a.id, match.b.id))


def heed(matches: Iterable[Match], claims: Mapping[str, Sequence[Claim]], said: Said) -> list[Match]:
    """Return the matches without those of which somebody said that they speak of different things.

    Those said to speak of the same are among them, whatever was found, with nothing that sets them apart. A place that
    somebody gave is certain, also where a sentence names others.
    """
    if not said.pairs and not said.placed:
        return list(matches)
    found = [_placed(each, said.placed) for each in matches]
    reasons = {pair_of(each): each.reasons for each in found}
    kept = [each for each in found if pair_of(each) not in said.pairs]
    same = sorted((sorted(pair) for pair, same in said.pairs.items() if same))
    known = {claim.id: claim for each in claims.values() for claim in each} if same else {}
    for names in same:
        if all(name in known for name in names):
            a, b = (known[name] for name in names)
            kept.append(Match(a, b, 1.0, (_SAID, *reasons.get(frozenset(names), ()))))
    return kept


def _placed(match: Match, placed: frozenset[str]) -> Match:
    here, there = match.a.scope.place, match.b.scope.place
    certain = placed and placed & {match.a.id, match.b.id}
    if not certain or not here or not there or "place" in match.conflicts or same_name(here, there):
        return match
    return replace(match, conflicts=(*match.conflicts, "place"))
