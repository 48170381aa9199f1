"""`factcheck why`: why two figures were flagged, or were not."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from factcheck.dossier.store import Dossier
    from factcheck.model import Claim

_Figure = Annotated[str, typer.Argument(help="FILE:FIGURE as written in the article, or FILE:POSITION.")]


def why(dossier: Path, one: _Figure, other: _Figure) -> None:
    """Say why two figures of a dossier are flagged, or are not."""
    from factcheck.checking import explain
    from factcheck.dossier.store import Dossier

    with Dossier(dossier, read_only=True) as kept:
        for number, line in enumerate(explain(kept, _claim(kept, one), _claim(kept, other))):
            typer.echo(line if number == 0 else f"  {line}")


def _claim(dossier: Dossier, named: str) -> Claim:
    """Return the claim that "FILE:FIGURE" or "FILE:POSITION" names. Raises BadParameter."""
    name, _, figure = named.rpartition(":")
    for document in dossier.documents():
        if name in {document.path, PurePath(document.path).name}:
            claims = {claim: _line(document.quote(claim.span)) for claim in dossier.claims(document.id)}
            exact = [claim for claim, quote in claims.items() if quote == _line(figure)]
            at = [claim for claim in claims if figure.isdigit() and claim.span.start <= int(figure) < claim.span.end]
            holding = [claim for claim, quote in claims.items() if f" {_line(figure)} " in f" {quote} "]
            if found := exact or (holding if len(holding) == 1 else at):
                return found[0]
            if holding:
                several = "”, “".join(dict.fromkeys(claims[claim] for claim in holding))
                raise typer.BadParameter(f"Several figures in {name} hold “{figure}”: “{several}”. Name one of them.")
            raise typer.BadParameter(f"No figure “{figure}” was read in {name}. See: factcheck claims {document.path}")
    raise typer.BadParameter(f"No article {name or named} is in the dossier. Name FILE:FIGURE.")


def _line(text: str) -> str:
    """Return a text on one line, with single spaces."""
    return " ".join(text.split())
