"""Which findings of some articles are worth keeping."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from factcheck.checking.compared import compared, judged
from factcheck.checking.heeding import heed, pair_of
from factcheck.checking.leads import Contradictions, leads
from factcheck.comparison import compare
from factcheck.dossier.corrections import Said
from factcheck.dossier.findings import read
from factcheck.dossier.schema import RANK
from factcheck.dossier.spool import Ready, Spool, pack, record_of
from factcheck.matching.articles import AtHand
from factcheck.matching.found import Rows, article_of, numbers_of
from factcheck.matching.meaning import Meaning
from factcheck.matching.pairing import match_and_learn
from factcheck.matching.ragged import Growing
from factcheck.matching.room import give_back
from factcheck.model import Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from factcheck.checking.compared import Compared
    from factcheck.matching.articles import Archive, Spread
    from factcheck.matching.found import Found
    from factcheck.matching.pairing import Matched
    from factcheck.matching.ragged import Numbers
    from factcheck.model import Claim, Document, Finding, Reason

# Findings less likely than this to speak of the same thing are not worth a person's time; a contradiction is likelier
# than not.
LEAST_SCORE = {Relation.DIFFER: 0.5, Relation.CHECK: 0.2, Relation.AGREE: 0.2}
_GIVEN_BACK = 100_000  # findings, some 150 MB that pass through, before memory goes back to the system


def find_discrepancies(
    documents: Sequence[Document],
    claims: Mapping[str, Sequence[Claim]],
    said: Said | None = None,
    about: Collection[str] = (),
) -> list[Finding]:
    """Return the findings worth keeping: what differs first, then what is to be checked, each by falling score.

    `said` is what people said of claims. Where `about` has ids of articles, the findings about these are all.
    """
    ordered = sorted(documents, key=lambda document: document.id)
    with closing(Judged(AtHand.of(ordered, claims), said=said, about=about)) as judged:
        return list(judged)


class Judged:
    """The findings of an archive that are worth keeping, as `find_discrepancies` has them; what they say is on disk.

    `learned` are the word pairs that the articles taught, for `Dossier.learn`.
    """

    def __init__(
        self, archive: Archive, model: str | None = None, said: Said | None = None, spread: Spread = map,
        aside: Path | None = None, about: Collection[str] = (),
    ) -> None:  # fmt: skip
        """Match and compare all claims. Raises ModelError, and DossierError where nothing can be put aside.

        `model` is the folder of a model of meaning (see `matching.meaning`) that has a say; `said` is what people said
        of claims; `spread` has the same done for many pieces, as in `match_and_learn`. What findings say is put aside
        in the folder `aside`, the dossier's own: texts stay there. `about` is as in `find_discrepancies`.
        """
        self._archive, self._said, self._spread = archive, said or Said(), spread
        self._spool = Spool(aside)
        self._kept = _Keeping()
        self._inside: list[Found] = []
        self._about = frozenset(number for number, id_ in enumerate(archive.ids) if id_ in about)
        try:
            meaning = Meaning(Path(model)) if model else None
            self._places, self._under = self._worth_keeping(
                match_and_learn(archive, self._put, meaning, self._spread_and_compare, self._about)
            )
            self._inside = []
            give_back()
        except BaseException:
            self.close()
            raise

    def ready(self) -> Ready:
        """Return the findings as the store takes them, best first."""
        return Ready(self._spool, self._places, self._under)

    def __iter__(self) -> Iterator[Finding]:
        """Return the findings, best first, with all that they say."""
        return (read(written.record, under) for written, under in self.ready())

    def close(self) -> None:
        """Forget what the findings say."""
        self._spool.close()

    def _spread_and_compare(self, task: Callable[[Any], Any], pieces: Iterable[Any]) -> Iterator[Any]:
        """Return what a task of matching gives for each piece; figures are compared where their articles are read."""
        return map(self._take_in, self._spread(partial(judged, task, self._about), pieces))

    def _take_in(self, done: tuple[Any, Found | None]) -> Any:
        """Return what a task gave; the findings within single articles are kept here."""
        made, inside = done
        if inside is not None:
            self._inside.append(inside._replace(matches=self._put(inside.matches)))
        return made

    def _put(self, compared: Compared) -> Numbers:
        """Keep findings; return the number by which each is known here. Raises DossierError."""
        numbers = self._kept.take(_Kept(*compared[:-1], self._spool.put(compared.packed)))
        if len(numbers) and numbers[0] // _GIVEN_BACK != numbers[-1] // _GIVEN_BACK:
            give_back()  # what came in large pieces leaves its room in between what stays
        return numbers

    def _worth_keeping(self, matched: Matched) -> tuple[Numbers, NDArray[np.uint64]]:
        """Return the findings worth keeping, best first: where they are in the spool, under which they stand."""
        (rows, told, self.learned), inside = matched, Rows.of(self._inside, _as_it_is)
        del matched  # there may be millions: none of them is here twice for long
        self._tell(rows, told)
        if self._said.pairs or self._said.placed:
            rows, inside = self._heeded(rows, inside)
        kept = self._kept.all()
        least = np.array([LEAST_SCORE[relation] for relation in RANK])
        rows = rows.only(rows.score >= least[kept.relations[rows.places]]).and_(inside)
        order = np.lexsort((kept.ids[rows.places], -rows.score, kept.relations[rows.places]))
        columns = list(rows)
        del rows
        rows = Rows.taken(columns, order)
        rows = rows.only(_first(kept.ids[rows.places]))
        places, (apart, found, agreeing) = kept.places[rows.places], _contradictions(rows, kept)
        asked = self._asked_for(rows)
        del rows, kept
        self._kept = _Keeping()  # what they say is on disk; what follows needs room of its own
        led = leads(found, agreeing)
        under = np.zeros(len(places), np.uint64)
        under[apart] = np.where(led != np.arange(len(led)), found.ids[led], 0)
        return places[asked], under[asked]

    def _asked_for(self, rows: Rows) -> NDArray[np.bool_] | slice:
        """Return which findings are about the articles that were asked for; the others only told which lead."""
        about = list(self._about)
        if not about:
            return slice(None)
        return np.isin(article_of(rows.a), about) | np.isin(article_of(rows.b), about)

    def _read(self, rows: Rows) -> list[Finding]:
        """Return the findings of some rows."""
        return [read(self._spool.get(place).record, "") for place in self._kept.all().places[rows.places].tolist()]

    def _tell(self, rows: Rows, told: Mapping[int, tuple[Reason, ...]]) -> None:
        """Write some findings once more, with further reasons."""
        places = self._kept.all().places
        for row, reasons in told.items():
            number = rows.places[row]
            written = self._spool.get(int(places[number]))
            finding = read(written.record, "")
            said = replace(finding, match=replace(finding.match, reasons=(*finding.match.reasons, *reasons)))
            (places[number],) = self._spool.put(pack([written._replace(record=record_of(said))]))

    def _heeded(self, rows: Rows, inside: Rows) -> tuple[Rows, Rows]:
        """Return the findings, and those within single articles, as people had their say on them."""
        names = self._said.placed.union(*self._said.pairs)
        starts = {name.partition(":")[0] for name in names}
        spoken = self._archive.shelf([n for n, id_ in enumerate(self._archive.ids) if id_[:16] in starts]).articles()
        number = numbers_of(spoken)
        about = np.array([number[name] for name in sorted(names) if name in number], np.int64)
        touched = np.isin(rows.a, about) | np.isin(rows.b, about)
        matches = [finding.match for finding in self._read(rows.only(touched))]
        heeded = heed(matches, {document.id: claims for _, document, claims in spoken}, self._said)
        wanted = {claim.document for match in heeded for claim in (match.a, match.b)}
        lent = self._archive.shelf([n for n, id_ in enumerate(self._archive.ids) if id_ in wanted]).articles()
        again = Rows.of([compared(map(compare, heeded), lent)], self._put)
        held = np.isin(inside.a, about) & np.isin(inside.b, about)
        apart = {pair for pair, same in self._said.pairs.items() if not same}
        gone = [pair_of(finding.match) in apart for finding in self._read(inside.only(held))]
        held[held] = gone
        return rows.only(~touched).and_(again), inside.only(~held)


class _Kept(NamedTuple):
    """Findings, a row each: as in `Compared`, and where in the spool they are."""

    relations: NDArray[np.int8]
    ids: NDArray[np.uint64]
    says_a: NDArray[np.uint64]
    says_b: NDArray[np.uint64]
    places: Numbers


class _Keeping:
    """Findings as they come; each is known by how many came before it."""

    def __init__(self) -> None:
        self._columns = [Growing(kind) for kind in (np.int8, np.uint64, np.uint64, np.uint64, np.int64)]
        self._size = 0

    def take(self, some: _Kept) -> Numbers:
        """Take in some; return their numbers."""
        columns: tuple[NDArray[Any], ...] = some
        for column, values in zip(self._columns, columns, strict=True):
            column.extend(values)
        before, self._size = self._size, self._size + len(some.ids)
        return np.arange(before, self._size)

    def all(self) -> _Kept:
        """Return all of them, by their numbers; let go of it before more are taken in."""
        return _Kept(*(column.all() for column in self._columns))


def _first(ids: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Return which ids come for the first time; hardly ever are there any others, which takes less room to see."""
    there = np.sort(ids)
    first = np.ones(len(ids), np.bool_)
    if (there[1:] == there[:-1]).any():
        first[:] = False
        first[np.unique(ids, return_index=True)[1]] = True
    return first


def _as_it_is(places: Numbers) -> Numbers:
    return places


def _contradictions(rows: Rows, kept: _Kept) -> tuple[NDArray[np.intp], Contradictions, Numbers]:
    """Return which findings contradict between two articles, these, and the claims of those that agree."""
    relations = kept.relations[rows.places]
    agree = relations == RANK[Relation.AGREE]
    apart = np.flatnonzero((relations == RANK[Relation.DIFFER]) & (article_of(rows.a) != article_of(rows.b)))
    places = rows.places[apart]
    found = Contradictions(
        kept.ids[places], rows.score[apart], rows.a[apart], rows.b[apart], kept.says_a[places], kept.says_b[places]
    )
    return apart, found, np.concatenate([rows.a[agree], rows.b[agree]])
