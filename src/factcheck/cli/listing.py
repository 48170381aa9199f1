"""What the command line prints for a person: tables, hits, progress."""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from contextlib import contextmanager
from decimal import Decimal
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from rich import box
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from factcheck.language.statements import why
from factcheck.language.wording import describe, show
from factcheck.language.writing import percent
from factcheck.model import NOT_QUANTITIES, Quantity, Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from factcheck.model import Case, Claim, Document, Skipped
    from factcheck.search.index import Results

_WORDS = {Relation.DIFFER: "≠ differ", Relation.CHECK: "? check", Relation.AGREE: "= agree"}
_STYLES = {Relation.DIFFER: "bold red", Relation.CHECK: "magenta", Relation.AGREE: "blue"}
_MOST_SKIPPED = 20


def _console(*, error: bool = False) -> Console:
    console = Console(stderr=error, highlight=False, emoji=False, markup=False)
    if not console.is_terminal:
        console.width = 140
    return console


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """Yield a function (step, done, total) that draws a progress bar where standard error is a terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = _console(error=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        tasks: dict[str, Any] = {}

        def show(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(step.capitalize(), total=total)
            bar.update(tasks[step], completed=done, total=total)

        yield show


def table(cases: Sequence[Case]) -> None:
    """Print findings as a table, in their order; further witnesses against one figure are counted with the first."""
    if not cases:
        return
    listed = {case.finding.id for case in cases}
    more: dict[str | None, list[Case]] = defaultdict(list)
    for case in cases:
        more[case.finding.under].append(case)
    made = Table(box=box.ROUNDED, show_lines=True)
    made.add_column("", justify="right", style="dim")
    made.add_column("What", ratio=3, overflow="fold")
    made.add_column("One source says", ratio=3, overflow="fold")
    made.add_column("Another says", ratio=3, overflow="fold")
    made.add_column("Why", ratio=3, overflow="fold")
    made.add_column("Sure", justify="right")
    leads = [case for case in cases if case.finding.under not in listed]
    for number, case in enumerate(leads, 1):
        finding = case.finding
        a, b = finding.match.a, finding.match.b
        subject = max((describe(a), describe(b)), key=len)
        verdict = Text(_WORDS[finding.relation], style=_STYLES[finding.relation])
        verdict.append(f"\n{why(finding)}", style="default")
        if case.further and (its := more[finding.id]):  # articles are counted: one may state its figure twice
            against = _outlier(case, its)
            verdict.append(f"\n{counted(case.further, 'further source')} against {against}", style="dim")
        made.add_row(
            str(number), subject, _side(a, case.a), _side(b, case.b), verdict, percent(finding.match.score, "en", 0)
        )
    _console().print(made)


def _outlier(case: Case, further: Sequence[Case]) -> str:
    """Return the one of a case's two figures that the further findings under it contradict too, as it is written."""
    against = Counter(document.id for each in further for document in (each.a, each.b))
    against.update(claim.id for each in further for claim in (each.finding.match.a, each.finding.match.b))
    sides = ((case.a, case.finding.match.a), (case.b, case.finding.match.b))
    document, claim = max(sides, key=lambda side: (against[side[0].id], against[side[1].id]))
    return document.quote(claim.span)


def _side(claim: Claim, document: Document) -> Text:
    text = Text(document.quote(claim.span), style="bold")
    text.append(f"\n{PurePath(document.path).name} ({document.language})", style="dim")
    return text


