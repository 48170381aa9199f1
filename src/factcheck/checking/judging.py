"""Which findings of some articles are worth keeping."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.arithmetic import check_article
from factcheck.checking.heeding import heed, pair_of
from factcheck.checking.spool import Spool
from factcheck.comparison import compare, gather
from factcheck.dossier.corrections import Said
from factcheck.dossier.findings import Written, write
from factcheck.dossier.texts import Quoted
from factcheck.matching.articles import AtHand
from factcheck.matching.meaning import Meaning
from factcheck.matching.pairing import match_and_learn
from factcheck.matching.prepared import prepare
from factcheck.matching.retellings import Part
from factcheck.matching.statements import Drawers
from factcheck.model import Finding, Match, Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from factcheck.matching.articles import Archive, Spread
    from factcheck.model import Claim, Document

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
    with closing(Judged(AtHand.of(ordered, claims), said=said)) as judged:
        return list(judged)


class Judged:
    """The findings of an archive that are worth keeping, as `find_discrepancies` has them; what they say is on disk.

    `learned` are the word pairs that the articles taught, for `Dossier.learn`.
    """

    def __init__(
        self, archive: Archive, model: str | None = None, said: Said | None = None, spread: Spread = map,
        aside: Path | None = None,
    ) -> None:  # fmt: skip
        """Match and compare all claims. Raises ModelError, and DossierError where nothing can be put aside.

        `model` is the folder of a model of meaning (see `matching.meaning`) that has a say; `said` is what people said
        of claims; `spread` has the same done for many pieces, as in `match_and_learn`. What findings say is put aside
        in the folder `aside`, the dossier's own: texts stay there.
        """
        said = said or Said()
        self._spool, self._spread = Spool(aside), spread
        self._claims: dict[str, Claim] = {}
        self._inside: list[Finding] = []
        try:
            matched = match_and_learn(archive, Meaning(Path(model)) if model else None, self._spread_and_compare)
            self.learned = matched.learned
            self._findings = self._worth_keeping(heed(matched.matches, _spoken_of(archive, said), said), said)
        except BaseException:
            self.close()
            raise

    def _worth_keeping(self, matches: Iterable[Match], said: Said) -> list[Finding]:
        """Return the findings of matches, and those within single articles, best first, gathered into cases."""
        made = [self._finding(match, placed=bool(said.pairs or said.placed)) for match in matches]
        kept = [finding for finding in made if finding.match.score >= LEAST_SCORE[finding.relation]]
        kept += self._inside
        if said.pairs:
            kept = [finding for finding in kept if said.pairs.get(pair_of(finding.match), True)]
        kept.sort(key=lambda finding: (_ORDER[finding.relation], -finding.match.score, finding.id))
        return gather(kept)

    def __iter__(self) -> Iterator[Finding]:
        """Return the findings, with all that they say."""
        return map(self._spool.whole, self._findings)

    def written(self) -> Iterator[Finding | Written]:
        """Return the findings as the store keeps them, those that were worked out already as they are."""
        return (self._spool.written(each) or self._spool.whole(each) for each in self._findings)

    def _spread_and_compare(self, task: Callable[[Any], Any], pieces: Iterable[Any]) -> Iterator[Any]:
        """Return what a task of matching gives for each piece; figures are compared where their articles are read."""
        return map(self._take_in, self._spread(partial(_judged, task), pieces))

    def _take_in(self, judged: tuple[Any, list[Finding], list[Written]]) -> Any:
        """Return what a task gave; what else came of it is kept here."""
        made, inside, written = judged
        self._inside += inside
        return made if made is not None else [self._bare(each) for each in written]

    def _bare(self, written: Written) -> Match:
        """Return the match of a finding without what it says, which is put aside; of each claim there is one."""
        match = written.finding.match
        a, b = (self._claims.setdefault(claim.id, claim) for claim in (match.a, match.b))
        return Match(a, b, match.score, self._spool.put(written), match.conflicts)

    def _finding(self, match: Match, *, placed: bool) -> Finding:
        """Return the finding of a match, without what it says; where people `placed` figures it may be another now."""
        bare = self._spool.bare(match)
        before = self._spool.get(match) if placed else None
        same = before is None or before.match.conflicts == match.conflicts
        return bare if bare is not None and same else compare(match)

    def close(self) -> None:
        """Forget what the findings say."""
        self._spool.close()


def _judged(task: Callable[[Any], Any], piece: Any) -> tuple[Any, list[Finding], list[Written]]:
    """Return what a task gives, the findings within single articles, and instead of matches their findings."""
    if task is prepare:
        here = AtHand(piece.articles())
        return task(here), [each for _, text, claims in here.given for each in check_article(text, claims)], []
    if not isinstance(piece, Part | Drawers):
        return task(piece), [], []
    here = AtHand(piece.shelf.articles())
    quoted = Quoted({each.document.id: each.document for each in here.given}.__getitem__)
    written = [write(compare(match), quoted) for match in task(piece._replace(shelf=here))]
    return None, [], [each._replace(finding=_without_words(each.finding)) for each in written]


def _without_words(finding: Finding) -> Finding:
    return Finding(replace(finding.match, reasons=()), finding.relation, "", None, "")


def _spoken_of(archive: Archive, said: Said) -> dict[str, Sequence[Claim]]:
    """Return the claims of the articles of whose figures people said something."""
    wanted = {name.partition(":")[0] for pair in said.pairs for name in pair}
    numbers = [number for number, id_ in enumerate(archive.ids) if id_[:16] in wanted] if wanted else []
    return {document.id: claims for _, document, claims in archive.shelf(numbers).articles()}
