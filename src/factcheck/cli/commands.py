"""The command line: one command a job, the same steps as the window."""

from __future__ import annotations

import json
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from factcheck.cli import doctor, exporting, keeping, searching, streams
from factcheck.cli.why import why
from factcheck.errors import FactcheckError, UnreadableFileError
from factcheck.export.named import FORMATS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Document

app = typer.Typer(
    help="Find figures that contradict each other across languages. Nothing leaves this computer.",
    add_completion=False,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Paths = Annotated[list[Path], typer.Argument(help="Files and folders with articles; - is standard input.")]
Format = Annotated[
    str, typer.Option("--format", help=f"table, {', '.join(FORMATS)}; else told from the file's ending.")
]
Rows = Annotated[str, typer.Option("--format", help="table, jsonl or csv.")]
Columns = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Option(
        metavar="FIELD=COLUMN", help="Which column of a table holds what, such as text=Body; can be repeated."
    ),
]
Language = Annotated[Optional[str], typer.Option(help="The language of all files, if it is not to be detected.")]  # noqa: UP045


@app.callback(invoke_without_command=True)
def start(context: typer.Context) -> None:
    """Open the window where no command is given."""
    if context.invoked_subcommand is None:
        window()


@app.command()
def check(  # noqa: PLR0913, PLR0917 - the options of a command
    paths: Paths,
    form: Format = "table",
    output: Annotated[Optional[Path], typer.Option(help="Write to this file.")] = None,  # noqa: UP045
    dossier: Annotated[Optional[Path], typer.Option(help="Keep the result in this folder.")] = None,  # noqa: UP045
    everything: Annotated[bool, typer.Option("--all", help="Also list what agrees and what is to be checked.")] = False,
    language: Language = None,
    columns: Columns = None,
    fail_on_findings: Annotated[bool, typer.Option(help="Exit with 1 if figures differ.")] = False,
    processes: Annotated[Optional[int], typer.Option(min=1, help="How many at a time; as many as cores.")] = None,  # noqa: UP045
    cluster: Annotated[Optional[str], typer.Option(help="The address of a Dask cluster that reads the files.")] = None,  # noqa: UP045
    model: Annotated[Optional[Path], typer.Option(help="A folder with a model of meaning (model2vec).")] = None,  # noqa: UP045
    afresh: Annotated[bool, typer.Option("--afresh", help="Compare all articles anew, not only what is new.")] = False,
) -> None:
    """Read articles, compare their figures, and print what does not fit. Exits with 2 if no article could be read."""
    from factcheck.checking import check as run
    from factcheck.cli import listing, outcome
    from factcheck.cli.given import chosen_columns, given
    from factcheck.dossier.store import Dossier
    from factcheck.model import Case, Skipped

    chosen, form = chosen_columns(columns or ()), outcome.chosen_form(form, output)
    with Dossier(dossier) if dossier is not None else Dossier.in_memory() as kept:
        articles = 0
        fresh: Sequence[str] | None = None
        skipped: list[Skipped] = []
        with listing.progress() as show, given(paths, dossier) as files:
            events = run(
                kept, files, language=language, columns=chosen, processes=processes, cluster=cluster, afresh=afresh,
                model=model,
            )  # fmt: skip
            with closing(events):
                for event in events:
                    if isinstance(event, Case):  # all is kept; what is printed is taken from there
                        break
                    if isinstance(event, Skipped):
                        skipped.append(event)
                        continue
                    articles, fresh = max(articles, event.articles), event.fresh or fresh
                    show(event.step, event.done, event.total)
        if form == "table":
            outcome.table(kept, fresh, articles, skipped, everything=everything)
        else:
            outcome.hand_over(kept, skipped, form, output, everything=everything)
        if not articles:
            raise typer.Exit(2)  # as for a mistyped option: what called this must not take it for "no contradiction"
        if fail_on_findings and outcome.flagged(kept):
            raise typer.Exit(1)