def summary(documents: int, counts: Mapping[Relation, int], cases: int, skipped: Sequence[Skipped]) -> None:
    """Print the counts, and the files that were not read with the reasons; what differs are so many `cases`."""
    console = _console()
    differ, to_check, agree = (counts[each] for each in (Relation.DIFFER, Relation.CHECK, Relation.AGREE))
    read, pairs = counted(documents, "article"), counted(differ + to_check + agree, "pair")
    gathered = f" ({counted(cases, 'case')})" if cases < differ else ""
    told = f"{differ} differ{gathered}, {to_check} to check, {agree} agree"
    console.print(f"{read} read, {pairs} of figures compared: {told}.")
    if not documents:
        console.print("No article was read, so nothing was compared.")
    elif not any(counts.values()):
        console.print("No two figures speak of the same thing, so nothing was compared.")
    elif counts[Relation.DIFFER] == 0:
        worth = " Listed is what a person may judge, the likeliest first." if to_check else ""
        console.print(f"No contradiction found.{worth} With --all, everything that was compared is listed.")
    for each in skipped[:_MOST_SKIPPED]:
        console.print(f"Not read: {PurePath(each.path).name}: {each.reason}", style="yellow")
    if len(skipped) > _MOST_SKIPPED:
        console.print(f"Not read: {len(skipped) - _MOST_SKIPPED} more files.", style="yellow")


def further(findings: int, dossier: Path) -> None:
    """Print how the findings of a dossier that were not listed are to be seen."""
    said = f"{counted(findings, 'further pair')} of figures in this dossier. To see them: factcheck window"
    _console().print(f'{said} "{dossier}"', style="dim")


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: "1 pair", "2 pairs"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def rows(lines: Sequence[dict[str, Any]], form: str) -> None:
    """Print claims as a table or as CSV."""
    columns = ("path", "lang", "text", "value", "low", "high", "unit", "kind", "role", "direction", "indicator", "noun",
               "group", "place", "period", "per")  # fmt: skip
    if form == "csv":
        writer = csv.DictWriter(sys.stdout, columns, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(lines)
        return
    shown = ("path", "text", "value", "unit", "role", "about", "place", "period")
    made = Table(*(name.capitalize() for name in shown), box=box.SIMPLE)
    for line in lines:
        role = " ".join(part for part in (line["role"], line["direction"]) if part)
        about = ", ".join(part for part in (line["indicator"] or line["noun"], line["group"]) if part)
        cells = (
            line["path"],
            line["text"],
            _value(line),
            line["unit"] or line["kind"],
            role,
            about,
            line["place"],
            line["period"],
        )
        made.add_row(*(cell or "" for cell in cells))
    _console().print(made)


def _value(line: Mapping[str, Any]) -> str:
    """Return what a figure amounts to: "52.4 billion", "4 to 5", "more than 20"; dates and the like are not grouped."""
    low, high = (None if line[end] is None else Decimal(str(line[end])) for end in ("low", "high"))
    if low is None and high is None:
        return ""
    if line["kind"] not in NOT_QUANTITIES:
        return show(Quantity(low, high))
    return " to ".join(dict.fromkeys(f"{end.normalize():f}" for end in (low, high) if end is not None))


def hits(results: Results, lines: Sequence[dict[str, Any]]) -> None:
    """Print the articles that a search found, each with the sentence that shows why."""
    console = _console()
    console.print(f"{counted(results.total, 'article')}: {results.explanation}", style="dim")
    for line in lines:
        console.print(Text(line["title"], style="bold"))
        told = [PurePath(line["path"]).name, f"({line['language']})"]
        if line["found_as"]:
            found_as = (f"{said} ({how})" for said, how in line["found_as"].items())
            told.append(f"found as {', '.join(found_as)}")
        console.print(Text("  " + " ".join(told), style="dim"))
        piece, at = Text("  "), line["start"]
        for start, end in line["matches"]:
            piece.append(line["snippet"][at - line["start"] : start - line["start"]].replace("\n", " "))
            piece.append(line["snippet"][start - line["start"] : end - line["start"]], style="bold reverse")
            at = end
        piece.append(line["snippet"][at - line["start"] :].replace("\n", " "))
        console.print(piece)


def facets(counts: Mapping[str, Sequence[tuple[str, int]]]) -> None:
    """Print how many of the articles found have which language, source and so on."""
    for name, values in counts.items():
        if len(values) > 1 or name == "flagged":
            told = ", ".join(f"{value} {count}" for value, count in values[:8])
            if told:
                _console().print(f"{name}: {told}", style="dim")
