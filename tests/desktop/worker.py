"""A stand-in for the worker: speaks its lines, and ends as its first path says."""

import json
import os
import sys
import time
from pathlib import Path

_, folder, *paths = sys.argv


def say(**fields):
    sys.stdout.write(json.dumps(fields) + "\n")
    sys.stdout.flush()


plan = Path(paths[0]).stem
for number, path in enumerate(paths):
    say(event="progress", step="reading", done=number, total=len(paths), detail=path)
if plan == "crash":
    sys.stderr.write("deep trouble\n")
    sys.stderr.flush()
    os.abort() if os.name == "posix" else sys.exit(3)
elif plan == "error":
    say(event="error", message="The disk is full; make room and try again.")
    sys.exit(2)
elif plan == "slow":
    sys.stdin.readline()
    say(event="cancelled")
elif plan == "deaf":
    while True:
        time.sleep(0.05)
else:
    sys.stdout.write("not json\n")
    say(event="skipped", path="b.pdf", reason="It has no text.")
    say(event="finished", documents=len(paths), findings=2)
