"""What the sources say of one figure: the figure itself, and all that were matched with it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.desktop.status import Status, gravest, status_of
from factcheck.model import Relation

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from factcheck.dossier.store import Dossier
    from factcheck.model import Case, Claim, Document, Finding

_ORDER = list(Status)  # the gravest first


@dataclass(frozen=True, slots=True)
class Sighting:
    """A figure in an article; `finding` links it with the figure in question, None for that figure itself.

    `opposed` tells that the finding links it with what contradicts the figure in question instead, and agrees with it.
    """

    claim: Claim
    document: Document
    finding: Finding | None = None
    opposed: bool = False

    @property
    def status(self) -> Status:
        """Return how it stands to the figure in question."""
        if self.opposed:
            return Status.CONFLICT
        return status_of(self.finding.relation) if self.finding else Status.SINGLE


def sightings(dossier: Dossier, claim: Claim) -> list[Sighting]:
    """Return the figure itself, then what it was matched with, the gravest first."""
    others = _matched(dossier, claim, dossier.findings_of(claim.document))
    return [Sighting(claim, dossier.document(claim.document)), *others]


def sightings_of_case(dossier: Dossier, case: Case) -> list[Sighting]:
    """Return both figures of a case, then whatever else was matched with them, and how it stands to the one alone.

    Where none stands alone that is the first of the two.
    """
    match, findings = case.finding.match, _findings(dossier, case)
    found = [Sighting(match.a, case.a, case.finding), Sighting(match.b, case.b, case.finding)]
    known = {match.a.id, match.b.id}
    one, other = (match.b, match.a) if _outlier(case, findings) is match.b else (match.a, match.b)
    further = _matched(dossier, one, findings)
    for each in _matched(dossier, other, findings):
        opposed = case.finding.relation is Relation.DIFFER and each.status is Status.AGREE
        further.append(replace(each, opposed=opposed))
    for each in _gravest_first(further):
        if each.claim.id not in known:
            known.add(each.claim.id)
            found.append(each)
    return found


def outlier(dossier: Dossier, case: Case) -> Claim | None:
    """Return the figure of a case that more sources contradict than the other's, None where that is not clear."""
    return _outlier(case, _findings(dossier, case))


def _findings(dossier: Dossier, case: Case) -> Collection[Finding]:
    """Return the findings of both articles of a case."""
    return {each.id: each for document in (case.a.id, case.b.id) for each in dossier.findings_of(document)}.values()


def _matched(dossier: Dossier, claim: Claim, findings: Iterable[Finding]) -> list[Sighting]:
    """Return what a figure was matched with, the gravest first."""
    others = []
    for finding in findings:
        match = finding.match
        if claim.id in {match.a.id, match.b.id}:
            other = match.b if match.a.id == claim.id else match.a
            others.append(Sighting(other, dossier.document(other.document), finding))
    return _gravest_first(others)


def _gravest_first(found: Iterable[Sighting]) -> list[Sighting]:
    return sorted(found, key=lambda each: _ORDER.index(each.status))


def _outlier(case: Case, findings: Iterable[Finding]) -> Claim | None:
    match, against = case.finding.match, Counter[str]()
    for finding in findings:
        if finding.relation is Relation.DIFFER:
            against.update((finding.match.a.id, finding.match.b.id))
    one, other = against[match.a.id], against[match.b.id]
    if one == other or case.finding.relation is not Relation.DIFFER:
        return None
    return match.a if one > other else match.b


def statuses(claims: Sequence[Claim], findings: Iterable[Finding]) -> dict[str, Status]:
    """Return the gravest status of each claim, by its id."""
    states: dict[str, list[Status]] = {claim.id: [] for claim in claims}
    for finding in findings:
        for claim in (finding.match.a, finding.match.b):
            if claim.id in states:
                states[claim.id].append(status_of(finding.relation))
    return {name: gravest(found) for name, found in states.items()}
