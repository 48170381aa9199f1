"""Why two figures were or were not set against each other: an answer for any two claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.language.wording import ENGLISH, moments
from factcheck.language.writing import percent
from factcheck.matching.pairing import match
from factcheck.matching.scopes import common
from factcheck.matching.sentences import comparable
from factcheck.matching.sorts import fits, same_sort
from factcheck.model import PassageKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.model import Claim, Document, Match


@dataclass(frozen=True, slots=True)
class Answer:
    """Why two figures are or are not a finding.

    `match` is theirs if they were set against each other, with its score (0 to 1) and its reasons; None if they were
    not. `fits` says whether their figures do. `obstacles` say in plain words what kept them apart, weightiest first.
    """

    match: Match | None
    fits: bool
    obstacles: tuple[str, ...]


def why(a: Claim, b: Claim, documents: Sequence[Document], claims: Mapping[str, Sequence[Claim]]) -> Answer:
    """Return why two claims were or were not set against each other, in the company of the given documents.

    `documents` are those of both claims and, for what only a dossier tells (how rare a name is, which words go
    together, what other sources say), as many of the others as are at hand; `claims` has the claims of each by its id.
    """
    by_id = {document.id: document for document in documents}
    here, there = by_id[a.document], by_id[b.document]
    obstacles = _never(a, b, here, there)
    if obstacles:
        return Answer(None, fits(a, b), tuple(obstacles))
    matches = match(sorted(documents, key=lambda document: document.id), claims)
    found = next((each for each in matches if {each.a.id, each.b.id} == {a.id, b.id}), None)
    obstacles = [] if found else _instead(a, b, matches, by_id)
    for name in common(a, b, here, there).conflicts():
        one, other = (getattr(claim if name in {"role", "direction"} else claim.scope, name) for claim in (a, b))
        obstacles.append(f"another {name}: {one} beside {other}")
    if found is None and not obstacles:
        obstacles.append("the two sentences have too few names, words and figures in common")
    return Answer(found, fits(a, b), tuple(obstacles))


def _never(a: Claim, b: Claim, here: Document, there: Document) -> list[str]:
    """Return what keeps two claims apart whatever else is known."""
    said = []
    if a.document == b.document:
        said.append("both stand in one article; there, only what does not add up is flagged")
    for claim, document in ((a, here), (b, there)):
        kind = document.passages[claim.passage].kind
        if kind in {PassageKind.BOILERPLATE, PassageKind.RELATED}:
            said.append(f"“{document.quote(claim.span)}” stands in what is not the article’s own text")
        if not comparable(claim):
            said.append(f"“{document.quote(claim.span)}” is read as {claim.kind.value} and compared with nothing")
    if not said and not fits(a, b) and not same_sort(a, b):
        one, other = moments(a, b)
        said.append(f"they are of two sorts: {one} ({a.kind.value}) beside {other} ({b.kind.value})")
    return said


def _instead(a: Claim, b: Claim, matches: Sequence[Match], documents: Mapping[str, Document]) -> list[str]:
    """Return which figures of the other's article the two claims were set against instead."""
    said = []
    for claim, other in ((a, b), (b, a)):
        sides = [(each.b if each.a.id == claim.id else each.a, each) for each in matches if claim in (each.a, each.b)]
        partner = next(((one, each) for one, each in sides if one.document == other.document), None)
        if partner is not None:
            mine, theirs = (documents[each.document].quote(each.span) for each in (claim, partner[0]))
            said.append(
                f"“{mine}” answers to “{theirs}” in the other article ({percent(partner[1].score, ENGLISH, 0)} sure)"
            )
    return said
