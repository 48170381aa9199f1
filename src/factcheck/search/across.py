"""A query in one language, widened to the others; and its conditions on figures, answered by the dossier.

What is the same elsewhere comes from the language files (`lexicon`), from names that sound alike in another script,
and from words that the dossier has taught.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from factcheck.errors import QueryError
from factcheck.language.folding import fold
from factcheck.language.names import skeleton, sounds
from factcheck.language.packs import packs
from factcheck.model import NOT_QUANTITIES, FigureFilter
from factcheck.search import lexicon
from factcheck.search.analysis import is_dense, words_to_find
from factcheck.search.tree import Also, And, Articles, Figures, Language, Node, Not, Or, Other, Phrase, Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.model import Claim, Period
    from factcheck.search.engine import Engine
    from factcheck.search.index import Kept

_MOST_LANGUAGES = 40
_MOST_NAMES = 4  # spellings of one name
_MOST_LEARNED = 6
_LEAST_ALIKE = 75  # of 100, vowels included, for words whose consonants are the same
_LEAST_ALIKE_SHORT = 88  # the same, where these are one or two
_SHORTEST_SOUND = 3  # of a single word that is looked for as a name: two sounds more, vowels among them
_SAME_PLACE = 88
_SHORTEST_FORM = 4  # letters of a word whose forms are looked for too


def resolved(tree: Node, kept: Kept | None, engine: Engine) -> Node:
    """Return a query whose conditions on figures are the articles that fulfil them, but for those the engine knows.

    Raises QueryError.
    """
    match tree:
        case Figures(wanted=wanted, place=place):
            if kept is None:
                raise QueryError("Figures can only be searched in a dossier. Open one first.")
            if place is None and engine.answers(wanted):
                return tree
            if place is not None:
                wanted = replace(wanted, places=frozenset(same_places(place, kept.places())))
            return Articles(frozenset(kept.articles_with(wanted)))
        case And(parts=parts):
            return And(tuple(resolved(part, kept, engine) for part in parts))
        case Or(parts=parts):
            return Or(tuple(resolved(part, kept, engine) for part in parts))
        case Not(part=part):
            return Not(resolved(part, kept, engine))
    return tree


def is_asked_for(claim: Claim, figures: Figures) -> bool:
    """Return whether a claim is what conditions on figures ask for, as far as it tells (not whether it is flagged)."""
    wanted, scope = figures.wanted, claim.scope
    if claim.kind in NOT_QUANTITIES or wanted == FigureFilter(relations=wanted.relations, verdicts=wanted.verdicts):
        return figures.place is not None and _is_for(claim, figures.place)
    low, high = wanted.low, wanted.high
    if (low is not None or high is not None) and not any(
        (low is None or low <= value) and (high is None or value <= high) for value in claim.quantity.values
    ):
        return False
    subjects = {scope.indicator, scope.group, scope.noun and fold(scope.noun)}
    if any(choice.isdisjoint(subjects) for choice in wanted.about):
        return False
    if wanted.period is not None:
        period = scope.period
        if period is None or not _share_a_day(period, wanted.period):
            return False
    return (
        (not wanted.units or claim.quantity.unit in wanted.units)
        and (not wanted.roles or claim.role in wanted.roles)
        and (figures.place is None or _is_for(claim, figures.place))
    )


def _is_for(claim: Claim, name: str) -> bool:
    place = " ".join(fold(claim.scope.place or "").split())
    return claim.kind not in NOT_QUANTITIES and place in same_places(name, [place] if place else ())


def _share_a_day(a: Period, b: Period) -> bool:
    return (a.start or date.min) <= (b.end or date.max) and (b.start or date.min) <= (a.end or date.max)


def same_places(name: str, places: Iterable[str]) -> set[str]:
    """Return those of folded place names that are spellings of a name, in whatever script or language."""
    folded = " ".join(fold(name).split())
    names = {folded}
    terms = tuple(folded.split())
    for concept in lexicon.concepts(terms):
        if concept.startswith(("place:", "territory:")):
            names |= {" ".join(phrase.terms) for tag in packs() for phrase in lexicon.phrases(concept, tag)}
    heard = _heard(folded)
    return {
        place
        for place in places
        if place in names
        or (heard and _script(place) != _script(folded) and fuzz.ratio(heard, _heard(place)) >= _SAME_PLACE)
    }


@lru_cache(1 << 15)
def _heard(name: str) -> str:
    return " ".join(sounds(word) for word in name.split())


def widened(tree: Node, engine: Engine, kept: Kept | None) -> Node:
    """Return a query that also finds the same in the other languages of an index."""
    return _Widening(engine, kept).widened(tree)


class _Widening:
    def __init__(self, engine: Engine, kept: Kept | None) -> None:
        self._engine, self._kept = engine, kept
        self._tags = sorted(engine.languages() - {"und"})[:_MOST_LANGUAGES]

    def widened(self, node: Node) -> Node:
        match node:
            case And(parts=parts):
                made = tuple(self._sequence(parts))
                return made[0] if len(made) == 1 else And(made)
            case Or(parts=parts):
                return Or(tuple(self.widened(part) for part in parts))
            case Not(part=part):
                return Not(self.widened(part))
            case Word(field="text"):
                return self._one((node,))
            case Phrase(field="text", between=0):
                return self._phrase(node)
        return node

    def _sequence(self, parts: Sequence[Node]) -> Iterator[Node]:
        """Yield the parts of AND; words that stand side by side are looked up together, the longest phrase first."""
        at = 0
        while at < len(parts):
            if not isinstance(parts[at], Word):
                yield self.widened(parts[at])
                at += 1
                continue
            run: list[Word] = []
            for part in parts[at : at + lexicon.LONGEST]:
                if not isinstance(part, Word) or part.field != "text":
                    break
                run.append(part)
            size = next((n for n in range(len(run), 1, -1) if lexicon.concepts(tuple(w.terms[0] for w in run[:n]))), 0)
            if not size:
                size = 2 if len(run) > 1 and self._is_name(run[:2]) else 1
            yield self._one(tuple(run[:size])) if run else parts[at]
            at += max(1, size)

    def _is_name(self, words: Sequence[Word]) -> bool:
        """Return whether two words are written like a name; in scripts without capitals one cannot tell."""
        return all(word.typed[:1].isupper() for word in words)

    def _one(self, words: tuple[Word, ...]) -> Node:
        part: Node = words[0] if len(words) == 1 else And(words)
        terms = tuple(word.terms[0] for word in words)
        others = [*self._translations(terms), *self._learned(words)]
        if not others:
            others = list(self._names(terms))
        return Also(part, tuple(others)) if others else part

    def _phrase(self, phrase: Phrase) -> Node:
        terms = tuple(place[0] for place in phrase.places)
        others = list(self._translations(terms)) or list(self._names(terms))
        return Also(phrase, tuple(others)) if others else phrase

    def _translations(self, terms: tuple[str, ...]) -> Iterator[Other]:
        concepts = lexicon.concepts(terms)
        own = lexicon.languages_of(terms)
        for tag in self._tags if concepts else ():
            found: dict[tuple[str, ...], lexicon.Phrase] = {}
            for concept in sorted(concepts):
                for phrase in lexicon.phrases(concept, tag):
                    if phrase.terms != terms and (tag not in own or _is_form(phrase.terms, terms)):
                        found.setdefault(phrase.terms, phrase)
            nodes = [_node(phrase) for phrase in found.values()]
            if nodes:
                said = next(iter(found.values())).written
                either = nodes[0] if len(nodes) == 1 else Or(tuple(nodes))
                yield Other(tag, said, And((Language(tag), either)), "form" if tag in own else "translation")

    def _learned(self, words: tuple[Word, ...]) -> Iterator[Other]:
        """Yield what the dossier has taught of a word, or of the word without its article."""
        if self._kept is None or len(words) > 1:
            return
        taught = [one for term in words[0].terms for one in self._kept.learned(term)]
        for language, word, _ in sorted(taught, key=lambda one: -one[2])[:_MOST_LEARNED]:
            places = words_to_find(word)
            if language in self._tags and len(places) == 1:
                yield Other(language, word, And((Language(language), Word(word, places[0]))), "learned")

    def _names(self, terms: tuple[str, ...]) -> Iterator[Other]:
        """Yield the words of other scripts that sound like a name."""
        if any(
            len(term) < 2 or is_dense(term) or not term.isalpha() or term in lexicon.common_words() for term in terms
        ):
            return
        if len(terms) == 1 and len(sounds(terms[0])) < _SHORTEST_SOUND + 2:
            return
        places = tuple(tuple(self._alike(term)) for term in terms)
        if all(places):
            found = (
                Word(places[0][0], places[0]) if len(places) == 1 else Phrase(" ".join(p[0] for p in places), places)
            )
            yield Other("", found.typed, found, "name")
        if (
            len(terms) == 2
            and len(skeleton("".join(terms))) >= _SHORTEST_SOUND
            and (joined := self._alike("".join(terms)))
        ):
            yield Other("", joined[0], Word(joined[0], tuple(joined)), "name")

    def _alike(self, term: str) -> list[str]:
        """Return the folded words of names in other scripts with the same consonants, the most alike first."""
        script = _script(term)
        rated: dict[str, float] = {}
        for spelled in {term, term.replace("v", "w"), term.replace("و", "ف")}:  # Persian and Arabic write v as و too
            heard = sounds(spelled)
            least = _LEAST_ALIKE if len(skeleton(spelled)) >= _SHORTEST_SOUND else _LEAST_ALIKE_SHORT
            for word in self._engine.sounding_like(skeleton(spelled)):
                likeness = fuzz.ratio(heard, sounds(word))
                if _script(word) != script and likeness >= least:
                    rated[fold(word)] = max(likeness, rated.get(fold(word), 0.0))
        return sorted(rated, key=lambda word: (-rated[word], word))[:_MOST_NAMES]


def _is_form(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether of two words of one language one begins with the other: "flood", "floods"."""
    short, long = sorted((one[0], other[0]), key=len)
    return len(one) == len(other) == 1 and len(short) >= _SHORTEST_FORM and long.startswith(short)


def _node(phrase: lexicon.Phrase) -> Node:
    if len(phrase.terms) == 1:
        return Word(phrase.written, phrase.terms)
    return Phrase(phrase.written, tuple((term,) for term in phrase.terms), phrase.between)


@lru_cache(1 << 15)
def _script(word: str) -> str:
    """Return the script of a word's first letter, as Unicode names it."""
    return unicodedata.name(word[0], "?").split()[0] if word else ""
