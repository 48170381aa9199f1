"""Which findings of some articles are worth keeping."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.arithmetic import check_article
from factcheck.checking.heeding import heed, pair_of
from factcheck.comparison import compare, gather
from factcheck.dossier.corrections import Said
from factcheck.matching.articles import AtHand
from factcheck.matching.meaning import Meaning
from factcheck.matching.pairing import match_and_learn
from factcheck.matching.prepared import prepare
from factcheck.model import Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from factcheck.matching.articles import Archive, Spread
    from factcheck.model import Claim, Document, Finding, Match

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
    ordered = sorted(documents, key=lambda document: document.id)
    return find_and_learn(AtHand.of(ordered, claims), said=said)[0]


def find_and_learn(
    archive: Archive,
    model: str | None = None,
    said: Said | None = None,
    spread: Spread = map,
) -> tuple[list[Finding], list[tuple[str, str, str, str, float]]]:
    """Return what `find_discrepancies` does, and the word pairs that the articles taught, for `Dossier.learn`.

    `model` is the folder of a model of meaning (see `matching.meaning`) that has a say; `said` is what people
    said of claims; `spread` has the same done for many pieces, as in `match_and_learn`. Raises ModelError.
    """
    said = said or Said()
    judging = _Judging(spread)
    matched = match_and_learn(archive, Meaning(Path(model)) if model else None, judging)
    made = [judging.finding(each) for each in heed(matched.matches, _spoken_of(archive, said), said)]
    kept = [finding for finding in made if finding.match.score >= LEAST_SCORE[finding.relation]]
    kept += judging.inside
    kept = [finding for finding in kept if said.pairs.get(pair_of(finding.match), True)]
    best_first = sorted(kept, key=lambda finding: (_ORDER[finding.relation], -finding.match.score, finding.id))
    return gather(best_first), matched.learned


class _Judging:
    """Spreads what matching asks for, and has figures compared where their articles are looked into.

    `inside` are the findings within one article.
    """

    def __init__(self, spread: Spread) -> None:
        self._spread = spread
        self._compared: dict[int, Finding] = {}
        self.inside: list[Finding] = []

    def __call__(self, task: Callable[[Any], Any], pieces: Iterable[Any]) -> Iterator[Any]:
        """Yield what a task of matching gives for each piece."""
        for made, findings in self._spread(partial(_judged, task), pieces):
            if made is not None:
                self.inside += findings
                yield made
            else:
                self._compared.update((id(finding.match), finding) for finding in findings)
                yield [finding.match for finding in findings]

    def finding(self, match: Match) -> Finding:
        """Return the finding of a match."""
        return self._compared.get(id(match)) or compare(match)


def _judged(task: Callable[[Any], Any], piece: Any) -> tuple[Any, list[Finding]]:
    """Return what a task gives, and findings: those within single articles, or in place of matches those of each."""
    if task is prepare:
        here = AtHand(piece.articles())
        return task(here), [each for _, document, claims in here.given for each in check_article(document, claims)]
    made = task(piece)
    if isinstance(made, list):
        return None, [compare(match) for match in made]
    return made, []


def _spoken_of(archive: Archive, said: Said) -> dict[str, Sequence[Claim]]:
    """Return the claims of the articles of whose figures people said something."""
    wanted = {name.partition(":")[0] for pair in said.pairs for name in pair}
    numbers = [number for number, id_ in enumerate(archive.ids) if id_[:16] in wanted] if wanted else []
    return {document.id: claims for _, document, claims in archive.shelf(numbers).articles()}
