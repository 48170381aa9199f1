"""What a check prints in the end: of a dossier that grows, what is new; of a large one, the likeliest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from factcheck.cli import listing
from factcheck.cli.exporting import selected, writer_of
from factcheck.dossier.schema import RANK
from factcheck.dossier.selection import Selection
from factcheck.export.named import LIST, must_be_known, of_ending
from factcheck.model import Relation

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from factcheck.dossier.store import Dossier
    from factcheck.model import Case, Skipped

_MOST_WORTH_A_LOOK = 10
_MOST_LISTED = 200  # findings of a dossier that is kept: it can be looked at otherwise, and a longer table is not read


def chosen_form(form: str, output: Path | None) -> str:
    """Return "table", or the format of exports in which a check is printed, or written into a file.

    It is told from the file's ending where none is named. Raises ExportError where there is no such format.
    """
    if form == "table" and output is None:
        return form
    if output is not None and form == "table":
        form = of_ending(output.suffix)
    must_be_known(form, printed=output is None)
    writer_of(form)
    return LIST if form == "json" else form


def flagged(dossier: Dossier) -> int:
    """Return how many pairs of figures contradict each other."""
    return dossier.count(_selected(everything=False))


def table(
    dossier: Dossier, fresh: Collection[str] | None, read: int, skipped: Sequence[Skipped], *, everything: bool
) -> None:
    """Print what is flagged, or everything, as a table, then the counts and what was not read.

    `fresh` are the articles that alone were compared, where these are few: only their findings are listed then. `read`
    is the number of articles that were checked.
    """
    selection = _selected(everything=everything)
    most = _MOST_LISTED if dossier.is_kept else None
    listed = dossier.cases(selection, limit=most) if fresh is None else _about(dossier, fresh, selection)[:most]
    total = dossier.count(selection)
    to_judge = Selection(frozenset({Relation.CHECK}))
    listing.table(listed if total else dossier.cases(to_judge, limit=_MOST_WORTH_A_LOOK))
    counts = {relation: dossier.count(Selection(frozenset({relation}))) for relation in Relation}
    listing.summary(read, counts, dossier.counts()[Relation.DIFFER], skipped)
    if len(listed) < total:
        listing.further(total - len(listed), dossier.folder)


def hand_over(
    dossier: Dossier, skipped: Sequence[Skipped], form: str, output: Path | None, *, everything: bool
) -> None:
    """Print all that is flagged, or everything, in a format of exports; or write it where a file is named."""
    from factcheck.export.batch import Batch
    from factcheck.export.formats import render, write

    cases = selected(dossier, _selected(everything=everything), form)
    if output is not None:
        write(Batch(cases, skipped), form, output, writer=writer_of(form))
        typer.echo(f"{listing.counted(len(cases), 'finding')} written to {output}")
    else:
        typer.echo(render(cases, skipped, form), nl=False)


def _selected(*, everything: bool) -> Selection:
    return Selection() if everything else Selection(frozenset({Relation.DIFFER}))


def _about(dossier: Dossier, articles: Collection[str], selection: Selection) -> list[Case]:
    """Return the selected cases about some articles, best first."""
    lots = (dossier.cases(Selection(selection.relations, document=id_)) for id_ in articles)
    found = {case.finding.id: case for lot in lots for case in lot}
    ranked = (((RANK[case.finding.relation], -case.finding.match.score, name), case) for name, case in found.items())
    return [case for _, case in sorted(ranked, key=lambda each: each[0])]
