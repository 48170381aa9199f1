"""What is written of findings waits on disk as it was put there."""

from contextlib import closing

import numpy as np

from factcheck.dossier.spool import Ready, Spool, Written, pack


def written(number):
    return Written(
        f"{number:016x}", 0, 0.5, "a", "b", 1, 2, 3, 4, None if number % 2 else 0.25, "[]", "نرخ فقر " * number
    )


def test_findings_come_back_in_the_order_asked_for(tmp_path):
    some = [written(number) for number in range(40)]
    with closing(Spool(tmp_path)) as spool:
        places = [*spool.put(pack(some[:10])), *spool.put(pack([])), *spool.put(pack(some[10:]))]
        order = [7, 39, 0, 12]
        ready = Ready(spool, np.array(places)[order], np.array([0, 7, 0, 0], np.uint64))
        assert list(ready) == [(some[n], some[7].id if n == 39 else "") for n in order]
        assert spool.put(pack(some[:1])).tolist() == [places[-1] + len(pack(some[39:]).data)]
