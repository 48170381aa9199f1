"""The commands that write a dossier's findings to a file, and take a colleague's reviews in."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path  # noqa: TC003  typer reads the annotations
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from factcheck.errors import ExportError
from factcheck.export.named import BY_CASE, FORMATS, PDF, must_be_known, of_ending

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.dossier.selection import Selection
    from factcheck.dossier.store import Dossier
    from factcheck.export.batch import Batch, Cases, Paths
    from factcheck.model import Case

Text = str
Many = Optional[list[str]]  # noqa: UP045  typer reads it


def export(  # noqa: PLR0913, PLR0917  a command's options
    dossier: Path,
    output: Annotated[Path, typer.Option(help="The file to write.")],
    form: Annotated[str, typer.Option("--format", help=f"{', '.join(FORMATS)}; or as the file ends.")] = "",
    everything: Annotated[bool, typer.Option("--all", help="Also what agrees and what is to be checked.")] = False,
    confirmed: Annotated[bool, typer.Option("--confirmed", help="Only what a person has confirmed.")] = False,
    relation: Annotated[Many, typer.Option(help="Only these: differ, check, agree.")] = None,
    verdict: Annotated[Many, typer.Option(help="Only these: open, confirmed, dismissed, later.")] = None,
    language: Annotated[Many, typer.Option(help="Only findings with these languages.")] = None,
    words: Annotated[Text, typer.Option(help="Only findings with these words.")] = "",
    finding: Annotated[Many, typer.Option(help="Only the findings with these names.")] = None,
    texts: Annotated[bool, typer.Option(help="With sentences and their context.")] = True,
    notes: Annotated[bool, typer.Option(help="With notes and reviewers' names.")] = True,
    paths: Annotated[str, typer.Option(help="Files' paths: short, full or none.")] = "short",
    heading: Annotated[Text, typer.Option(help="The report's heading.")] = "",
    logo: Annotated[Optional[Path], typer.Option(help="A PNG, JPEG or SVG file for the report's head.")] = None,  # noqa: UP045
    report_language: Annotated[str, typer.Option(help="The language of the report's own words.")] = "en",
    right_to_left: Annotated[bool, typer.Option("--right-to-left", help="Sheets begin at the right.")] = False,
    author: Annotated[Text, typer.Option(help="Who publishes the fact check (ClaimReview).")] = "",
    author_url: Annotated[Text, typer.Option(help="The publisher's address (ClaimReview).")] = "",
    url: Annotated[Text, typer.Option(help="The published fact check's address (ClaimReview).")] = "",
    force: Annotated[bool, typer.Option("--force", help="Replace the file without asking.")] = False,
) -> None:  # fmt: skip
    """Write the flagged and reviewed findings of a dossier."""
    from factcheck.cli import listing
    from factcheck.dossier.store import Dossier
    from factcheck.export.batch import Batch, Joined, Options
    from factcheck.export.formats import write
    from factcheck.export.rows import common_folder
    from factcheck.export.unread import Articles

    if os.path.exists(output) and not force:  # noqa: PTH110 - a Path raises OSError where it cannot be told
        _ask_to_replace(output)
    form = form or of_ending(output.suffix)
    must_be_known(form, printed=False)
    options = Options(
        texts=texts, notes=notes, paths=_one_of_paths(paths), heading=heading, logo=logo, language=report_language,
        right_to_left=right_to_left, author=author, author_url=author_url, url=url,
    )  # fmt: skip
    with Dossier(dossier, read_only=True) as kept, listing.progress() as show:
        chosen = _selection(relation, verdict, language, words, everything=everything, confirmed=confirmed)
        cases = _marked(kept, finding) if finding else Joined([selected(kept, each, form) for each in chosen])
        skipped = kept.skipped()
        folder = common_folder([*(row.path for row in kept.library()), *(one.path for one in skipped)])
        batch = Batch(cases, skipped, Articles(kept), options, folder)

        def told(done: int, total: int) -> bool:
            show("exporting", done, total)
            return True

        write(batch, form, output, progress=told, writer=writer_of(form))
    typer.echo(f"{listing.counted(len(cases), 'finding')} written to {output}")


def import_reviews(
    dossier: Path,
    file: Annotated[Path, typer.Argument(help="A colleague's export: JSON or JSON Lines.")],
    apply: Annotated[
        bool, typer.Option("--apply", help="Take them in; without it, only say what would change.")
    ] = False,
) -> None:
    """Show what a colleague's reviews would change in a dossier, and take them in."""
    from factcheck.cli import listing
    from factcheck.dossier.store import Dossier
    from factcheck.errors import DossierError
    from factcheck.export.review_import import Standing, compare, read_reviews

    with Dossier(dossier, read_only=not apply) as kept:

        def known(name: str) -> Case | None:
            try:
                return kept.case(name)
            except DossierError:
                return None

        changes = compare(read_reviews(file), known)
        for standing in Standing:
            of_it = [change for change in changes if change.standing is standing]
            typer.echo(f"{standing.value}: {len(of_it)}")
            for change in of_it if standing in {Standing.NEW, Standing.OTHER} else ():
                before = f"{change.present.verdict.value} by {change.present.reviewer}, " if change.present else ""
                theirs = change.review
                typer.echo(f"  {theirs.finding}: {before}→ {theirs.verdict.value} by {theirs.reviewer} {theirs.note}")
        if apply:
            taken = [change.review for change in changes if change.standing.taken]
            for review in taken:
                kept.review(review)
            typer.echo(f"{listing.counted(len(taken), 'review')} taken in.")


