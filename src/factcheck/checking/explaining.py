"""Why was this not flagged? An answer for any two figures of a dossier, in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.checking import neighbours
from factcheck.checking.heeding import heed
from factcheck.checking.judging import LEAST_SCORE
from factcheck.comparison import compare
from factcheck.language.wording import ENGLISH, describe, moments
from factcheck.language.writing import percent
from factcheck.matching.answers import why
from factcheck.model import Relation

if TYPE_CHECKING:
    from factcheck.dossier.store import Dossier
    from factcheck.model import Claim, Finding

_ALL = 200  # articles up to which the whole dossier is matched for an answer; of a larger one, the nearest are


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why two figures are flagged or not.

    `finding` is theirs where they were set against each other; `fits` says whether the figures do; `obstacles` say in
    plain English what kept them apart. `said` is what a person said of the two: that they speak of the same thing, that
    they do not, or nothing.
    """

    finding: Finding | None
    fits: bool
    obstacles: tuple[str, ...]
    said: bool | None = None

    @property
    def least(self) -> float:
        """Return the score, 0 to 1, that the finding needs to be kept."""
        return LEAST_SCORE[self.finding.relation] if self.finding else 1.0

    @property
    def flagged(self) -> bool:
        """Return whether the two are listed as contradicting each other."""
        found = self.finding
        return found is not None and found.relation is Relation.DIFFER and found.match.score >= self.least


def answer(dossier: Dossier, a: Claim, b: Claim) -> Explanation:
    """Return why two figures of a dossier are flagged or not.

    Raises DossierError if one of their articles is not in the dossier.
    """
    ids = {a.document, b.document}
    company = set(dossier.document_ids()) if dossier.size() <= _ALL else {*ids, *neighbours.near(dossier, sorted(ids))}
    documents = [dossier.document(id_) for id_ in sorted(company | ids)]
    claims = {document.id: dossier.claims(document.id) for document in documents}
    found = why(a, b, documents, claims)
    said = dossier.corrections.said()
    own = heed([found.match] if found.match else [], {a.id: [a], b.id: [b]}, said)
    match = next((each for each in own if {each.a.id, each.b.id} == {a.id, b.id}), None)
    about = said.pairs.get(frozenset((a.id, b.id)))
    return Explanation(compare(match) if match else None, found.fits, () if about else found.obstacles, about)


def explain(dossier: Dossier, a: Claim, b: Claim) -> list[str]:
    """Return why two figures of a dossier are flagged or not, a line for each thing to say, the verdict first.

    The lines after it are the evidence, each with its weight in log odds, and what sets the two apart. Raises
    DossierError if one of their articles is not in the dossier.
    """
    found = answer(dossier, a, b)
    told = [f"{describe(a)}: {moments(a, b)[0]}, and {describe(b)}: {moments(a, b)[1]}"]
    if found.said is False:
        verdict = "Not compared: somebody said that they do not speak of the same thing."
    elif found.finding is None:
        verdict = "Not compared: they do not seem to speak of the same thing."
    else:
        finding = found.finding
        sure, least = (percent(share, ENGLISH, 0) for share in (finding.match.score, found.least))
        how = "Flagged" if found.flagged else "Not flagged"
        verdict = f"{how}, {finding.relation}: {finding.explanation}; "
        verdict += f"{sure} sure that they speak of the same thing ({least} is needed)."
        told += [f"{reason.detail} ({reason.weight:+.1f})" for reason in finding.match.reasons]
    told += found.obstacles
    told.append("the figures fit" if found.fits else "the figures do not fit")
    return [verdict, *told]
