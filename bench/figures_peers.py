"""Read the same lines with factcheck, quantulum3 and Recognizers-Text, and print how many of them each reads a second.

    figures_peers.py LINES [--lines N]     LINES: a text file, one passage of English a line

The peers are installed into a temporary virtual environment, which is removed in the end; nothing of theirs is part
of factcheck. CPU time of a process of its own, start-up counted; all readers get the same lines, one after another.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

READERS = {
    "factcheck": """
from factcheck.claims.figures import read_figures
count = lambda line: len(read_figures(line, "en"))
""",
    "quantulum3": """
from quantulum3 import parser
count = lambda line: len(parser.parse(line))
""",
    "Recognizers-Text": """
from recognizers_number import recognize_number, recognize_percentage
from recognizers_number_with_unit import recognize_currency, recognize_dimension
from recognizers_text import Culture
every = (recognize_number, recognize_percentage, recognize_currency, recognize_dimension)
count = lambda line: sum(len(one(line, Culture.English)) for one in every)
""",
}
PACKAGES = {
    "quantulum3": ["quantulum3", "inflect"],
    "Recognizers-Text": ["recognizers-text-suite", "emoji<2"],  # it imports a name that emoji 2 has no more
}
RUN = """
import sys
total = 0
for line in sys.stdin.read().splitlines():
    try:
        total += count(line)
    except Exception:
        pass
print(total)
"""


def measured(python, program, lines):
    """Return the figures found and the CPU seconds of one process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    made = subprocess.run(
        [python, "-c", program + RUN], input="\n".join(lines).encode(), stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, check=True,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return int(made.stdout), after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("file", type=Path)
    options.add_argument("--lines", type=int, default=300)
    chosen = options.parse_args()
    lines = [line for line in chosen.file.read_text("utf-8").splitlines() if any(c.isdigit() for c in line)]
    lines = lines[: chosen.lines]
    own = None
    with tempfile.TemporaryDirectory() as folder:
        for name, program in READERS.items():
            python = sys.executable
            if name in PACKAGES:
                home = Path(folder) / name
                venv.create(home, with_pip=True)
                python = str(home / ("Scripts" if sys.platform == "win32" else "bin") / "python")
                install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES[name]]
                if subprocess.run(install, check=False, stderr=subprocess.DEVNULL).returncode:
                    print(json.dumps({"reader": name, "error": "could not be installed"}))
                    continue
            try:
                figures, seconds = measured(python, program, lines)
            except subprocess.CalledProcessError:
                print(json.dumps({"reader": name, "error": "does not run here"}))
                continue
            rate = len(lines) / seconds
            own = own or rate
            print(f"{name:18}{len(lines):6} lines{figures:7} figures{seconds:8.1f} CPU s{rate:8.0f} lines a CPU second"
                  f"{own / rate:8.1f} times slower than factcheck")  # fmt: skip


if __name__ == "__main__":
    main()