def _ask_to_replace(output: Path) -> None:
    if not sys.stdin.isatty():
        raise ExportError(f"{output.name} is there already. Choose another name, or add --force to replace it.")
    typer.confirm(f"{output} is there already. Replace it?", abort=True)


def _one_of_paths(name: str) -> Paths:
    from factcheck.export.batch import Paths

    if name not in set(Paths):
        raise ExportError(f"Paths are {', '.join(Paths)}, not “{name}”.")
    return Paths(name)


def _selection(
    relation: Sequence[str] | None,
    verdict: Sequence[str] | None,
    language: Sequence[str] | None,
    words: str,
    *,
    everything: bool,
    confirmed: bool,
) -> list[Selection]:
    """Return what is selected, as selections that have no finding in common."""
    from factcheck.dossier.selection import Selection
    from factcheck.model import Relation, Verdict

    try:
        relations = frozenset(Relation(name) for name in relation or ())
        verdicts = frozenset(Verdict(name) for name in verdict or ())
    except ValueError as error:
        raise ExportError(
            f"{error}. Relations are {', '.join(Relation)}; verdicts are {', '.join(Verdict)}."
        ) from error
    if confirmed:
        verdicts = frozenset({Verdict.CONFIRMED})
    languages = frozenset(language or ())
    if everything or relations or verdicts:
        return [Selection(relations, verdicts, languages, text=words)]
    flagged = frozenset({Relation.DIFFER})
    reviewed = frozenset(Verdict) - {Verdict.OPEN}
    return [
        Selection(flagged, frozenset(), languages, text=words),
        Selection(frozenset(Relation) - flagged, reviewed, languages, text=words),
    ]


def _marked(dossier: Dossier, names: Sequence[str]) -> Cases:
    from factcheck.export.batch import Paged

    return Paged(len(names), lambda offset, limit: [dossier.case(name) for name in names[offset : offset + limit]])


def selected(dossier: Dossier, selection: Selection, form: str) -> Cases:
    """Return the findings of a selection, a page at a time; those of a case together where the format is for people."""
    from factcheck.export.batch import Paged

    found = dossier.searched(replace(selection, together=form in BY_CASE))
    return Paged(dossier.count(found), lambda offset, limit: dossier.cases(found, offset=offset, limit=limit))


def writer_of(form: str) -> Callable[[Batch, Path], None] | None:
    """Return what writes a format that the exports do not write themselves. Raises ExportError where it needs Qt."""
    if form != PDF:
        return None
    try:
        from factcheck.desktop.pdf_report import write
    except ImportError as error:
        raise ExportError(f"PDF cannot be written here: {error}. Write HTML, and print that.") from error
    return write
