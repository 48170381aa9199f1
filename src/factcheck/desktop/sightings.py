"""What the sources say of one figure: the figure itself, and all that were matched with it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.desktop.status import Status, gravest, status_of
from factcheck.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.dossier.store import Dossier
    from factcheck.model import Case, Claim, Document, Finding


@dataclass(frozen=True, slots=True)
class Sighting:
    """A figure in an article; `finding` links it with the figure in question, None for that figure itself."""

    claim: Claim
    document: Document
    finding: Finding | None = None

    @property
    def status(self) -> Status:
        """Return how it stands to the figure in question."""
        return status_of(self.finding.relation) if self.finding else Status.SINGLE


def sightings(dossier: Dossier, claim: Claim) -> list[Sighting]:
    """Return the figure itself, then what it was matched with, the gravest first."""
    order = list(Status)
    others = []
    for finding in dossier.findings_of(claim.document):
        match = finding.match
        if claim.id in {match.a.id, match.b.id}:
            other = match.b if match.a.id == claim.id else match.a
            others.append(Sighting(other, dossier.document(other.document), finding))
    others.sort(key=lambda each: order.index(each.status))
    return [Sighting(claim, dossier.document(claim.document)), *others]


def sightings_of_case(dossier: Dossier, case: Case) -> list[Sighting]:
    """Return both figures of a case, then whatever else was matched with the first or the second of them."""
    match = case.finding.match
    found = [Sighting(match.a, case.a, case.finding), Sighting(match.b, case.b, case.finding)]
    known = {match.a.id, match.b.id}
    for claim in (match.a, match.b):
        for each in sightings(dossier, claim)[1:]:
            if each.claim.id not in known:
                known.add(each.claim.id)
                found.append(each)
    return found


def outlier(dossier: Dossier, case: Case) -> Claim | None:
    """Return the figure of a case that more sources contradict than the other's, None where that is not clear."""
    match, against = case.finding.match, Counter[str]()
    for finding in {f.id: f for d in (case.a.id, case.b.id) for f in dossier.findings_of(d)}.values():
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
