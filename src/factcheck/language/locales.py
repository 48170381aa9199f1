"""What CLDR knows of a language, through Babel."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale


@cache
def locale_of(tag: str) -> Locale:
    """Return Babel's locale of a tag, with data of its own: separators, months, currencies, territories, direction.

    What a language inherits Babel keeps in dictionaries that languages share, and writes into them what it finds for
    one of them: another would have the months of whichever was asked for first. So all that is inherited is read anew.
    Raises ValueError or UnknownLocaleError for a tag that CLDR does not know.
    """
    from babel import Locale, localedata

    found = Locale.parse(tag.replace("-", "_"))
    with localedata._cache_lock:  # noqa: SLF001  Babel has no public way to read anew
        kept = localedata._cache  # noqa: SLF001
        shared = dict(kept)
        kept.clear()
        len(found.languages)  # asked for any, it reads all: first what it inherits, last its own
        name, own = kept.popitem()
        kept.clear()
        kept.update(shared)
        kept[name] = own
    return found
