"""Reviews of a colleague, read from an export, and what they would change here."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, cast

from factcheck.errors import ExportError
from factcheck.export.json_file import SCHEMA
from factcheck.model import Review, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from factcheck.model import Case

_LARGEST = 2_000_000_000  # bytes
_FINDING = re.compile(r"[0-9a-f]{16}")


class Standing(StrEnum):
    """How a review from elsewhere stands to what is decided here."""

    NEW = "new"  # nothing is decided here
    OTHER = "newer, and decided otherwise here"
    OLDER = "older than what is decided here"
    SAME = "the same as here"
    UNKNOWN = "of a finding that is not in this dossier"

    @property
    def taken(self) -> bool:
        """Return whether such a review is taken in when a person agrees to the preview."""
        return self in {Standing.NEW, Standing.OTHER}


@dataclass(frozen=True, slots=True)
class Change:
    """A review from elsewhere, and the one in force here, if there is one."""

    review: Review
    present: Review | None
    standing: Standing


def read_reviews(file: Path) -> list[Review]:
    """Return the reviews that a JSON or JSON Lines export holds, in its order; findings that are open have none.

    Raises ExportError if the file is no such export; nothing of it is trusted but what a review needs.
    """
    try:
        if file.stat().st_size > _LARGEST:
            raise ExportError(f"{file.name} is too large for an export of findings.")
        text = file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ExportError(f"{file.name} cannot be read. Choose a JSON file that factcheck has exported.") from error
    try:
        found = [_review(one) for one in _findings(text)]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ExportError(f"{file.name} is not an export of findings: {error}. Choose a JSON export.") from error
    return [review for review in found if review is not None]


def compare(reviews: Sequence[Review], known: Callable[[str], Case | None]) -> list[Change]:
    """Return what reviews would change; `known` returns the case of a finding here, or None."""
    changes = []
    for review in reviews:
        case = known(review.finding)
        present = case.review if case else None
        changes.append(Change(review, present, _standing(review, case, present)))
    return changes


def _standing(review: Review, case: Case | None, present: Review | None) -> Standing:
    if case is None:
        return Standing.UNKNOWN
    if present is None:
        return Standing.NEW
    if (review.verdict, review.note, review.reason) == (present.verdict, present.note, present.reason):
        return Standing.SAME
    return Standing.OTHER if review.when > present.when else Standing.OLDER


def _findings(text: str) -> Iterator[dict[str, object]]:
    """Yield the findings of an export: an object that holds them, a list of them, or one a line."""
    try:
        whole = json.loads(text)
    except ValueError:
        lines = [json.loads(line) for line in text.split("\n") if line.strip()]
        _check(lines[0] if lines else None)
        yield from (line for line in lines if line.get("record") == "finding")
        return
    if isinstance(whole, dict):
        _check(whole)
        whole = whole.get("findings", [])
    if not isinstance(whole, list):
        raise TypeError("it holds no list of findings")
    yield from cast("list[dict[str, object]]", whole)


def _check(head: object) -> None:
    if not isinstance(head, dict) or head.get("schema") != SCHEMA:
        raise ValueError(f"it does not say “{SCHEMA}”")


def _review(fields: dict[str, object]) -> Review | None:
    """Return the review of a finding, None where it has none. Raises ValueError, KeyError or TypeError."""
    if not isinstance(fields, dict):
        raise TypeError("a finding is no object")
    name, when = str(fields["finding"]), fields.get("when")
    if not _FINDING.fullmatch(name):
        raise ValueError(f"“{name[:40]}” is not the name of a finding")
    if when is None:
        return None
    time = datetime.fromisoformat(str(when))
    texts = {key: str(fields.get(key) or "") for key in ("note", "reviewer", "reason")}
    verdict = Verdict(str(fields["verdict"]))
    return Review(name, verdict, when=time if time.tzinfo else time.replace(tzinfo=UTC), **texts)
