"""JSON: a list of findings, best first; the benchmarks and other programs read it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck.export.rows import common_folder, row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Case, Skipped


def pieces(cases: Sequence[Case], skipped: Sequence[Skipped]) -> Iterator[str]:  # noqa: ARG001  a list of findings
    """Yield findings as JSON, piece by piece."""
    folder = common_folder(document.path for case in cases for document in (case.a, case.b))
    yield "["
    for number, case in enumerate(cases):
        yield ",\n" if number else "\n"
        yield json.dumps(row(case, folder), ensure_ascii=False, allow_nan=False, indent=1)
    yield "\n]\n"
