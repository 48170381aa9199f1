"""Random findings through every format, each read back: python bench/export_fuzz.py [NUMBER]."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

TESTS = Path(__file__).parent.parent / "tests"
sys.path[:0] = [str(TESTS), str(TESTS / "export")]

from test_export_any_text import cases, look  # noqa: E402

_TOGETHER = 25


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    done, began = 0, time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:

        @settings(
            max_examples=number // _TOGETHER,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(st.lists(cases(), min_size=_TOGETHER, max_size=_TOGETHER))
        def through(made):
            nonlocal done
            look(Path(folder), made)
            done += len(made)

        through()
    print(f"{done:,} random findings through every format in {time.perf_counter() - began:.0f} s, without error")


if __name__ == "__main__":
    main()
