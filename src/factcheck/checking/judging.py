"""Which findings of some articles are worth keeping."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.arithmetic import check_article
from factcheck.checking.heeding import heed, pair_of
from factcheck.comparison import compare, gather
from factcheck.dossier.corrections import Said
from factcheck.matching.meaning import Meaning
from factcheck.matching.pairing import match_and_learn
from factcheck.model import Relation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.model import Claim, Document, Finding

# Findings less likely than this to speak of the same thing are not worth a person's time; a contradiction is likelier
# than not.
LEAST_SCORE = {Relation.DIFFER: 0.5, Relation.CHECK: 0.2, Relation.AGREE: 0.2}
_ORDER = {Relation.DIFFER: 0, Relation.CHECK: 1, Relation.AGREE: 2}


def find_discrepancies(
    documents: Sequence[Document],
    claims: Mapping[str, Sequence[Claim]],
    said: Said | None = None,
) -> list[Finding]:
    """Return the findings worth keeping: what differs first, then what is to be checked, each by falling score.

    `said` is what people said of claims.
    """
    return find_and_learn(documents, claims, said=said)[0]


def find_and_learn(
    documents: Sequence[Document],
    claims: Mapping[str, Sequence[Claim]],
    model: str | None = None,
    said: Said | None = None,
) -> tuple[list[Finding], list[tuple[str, str, str, str, float]]]:
    """Return what `find_discrepancies` does, and the word pairs that the articles taught, for `Dossier.learn`.

    `model` is the folder of a model of meaning (see `matching.meaning`) that has a say; `said` is what people
    said of claims. Raises ModelError.
    """
    said = said or Said()
    ordered = sorted(documents, key=lambda document: document.id)
    matched = match_and_learn(ordered, claims, Meaning(Path(model)) if model else None)
    made = [compare(each) for each in heed(matched.matches, claims, said)]
    kept = [finding for finding in made if finding.match.score >= LEAST_SCORE[finding.relation]]
    kept += [finding for document in ordered for finding in check_article(document, claims.get(document.id, ()))]
    kept = [finding for finding in kept if said.pairs.get(pair_of(finding.match), True)]
    best_first = sorted(kept, key=lambda finding: (_ORDER[finding.relation], -finding.match.score, finding.id))
    return gather(best_first), matched.learned
