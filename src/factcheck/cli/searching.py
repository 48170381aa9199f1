"""The commands that search a dossier, and that make its search index anew."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003  typer reads the annotations
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from factcheck.errors import QueryError

if TYPE_CHECKING:
    from factcheck.dossier.store import Dossier
    from factcheck.search.index import Index


def search(
    dossier: Path,
    query: str,
    limit: Annotated[int, typer.Option(min=1, help="How many articles at most.")] = 20,
    offset: Annotated[int, typer.Option(min=0, help="How many of the best to pass over.")] = 0,
    across: Annotated[bool, typer.Option(help="Also find the same in other languages.")] = True,
    form: Annotated[str, typer.Option("--format", help="table, json or csv.")] = "table",
    output: Annotated[Optional[Path], typer.Option(help="Write the list to this file.")] = None,  # noqa: UP045
) -> None:
    """Search a dossier, in any script: words, "phrases", pre*, fuzzy~, lang:fr, value:4..6, is:flagged."""
    from factcheck.cli import listing
    from factcheck.dossier.store import Dossier
    from factcheck.search.index import open_index
    from factcheck.search.result_list import render, rows

    with Dossier(dossier, read_only=True) as kept, open_index(kept.index_folder, kept) as index:
        if not index.is_current():
            index.rebuild()
        try:
            results = index.search(query, limit=limit, offset=offset, across=across)
        except QueryError as error:
            if error.at is not None:
                typer.echo(f"  {query}\n  {' ' * error.at}^", err=True)
            raise
        lines = list(rows(results, kept.document, kept.claims))
        if form != "table" or output is not None:
            told = render(lines, "csv" if form == "table" else form)
            if output is None:
                typer.echo(told, nl=False)
            else:
                output.write_text(told, "utf-8", newline="")
            return
        listing.hits(results, lines)
        listing.facets(index.facets(query, across=across))
        if results.total == 0 and (better := index.did_you_mean(query)):
            typer.echo(f"Did you mean: {better}")


def index(
    dossier: Path,
    engine: Annotated[str, typer.Option(help="auto, whoosh or tantivy; auto takes what suits the size.")] = "",
) -> None:
    """Make the search index of a dossier anew; searching goes on with the old one meanwhile."""
    from factcheck.dossier.store import Dossier
    from factcheck.errors import DossierError
    from factcheck.search.index import ENGINE_SETTING, ENGINES, open_index

    if engine and engine not in {"auto", *ENGINES}:
        raise DossierError(f"There is no search engine {engine}. Choose auto, {' or '.join(ENGINES)}.")
    with Dossier(dossier) as kept:
        if engine:
            kept.settings.set(ENGINE_SETTING, engine)
        with open_index(kept.index_folder, kept) as made:
            made.rebuild()
            _tell(kept, made)


def _tell(kept: Dossier, made: Index) -> None:
    typer.echo(f"{made.documents()} of {kept.size()} articles can be searched, with {made.engine}.")
