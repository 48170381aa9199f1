"""factcheck finds figures that contradict each other across languages, offline.

One flow, one direction::

    files -> Document -> claims -> matches -> findings -> reviews -> export

`reading` makes a Document of a file, `claims` reads its figures, `matching` finds claims that speak of the same
thing, `comparison` says whether they fit, `dossier` keeps all of it on disk, `search` finds articles, `export`
writes reports. `checking.check` knows the order of the steps; `cli` and `desktop` consume it.
"""

import os

__version__ = "0.1.0"

if os.environ.get("FACTCHECK_OFFLINE", "0") not in {"", "0"}:  # a person, or `factcheck doctor`, refuses the network
    from factcheck import offline

    offline.begin()