@app.command()
def claims(paths: Paths, form: Rows = "table", language: Language = None, columns: Columns = None) -> None:
    """Print every figure read."""
    from factcheck.claims.extraction import extract
    from factcheck.cli import listing
    from factcheck.cli.given import chosen_columns, given
    from factcheck.model import Skipped
    from factcheck.reading.files import find, read_all

    if form not in {"table", "jsonl", "csv"}:
        raise typer.BadParameter(f"Figures are printed as table, jsonl or csv, not as {form}.")
    rows = []
    chosen = chosen_columns(columns or ())
    with given(paths) as files:
        for path in find(files):
            for one in read_all(path, language=language, columns=chosen):
                name = path.name + one.path.removeprefix(str(path))
                if isinstance(one, Skipped):
                    typer.echo(f"{name}: {one.reason}", err=True)
                else:
                    rows += [
                        {"path": name, "lang": one.language, **streams.figure_row(claim, one)} for claim in extract(one)
                    ]
    if form == "jsonl":
        for row in rows:
            typer.echo(json.dumps(row, ensure_ascii=False))
    else:
        listing.rows(rows, form)


@app.command()
def figures(jsonl: Annotated[bool, typer.Option("--jsonl", help="JSON Lines in and out.")] = True) -> None:  # noqa: ARG001
    """Read {"id", "lang", "text"} a line from standard input and print a line per figure."""
    streams.figures()


@app.command()
def compare(
    paths: Annotated[Optional[list[Path]], typer.Argument(help="Two files.")] = None,  # noqa: UP045
    jsonl: Annotated[bool, typer.Option("--jsonl", help='Read {"id", "a", "b"} a line from standard input.')] = False,
) -> None:
    """Compare two texts that say the same thing, and say whether their figures fit."""
    from factcheck.claims.extraction import extract

    if jsonl:
        streams.compare()
        return
    if paths is None or len(paths) != 2:
        raise typer.BadParameter("Name two files, or use --jsonl.")
    a, b = map(_article, paths)
    told = streams.verdict((a, extract(a)), (b, extract(b)))
    typer.echo(told["verdict"])
    for pair in told["pairs"]:
        typer.echo(f"  {pair['relation']}: {pair['explanation']}")


def _article(path: Path) -> Document:
    """Return the article in a file. Raises UnreadableFileError, which names the file: there are two."""
    from factcheck.reading.files import read

    try:
        return read(path)
    except UnreadableFileError as error:
        raise UnreadableFileError(f"{path}: {error}") from error


app.command()(why)
app.command()(searching.search)
app.command()(searching.searches)
app.command()(searching.index)
app.command()(exporting.export)
app.command("import-reviews")(exporting.import_reviews)
for command in (keeping.copy, keeping.restore, keeping.repair, keeping.merge, keeping.log, keeping.properties):
    app.command()(command)
app.command()(doctor.doctor)


@app.command(hidden=True)
def work(dossier: Path, paths: Paths = [], language: Language = None) -> None:  # noqa: B006 - typer copies it
    """Check articles into a dossier, or what is there anew, and print JSON lines.

    A line "cancel" on standard input stops it.
    """
    from factcheck.cli.worker import work as run

    run(dossier, paths, language=language)


@app.command()
def window(
    dossier: Annotated[Optional[Path], typer.Argument(help="The dossier to open.")] = None,  # noqa: UP045
    sample: Annotated[bool, typer.Option("--sample", help="Open the sample dossier.")] = False,
) -> None:
    """Open the window."""
    try:
        from factcheck.desktop.application import run
    except ImportError as error:
        typer.echo(
            f"The window cannot start here: {error}. The other commands work without it: factcheck --help", err=True
        )
        raise typer.Exit(2) from error
    raise typer.Exit(run(dossier, sample=sample))


def run() -> None:
    """Run the command line; what goes wrong is said in one sentence."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except FactcheckError as error:
        typer.echo(f"factcheck: {error}", err=True)
        sys.exit(2)
    except OSError as error:
        what = f"{error.filename} cannot be used" if error.filename else "The disk refused"
        told = f"{what} ({error.strerror or error}). Check it and its permissions, and try again; what was kept stays."
        typer.echo(f"factcheck: {told}", err=True)
        sys.exit(2)
