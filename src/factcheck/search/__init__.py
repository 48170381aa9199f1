"""Full text over documents."""

import functools
import sys

# Whoosh takes one decorator from a package that loads asyncio with it, a good part of the time that opening an index
# takes; the standard library has the same decorator.
sys.modules.setdefault("cached_property", functools)
