"""The memory of a process and of all that it has started, together, while it works (Linux).

What several processes share is counted once: the proportional set size of each (proc(5), smaps_rollup) is added up.
"""

from __future__ import annotations

import subprocess
import time
from collections import defaultdict
from contextlib import suppress
from pathlib import Path

PAUSE = 0.5  # seconds between two looks


def run(command):
    """Run a command; return what it printed, and the most memory in MB, 0 where the system does not tell."""
    most = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        while process.poll() is None:  # what it prints at its end is no more than a pipe holds
            most = max(most, together(process.pid))
            time.sleep(PAUSE)
        told = process.stdout.read()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return told, most // 1024


def together(root):
    """Return the memory of a process and its descendants, in kB."""
    children = defaultdict(list)
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            behind_name = status.read_text("utf-8", "replace").rpartition(")")[2]
            children[int(behind_name.split()[1])].append(int(status.parent.name))
    total, waiting = 0, [root]
    while waiting:
        process = waiting.pop()
        waiting += children[process]
        with suppress(OSError):
            lines = Path(f"/proc/{process}/smaps_rollup").read_text("utf-8").splitlines()
            total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total
