"""The words around figures, compiled into a lexicon: bounds, ranges, movements, rates, names and years."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.claims import units
from factcheck.claims.date_expressions import date_links, month_names
from factcheck.claims.tries import Trie
from factcheck.language.spelling import plain

if TYPE_CHECKING:
    from factcheck.claims.tries import Lexicon
    from factcheck.language.sections import Bounds, Dates, Pack


def add_around(made: Lexicon, trie: Trie[Trie[bool]], before: str, after: str) -> None:
    """Add words after a number that count only behind other words before it, if there are any."""
    tokens = made.cut(after)
    found = trie.longest(tokens, 0)
    words = found[0] if found and found[1] == len(tokens) else Trie()
    made.add(trie, after, words)
    made.add(words, before, meaning=True, backwards=True)


def _hours_and_centuries(made: Lexicon, dates: Dates) -> None:
    """Add the words that make an hour, a decade or a century of a number in words."""
    for phrase in dates.with_hours:
        made.add(made.with_hours, phrase, meaning=True)
    for pattern in dates.clock:
        before, _, after = (part.strip() for part in pattern.partition("#"))
        if before and not after:
            made.add(made.hours_before, before, meaning=True, backwards=True)
        elif after and not before and "#" not in after:
            made.add(made.hours_after, after, meaning=True)
        elif minutes := after.partition("#")[2].strip():
            made.add(made.minutes_after, minutes, meaning=True)
    for phrase in dates.decade:
        made.add(made.decades_after, phrase, meaning=True)
    for phrase in dates.century:
        made.add(made.centuries, phrase, meaning=True)
        made.add(made.centuries_before, phrase, meaning=True, backwards=True)


def add_words_around(made: Lexicon, language: Pack) -> None:
    """Add the words that make bounds, ranges, movements, rates, names and years of figures."""
    bounds, dates = language.bounds, language.dates
    for name in ("above", "below", "about"):
        for phrase in getattr(bounds, name):
            made.add(made.bounds_before, phrase, name, backwards=True)
        for phrase in getattr(bounds, f"{name}_after"):
            ending, _, after = phrase.partition(" ")
            if ending[0] == "~":
                tokens = made.cut(after)
                made.vocabulary.update(tokens)
                made.bounds_joined.add([plain(ending).text, *tokens], name)
            else:
                made.add(made.bounds_after, phrase, name)
    roles, numbers = language.roles, language.numbers
    begins = [opener for opener, *seconds in bounds.between if set(seconds) & set(bounds.to)]
    before = (
        (made.during, bounds.during),
        (made.compared, bounds.compared),
        (made.starts, (*begins, *(phrase for phrase in roles.start if "#" not in phrase))),
        (made.levels, sorted(set(bounds.below) & {*roles.to, *bounds.to})),
        (made.articles, dates.articles),
        (made.numbered, units.numbered_names()),
        (made.year_before, (*dates.year, *dates.year_end, *dates.period)),
        (made.time_before, (*dates.since, *dates.until, *language.places.before)),
    )
    others = (
        (made.reaches, bounds.reaches),
        (made.inside, bounds.above_inside),
        (made.to, bounds.to),
        (made.down, roles.down),
        (made.up, roles.up),
        (made.moves, bounds.moves),
        (made.ratios, numbers.ratios),
        (made.parts, numbers.parts),
        (made.counted, numbers.counted),
        (made.of, numbers.of),
        (made.names_after, dates.names_after),
        (made.year_after, dates.year),
    )
    for tries, backwards in ((before, True), (others, False)):
        for words_of, phrases in tries:
            for phrase in phrases:
                made.add(words_of, phrase, meaning=True, backwards=backwards)
    for phrase in roles.neutral:  # "mất từ hai đến ba tuần" takes so long, and loses nothing
        for trie in (made.up, made.down, made.moves):
            made.add(trie, phrase, meaning=False)
    _pairs(made, bounds)
    _rates(made, language)
    for phrase in dates.names:
        first, _, after = (part.strip() for part in phrase.partition("#"))
        if after:
            add_around(made, made.names_around, first, after)
        else:
            made.add(made.names_before, first, meaning=True, backwards=True)
    made.streets.update(made.cut(phrase.rstrip("."))[-1] for phrase in dates.streets)  # "ul.": no full stop
    made.vocabulary.update(made.streets)
    _days_and_decades(made, language)
    _hours_and_centuries(made, dates)


def _pairs(made: Lexicon, bounds: Bounds) -> None:
    """Add the pairs of words around the two values of a range: "between" and "and", "és" and "között"."""
    pairs: dict[str, Trie[bool]] = {}
    for opener, *seconds in bounds.between:
        inner = pairs.setdefault(opener, Trie())
        for second in seconds:
            made.add(inner, second, meaning=True)
    for opener, inner in pairs.items():
        made.add(made.openers, opener, inner, backwards=True)
    ends: dict[str, Trie[bool]] = {}
    for between, *closers in bounds.closed:
        for closer in closers:
            made.add(ends.setdefault(between, Trie()), closer, meaning=True)
    for between, trie in ends.items():
        made.add(made.closed, between, trie)


def _days_and_decades(made: Lexicon, language: Pack) -> None:
    """Add the months that make a day of a number word, and the words that make a decade or an hour of one."""
    for phrase, minutes in language.dates.minutes.items():
        made.add(made.minutes_to, phrase, Decimal(minutes), backwards=True)
    links, stop = date_links(language), frozenset(plain(word).text for word in language.text.stop)
    for name, (calendar, number) in month_names(language).items():
        for link in ("", *links) if calendar == "gregorian" and name not in stop else ():
            made.add(made.months, f"{link} {name}".strip(), Decimal(number))
    for phrase in language.dates.decade:
        if len(phrase) > 1:
            made.add(made.decades, phrase, meaning=True, backwards=True)


def _rates(made: Lexicon, language: Pack) -> None:
    """Add the words before, around or behind the number of a rate: "per 100,000", "na sto tisíc obyvatel"."""
    before: dict[str, set[Decimal]] = {}
    after: dict[str, set[Decimal]] = {}
    around: dict[str, Trie[bool]] = {}
    for base, phrases in language.per.items():
        for phrase in phrases:
            tokens = made.cut(phrase)
            of_number = [at for at, token in enumerate(tokens) if _is_of_number(token, made, base)]
            if not of_number:
                continue
            first, last = of_number[0], of_number[-1]
            written = "".join(filter(str.isdigit, tokens[first]))  # "10" of "10만명당", whose rest is one word
            digits = written if first == last and written else "".join(filter(str.isdigit, base)) or written
            begin, end = " ".join(tokens[:first]), " ".join(tokens[last + 1 :])
            if begin and end:
                made.add(around.setdefault(begin, Trie()), end, meaning=True)
            elif begin or end:
                (before if begin else after).setdefault(begin or end, set()).add(Decimal(digits))
    for words, numbers in before.items():
        made.add(made.per, words, frozenset(numbers), backwards=True)
    for words, numbers in after.items():
        made.add(made.per_after, words, frozenset(numbers))
    for words, ends in around.items():
        made.add(made.per_around, words, ends, backwards=True)


def _is_of_number(token: str, made: Lexicon, base: str) -> bool:
    """Return whether a token of a rate's phrase is of its number, which may be in words where the rate's id is one."""
    if token[0].isdigit():
        return True
    return base[0].isdigit() and (token in made.numbers.root or made.scales.alone(token) is not None)
