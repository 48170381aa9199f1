"""The commands that search a dossier, and that make its search index anew."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from factcheck.errors import DossierError, QueryError

if TYPE_CHECKING:
    from factcheck.dossier.store import Dossier
    from factcheck.model import Document
    from factcheck.search.index import Index


def search(  # noqa: PLR0913, PLR0917  a command's options
    dossier: Path,
    query: str,
    limit: Annotated[int, typer.Option(min=1, help="How many articles at most.")] = 20,
    offset: Annotated[int, typer.Option(min=0, help="How many of the best to pass over.")] = 0,
    across: Annotated[bool, typer.Option(help="Also find the same in other languages.")] = True,
    like: Annotated[bool, typer.Option("--like", help="QUERY names an article's file: find others like it.")] = False,
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
            if like:
                results = index.like(_article(kept, query), limit=limit, offset=offset)
            else:
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
        if like:
            return
        listing.facets(index.facets(query, across=across))
        if results.total == 0 and (better := index.did_you_mean(query)):
            typer.echo(f"Did you mean: {better}")


def searches(
    dossier: Path,
    save: Annotated[str, typer.Option(help="Keep this search.")] = "",
    forget: Annotated[str, typer.Option(help="Forget this search.")] = "",
) -> None:
    """List the searches that are kept with a dossier, and the latest that were asked in its window."""
    from factcheck.dossier.store import Dossier
    from factcheck.search.index import ASKED, SAVED
    from factcheck.search.syntax import parse

    with Dossier(dossier, read_only=not (save or forget)) as kept:
        saved = [one for one in kept.settings.get(SAVED, []) if one not in {save, forget}]
        if save:
            parse(save)
            saved.insert(0, save)
        if save or forget:
            kept.settings.set(SAVED, saved)
        for name, queries in (("saved", saved), ("asked", kept.settings.get(ASKED, []))):
            for query in queries:
                typer.echo(f"{name}: {query}")
        if not saved and not kept.settings.get(ASKED, []):
            typer.echo(f'No search is kept with this dossier. To keep one: factcheck searches "{dossier}" --save QUERY')


def _article(kept: Dossier, name: str) -> Document:
    """Return the article in a file of that name or path."""
    found = [row.document for row in kept.library() if row.path == name or PurePath(row.path).name == name]
    if len(found) != 1:
        raise DossierError(
            f"{len(found) or 'No'} articles are in files named {name}. Name the path of one, as the list shows it."
        )
    return kept.document(found[0])


def index(
    dossier: Path,
    engine: Annotated[str, typer.Option(help="auto, whoosh or tantivy; auto takes what suits the size.")] = "",
) -> None:
    """Make the search index of a dossier anew; searching goes on with the old one meanwhile."""
    from factcheck.dossier.store import Dossier
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
