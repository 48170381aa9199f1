"""Commands that keep a dossier: copies, repair, a colleague's reviews, the log, properties."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.dossier.corrections import Correction
    from factcheck.dossier.store import Dossier

_NAMES = {  # of properties that are told as they are called in the window and by the other commands
    "findings": "Cases",
    "verdicts": "Decisions",
    "skipped": "Skipped files",
    "unsettled": "Articles to settle",  # compared with their neighbours only
    "waiting": "Articles to compare",
    "bytes_kept": "Size",
    "bytes_of_index": "Size of the index",
    "engine": "Search engine",
}

Folder = Annotated[Path, typer.Argument(help="The dossier's folder.")]


def copy(
    dossier: Folder,
    file: Annotated[Path, typer.Argument(help="The file to write; one that is there is replaced.")],
    texts: Annotated[bool, typer.Option(help="With the articles' texts.")] = True,
) -> None:
    """Write a dossier into one file: to keep as a backup, to send, or to open elsewhere."""
    from factcheck.dossier.keeping import save_copy
    from factcheck.dossier.store import Dossier

    with Dossier(dossier, read_only=True) as kept:
        save_copy(kept, file, texts=texts)
    typer.echo(f"{dossier} is copied to {file}, {'with' if texts else 'without'} the texts.")


def restore(
    file: Annotated[Path, typer.Argument(help="A copy.")],
    dossier: Folder,
) -> None:
    """Make a dossier out of a copy; the one that is there is kept beside it."""
    from factcheck.dossier.keeping import restore as run

    before = run(file, dossier)
    typer.echo(f"{dossier} is as in {file}." + (f" What was there is kept as {before.name}." if before else ""))


def repair(dossier: Folder) -> None:
    """Save what can be read of a damaged dossier, reviews first; the damaged file is kept beside it."""
    from factcheck.dossier import health

    found = health.problems(dossier)
    for problem in found:
        typer.echo(problem)
    if not found:
        typer.echo("The dossier is whole; nothing was changed.")
        return
    saved = health.repair(dossier)
    typer.echo(
        f"{saved.reviews} entries of the log of reviews and {saved.articles} articles are saved; the damaged file is "
        f"kept as {saved.damaged.name}. Check the articles again to compare them."
    )


def merge(
    dossier: Folder,
    other: Annotated[Path, typer.Argument(help="A colleague's dossier: its folder, or a copy.")],
    apply: Annotated[bool, typer.Option("--apply", help="Take them in; without it, only say what changes.")] = False,
) -> None:
    """Show what a colleague's reviews and corrections of the same figures would change, and take them in."""
    from factcheck.cli import listing
    from factcheck.dossier.keeping import opened
    from factcheck.dossier.merging import Standing
    from factcheck.dossier.store import Dossier

    with Dossier(dossier, read_only=not apply) as kept, opened(other) as theirs:
        changes = kept.merge(theirs, apply=apply)
        corrections = kept.corrections.merge(theirs.corrections, apply=apply)
    for standing in Standing:
        of_it = [change for change in changes if change.standing is standing]
        typer.echo(f"{standing.value}: {len(of_it)}")
        for change in of_it if any(change.taken for change in of_it) else ():
            before = f"{change.present.verdict.value} by {change.present.reviewer}, " if change.present else ""
            given = change.review
            typer.echo(f"  {given.finding}: {before}→ {given.verdict.value} by {given.reviewer} {given.note}")
    typer.echo(f"corrections of figures, new or newer than those here: {len(corrections)}")
    if apply:
        typer.echo(f"{listing.counted(sum(change.taken for change in changes), 'review')} taken in.")


def log(
    dossier: Folder,
    form: Annotated[str, typer.Option("--format", help="csv or jsonl.")] = "csv",
    corrections: Annotated[
        bool, typer.Option("--corrections", help="What was said of figures and articles, not of findings.")
    ] = False,
) -> None:
    """Print all that was ever decided on a dossier: who, when, verdict, reason, note, undone, redone."""
    from factcheck.dossier.store import Dossier

    if form not in {"csv", "jsonl"}:
        raise typer.BadParameter(f"The log is written as csv or jsonl, not as {form}.")
    with Dossier(dossier, read_only=True) as kept:
        fields, rows = (_CORRECTED, _corrections(kept)) if corrections else (_REVIEWED, _reviews(kept))
    if form == "jsonl":
        for row in rows:
            typer.echo(json.dumps(row, ensure_ascii=False))
        return
    lines = io.StringIO()
    table = csv.DictWriter(lines, fields, lineterminator="\n")
    table.writeheader()
    table.writerows({name: _plain(value) for name, value in row.items()} for row in rows)
    typer.echo(lines.getvalue(), nl=False)


_REVIEWED = ("number", "when", "reviewer", "action", "verdict", "reason", "note", "finding", "a", "b")
_CORRECTED = ("number", "when", "reviewer", "action", "figure", "quantity", "place", "same", "fact", "value", "of")


def _reviews(dossier: Dossier) -> list[dict[str, object]]:
    return [
        {
            "number": entry.number,
            "when": entry.review.when.isoformat(),
            "reviewer": entry.review.reviewer,
            "action": entry.action,
            "verdict": entry.review.verdict.value,
            "reason": entry.review.reason,
            "note": entry.review.note,
            "finding": entry.review.finding,
            "a": entry.a_quote,
            "b": entry.b_quote,
        }
        for entry in dossier.log()
    ]


def _corrections(dossier: Dossier) -> list[dict[str, object]]:
    """Return what was said of figures and articles; what was left as it was read is None."""
    from factcheck.language.wording import show

    return [
        {
            "number": number,
            "when": said.when.isoformat(),
            "reviewer": said.reviewer,
            "action": action,
            "figure": said.figure,
            "quantity": show(said.quantity) if said.quantity else None,
            "place": said.place,
            "same": said.same,
            "fact": said.fact or None,
            "value": said.value,
            "of": " / ".join(_about(dossier, said)),
        }
        for number, action, said in dossier.corrections.log()
    ]


def _about(dossier: Dossier, said: Correction) -> Iterator[str]:
    """Yield what a correction is about: figures as written, each with its article, or the article alone."""
    for name in said.claims:
        for id_ in sorted(dossier.articles_of([name])):
            document = dossier.document(id_)
            written = [document.quote(claim.span) for claim in dossier.claims_as_read(id_) if claim.id == name]
            yield f"{document.path}: {written[0]}" if written else document.path


def properties(
    dossier: Folder,
    form: Annotated[str, typer.Option("--format", help="table or json.")] = "table",
) -> None:
    """Print what a dossier is made of: counts, languages, sizes, the search engine."""
    from factcheck.dossier.properties import properties as of
    from factcheck.dossier.store import Dossier

    if form not in {"table", "json"}:
        raise typer.BadParameter(f"Properties are printed as table or json, not as {form}.")
    with Dossier(dossier, read_only=True) as kept:
        found = of(kept)._asdict()
    del found["read_only"]  # which only tells that nothing is changed here
    if form == "json":
        typer.echo(json.dumps(found, ensure_ascii=False, default=str))
        return
    found |= {name: _size(found[name]) for name in ("bytes_kept", "bytes_of_index")}
    for name, value in found.items():
        told = ", ".join(f"{key} {count}" for key, count in value.items()) if isinstance(value, dict) else value
        typer.echo(f"{_NAMES.get(name, name.capitalize()):20} {told}")


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB"


def _plain(value: object) -> object:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
