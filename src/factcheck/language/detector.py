"""The detector, py3langid, with its model remembered as plain arrays.

To unpack the model takes more than half a second of each process, to map the arrays into memory none; processes share
what they have read of them.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from factcheck.language.remembered import NO_LANGUAGE, keep, path_of

if TYPE_CHECKING:
    import numpy as np

_SIZES = {"H": "u2", "I": "u4", "L": "u8"}  # of the numbers in py3langid's arrays


def identifier() -> Any:
    """Return py3langid's identifier, which is untyped."""
    path = path_of("detector", NO_LANGUAGE, "npy")
    with contextlib.suppress(OSError, ValueError, EOFError, AttributeError, IndexError, KeyError, TypeError):
        import numpy as np

        return _restored(np.asarray(np.load(path, mmap_mode="r")))
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    made = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)  # type: ignore[no-untyped-call]
    with contextlib.suppress(OSError, ValueError, AttributeError, KeyError, TypeError):
        keep(path, "detector-*.npy", _stored(made), lasting=True)  # only its length is looked at when it is read
    return made


def _stored(made: Any) -> bytes:
    """Return an identifier as the bytes of one record of arrays."""
    import io

    import numpy as np

    parts = {
        "weights": made.nb_ptc,
        "prior": made.nb_pc,
        "labels": np.array(made.nb_classes),
        "moves": np.frombuffer(made.tk_nextmove, _SIZES[made.tk_nextmove.typecode]),
        "rows": np.frombuffer(made.tk_row, _SIZES[made.tk_row.typecode]),
        "features": np.array(made.tk_output, np.int32),
    }
    record = np.zeros((), np.dtype([(name, part.dtype, part.shape) for name, part in parts.items()], align=True))
    for name, part in parts.items():
        record[name] = part
    file = io.BytesIO()
    np.save(file, record, allow_pickle=False)
    return file.getvalue()


def _restored(record: np.ndarray[Any, Any]) -> Any:
    """Return the identifier that was stored; what its arrays hold is read from the disk when it is looked at."""
    from py3langid.langid import LanguageIdentifier

    return LanguageIdentifier(  # type: ignore[no-untyped-call]
        record["weights"], record["prior"], record["labels"].tolist(), record["moves"].data,
        record["features"].tolist(), norm_probs=True, tk_row=record["rows"].tolist(),
    )  # fmt: skip
