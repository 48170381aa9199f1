"""Why was this not flagged? An answer for any two figures of a dossier, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.checking import neighbours
from factcheck.checking.judging import LEAST_SCORE
from factcheck.comparison import compare
from factcheck.language.wording import describe, moments
from factcheck.matching.answers import why
from factcheck.model import Relation

if TYPE_CHECKING:
    from factcheck.dossier.store import Dossier
    from factcheck.model import Claim

_ALL = 200  # articles up to which the whole dossier is matched for an answer; of a larger one, the nearest are


def explain(dossier: Dossier, a: Claim, b: Claim) -> list[str]:
    """Return why two figures of a dossier are flagged or not, a line for each thing to say, the verdict first.

    The lines after it are the evidence, each with its weight in log odds, and what sets the two apart. Raises
    DossierError if one of their articles is not in the dossier.
    """
    ids = {a.document, b.document}
    company = set(dossier.document_ids()) if dossier.size() <= _ALL else {*ids, *neighbours.near(dossier, sorted(ids))}
    documents = [dossier.document(id_) for id_ in sorted(company | ids)]
    answer = why(a, b, documents, {document.id: dossier.claims(document.id) for document in documents})
    said = [f"{describe(a)}: {moments(a, b)[0]}, and {describe(b)}: {moments(a, b)[1]}"]
    if answer.match is None:
        verdict = "Not compared: they do not seem to speak of the same thing."
    else:
        finding = compare(answer.match)
        least = LEAST_SCORE[finding.relation]
        sure = f"{answer.match.score:.0%} sure that they speak of the same thing ({least:.0%} is needed)"
        flagged = finding.relation is Relation.DIFFER and answer.match.score >= least
        verdict = f"{'Flagged' if flagged else 'Not flagged'}, {finding.relation}: {finding.explanation}; {sure}."
        said += [f"{reason.detail} ({reason.weight:+.1f})" for reason in answer.match.reasons]
    said += answer.obstacles
    said.append("the figures fit" if answer.fits else "the figures do not fit")
    return [verdict, *said]
