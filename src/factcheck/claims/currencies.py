"""Money that a text names by halves: "$", "rupees", "pesos" are those of the country that the article is of.

Which currencies share a name, and which one a country pays with, `language.currencies` knows. Such quantities are
marked as assumed.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from factcheck.claims.countries import country_of
from factcheck.language.currencies import currencies, currencies_of, namesakes
from factcheck.language.packs import pack
from factcheck.language.remembered import NO_LANGUAGE, compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from babel import Locale

    from factcheck.model import Claim, Document

_REGION = re.compile(r"[-_]([A-Za-z]{2})(?![A-Za-z])")
_TOP_LEVEL = {"uk": "GB"}  # the one country whose domain is not its ISO 3166 code


@lru_cache(maxsize=64)
def _words_of(locale: Locale) -> dict[str, list[str]]:
    """Return what a language calls each currency: its names, with plurals, and its symbols."""
    plurals = locale._data["currency_names_plural"]  # noqa: SLF001  Babel has no public way to list them
    found: dict[str, list[str]] = {}
    for code in currencies():
        names = [locale.currencies.get(code), *(plurals.get(code) or {}).values()]
        symbols = [each.currency_symbols.get(code) for each in (locale, pack("en").locale)]
        found[code] = [f" {str(name).lower()} " for name in names if name] + [str(s) for s in symbols if s]
    return found


@lru_cache(maxsize=4096)
def is_bare(code: str, phrase: str, locale: Locale) -> bool:
    """Return whether a phrase for a currency may mean others: "dollars", "$", "Rs", not "US dollars", "S$", "USD"."""
    if len(namesakes(code)) == 1 or phrase in currencies():
        return False
    if " " not in phrase and not any(unicodedata.category(char) == "Sc" for char in phrase):
        return True
    if " " not in phrase and any(char.isalpha() for char in phrase):  # "A$" is no part of "CA$"
        return any(phrase in _words_of(locale).get(other, ()) for other in namesakes(code) - {code})
    part = phrase if not phrase[-1].isalpha() else f" {phrase.lower()} "
    words = _words_of(locale)
    return any(part in word and part != word for other in namesakes(code) - {code} for word in words.get(other, ()))


def settle(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims with the money that is named by halves in the currency of the document's country.

    The country is that of the address, of the language's variant ("en-AU"), the one that the figures are of, or the
    only one of the language; where none has such a currency, the one that the language file takes stays.
    """
    if not any(claim.quantity.assumed for claim in claims):
        return list(claims)
    paid = tuple(dict.fromkeys(c for t in _territories(document, claims) for c in currencies_of(t)))
    return [_settled(claim, paid) if claim.quantity.assumed else claim for claim in claims]


def _settled(claim: Claim, paid: Iterable[str]) -> Claim:
    code = claim.quantity.unit
    if code is None:
        return claim
    found = next((each for each in paid if each in namesakes(code)), code)
    return claim if found == code else replace(claim, quantity=replace(claim.quantity, unit=found))


def _host(url: str) -> str:
    from urllib.parse import urlsplit

    return urlsplit(url).hostname or ""


def _territories(document: Document, claims: Sequence[Claim]) -> Iterator[str]:
    """Yield ISO 3166 codes of the document's country, the surest first."""
    last = _host(document.url).rpartition(".")[2] if document.url else ""
    if len(last) == 2:
        yield _TOP_LEVEL.get(last, last.upper())
    if region := _REGION.search(document.language):
        yield region[1].upper()
    places = Counter(claim.scope.place for claim in claims if claim.scope.place in _codes())
    yield from (_codes()[name] for name, _ in places.most_common() if name)
    if only := country_of(document.language):
        yield _codes().get(only, "")


@cache
def _codes() -> dict[str | None, str]:
    """Return the ISO 3166 code of each country by CLDR's English name."""

    def build() -> dict[str | None, str]:
        return {str(name): code for code, name in pack("en").locale.territories.items() if len(code) == 2}

    return dict(compiled("country-codes", NO_LANGUAGE, build))
