"""What the processes of a check need, loaded: those that are forked from one that has imported this have it at once."""

import gc
from contextlib import suppress

from numpy import ma

from factcheck.claims.extraction import extract
from factcheck.errors import FactcheckError
from factcheck.reading.files import from_text
from factcheck.reading.formats import opening, text

__all__ = ["ma", "opening", "text"]  # `ma` is what `numpy.unique` imports

with suppress(FactcheckError, OSError):  # whoever reads a text himself will be told
    tuple(extract(from_text("At the end of 2023, the poverty rate in the province stood at 4.2 percent.")))
gc.freeze()  # all this lasts as long as the processes do, and they share it as long as nobody writes to it
