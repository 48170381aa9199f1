"""The number words of a language, compiled into a lexicon, with the words that make ordinals, shares and scores."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.claims import units
from factcheck.claims.around import add_around
from factcheck.claims.tries import Trie, Word
from factcheck.language.numerals import number_words
from factcheck.language.spelling import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.claims.tries import Lexicon
    from factcheck.language.sections import Pack

_OLDEST = 120  # years of an age, below which numbers are written together with their unit
_SHORT = 4  # letters of a number word that keeps its last one: "ottenne" is no age of eight
_HALF, _QUARTER = Decimal("0.5"), Decimal("0.25")


def add_numbers(made: Lexicon, language: Pack) -> None:
    """Add the words that say numbers, or that make of numbers ordinals, shares, scores and the like."""
    words, numbers = number_words(language.tag), language.numbers
    weak = {tuple(made.cut(word)) for word in numbers.weak}
    cardinals = {
        **{w: Word(_exact(v)) for w, v in numbers.words.items()},
        **{w: Word(_exact(v)) for w, v in words.cardinals.items()},
    }
    single = {made.spellings.get(token, token) for w in cardinals for token in [plain(w).text] if " " not in token}
    attached = [p for p in made.prefixes if p in made.joiners]
    for phrase, word in cardinals.items():
        tokens: list[str] = []
        for token in made.cut(phrase):
            prefix = next(
                (p for p in attached if token not in single and token.startswith(p) and token[len(p) :] in single), ""
            )
            tokens += [prefix, made.spellings.get(token[len(prefix) :], token[len(prefix) :])] if prefix else [token]
        made.vocabulary.update(tokens)
        homograph = tuple(tokens) in weak or (
            phrase in words.cardinals and word.value in {0, 1} and phrase not in numbers.words
        )
        made.numbers.add(tokens, Word(word.value, weak=homograph))
    _ordinals(made, language)
    for mark in words.ordinal_marks:
        before, _, after = mark.partition("#")
        if before.strip(". "):
            made.add(made.ordinals_before, before, meaning=True, backwards=True)
        if after.strip("-"):
            made.add(made.ordinals_after, after.strip("-"), meaning=True)
    for word_before in numbers.ordinals_before:
        made.add(made.ordinals_before, word_before, meaning=True, backwards=True)
    for word_after in numbers.ordinals_after:
        if word_after.strip("-."):
            made.add(made.ordinals_after, word_after.strip("-"), meaning=True)
    opened: dict[str, Trie[Trie[bool]]] = {"": made.shares}
    for phrase in numbers.shares:
        before, between, after = (part.strip() for part in phrase.split("#"))
        ends: Trie[bool] = Trie()
        made.add(ends, after, meaning=True)
        made.add(opened.setdefault(before, Trie()), between, ends)
    for before, shares in opened.items():
        made.add(made.wholes, before, shares, backwards=True)
    for phrase, percent in numbers.tenths.items():
        made.add(made.tenths, phrase, _exact(percent))
    for words_of, phrases in (
        (made.over, numbers.over),
        (made.never, (*numbers.never, *_weekdays(language))),
        (made.scores, numbers.scores),
        (made.games, numbers.games),
        (made.phones, numbers.phones),
        (made.indefinite, numbers.indefinite),
        (made.fillers, numbers.fillers),
        (made.point, numbers.point),
        (made.counters, numbers.counters),
    ):
        for phrase in phrases:
            made.add(words_of, phrase, meaning=True)
    past = {phrase for when, phrases in language.dates.relative.items() if "-" in when for phrase in phrases}
    for phrase in numbers.never:
        made.add(made.scales, phrase, Decimal(0))
        if phrase not in past:  # "5 năm trước" are five years, though "năm trước" is last year
            made.add(made.units_after, phrase, units.NONE)
    for part, phrases in ((_HALF, numbers.halves), (_QUARTER, numbers.quarters)):
        for phrase in phrases:
            made.add(made.halves, phrase, part)
    made.uncounted.update(plain(word).text for word in numbers.uncounted)
    for phrase, value in numbers.added.items():
        made.add(made.added, phrase, _exact(value))
    for phrase, values in numbers.either.items():
        made.add(made.either, phrase, frozenset(map(Decimal, values)))
    for phrase in numbers.minus:
        before, sign, after = (part.strip() for part in phrase.partition("#"))
        if not sign:
            made.add(made.minus, before, meaning=True)
        else:
            add_around(made, made.minus_after, before, after)
    for table, trie in (
        ({**words.scales, **units.compact_scales(language.locale)} | numbers.scales, made.scales),
        (numbers.fractions, made.fractions),
        (numbers.collectives, made.collectives),
        (numbers.multiples, made.multiples),
        (language.units.point_parts, made.point_parts),
    ):
        for phrase, value in table.items():
            made.add(trie, phrase, _exact(value))


def _ordinals(made: Lexicon, language: Pack) -> None:
    """Add the ordinal words; what a prefix makes of a word's other spellings is spelled the same ("والعشرين")."""
    words, numbers = number_words(language.tag), language.numbers
    weak = {tuple(made.cut(word)) for word in numbers.weak}
    variants: dict[str, list[str]] = {}
    for variant, word in made.spellings.items():
        variants.setdefault(word, []).append(variant)
    for phrase, value in (*numbers.ordinals.items(), *words.ordinals.items()):
        tokens = made.cut(phrase)
        for token in tokens[1:]:
            for prefix in made.prefixes:
                for variant in variants.get(token[len(prefix) :], ()) if token.startswith(prefix) else ():
                    made.spellings.setdefault(prefix + variant, token)
        sure = value > 2 or phrase in numbers.ordinals
        made.add(made.ordinals, phrase, Word(_exact(value), weak=tuple(tokens) in weak or not sure))
    endings = [plain(ending).text for ending in numbers.ordinal_endings]
    if endings:
        for word, number in {**words.cardinals, **numbers.words}.items():
            if " " not in word and number not in numbers.ordinals.values():
                for ending in endings:
                    made.add(made.ordinals, word + ending, Word(_exact(number)))
    made.vocabulary.update(made.spellings)


def _weekdays(language: Pack) -> Iterator[str]:
    """Yield CLDR's names of the days, which in many languages hold a number ("thứ bảy", "周三"), but none that is one.

    "pet" is five, and short for a Friday, in Croatian and, with a full stop, in Slovene.
    """
    numbers = number_words(language.tag).cardinals
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for name in language.locale.days[context].get(width, {}).values():
                if len(name) > 1 and name.rstrip(".") not in numbers and not any(char.isdigit() for char in name):
                    yield from {name, name.rstrip("."), name.replace("\u200c", " ")}


def _exact(value: float) -> Decimal:
    return Decimal(int(value)) if value == int(value) else Decimal(str(value))


def add_joined(made: Lexicon, language: Pack) -> None:
    """Add the units that are written together with number words, before some of which these lose their last letter."""
    made.joined = tuple(sorted((plain(word).text for word in language.units.joined), key=len, reverse=True))
    for word in made.numbers.root if made.joined else ():
        number = made.numbers.alone(word)
        if number is not None and 1 < number.value < _OLDEST:
            made.joinable[word] = word
            if len(word) > _SHORT:
                made.joinable.setdefault(word[:-1], word)
