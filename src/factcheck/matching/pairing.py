"""Both ways in, joined: the matches of a dossier."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from factcheck.matching import evidence as model
from factcheck.matching.assignment import assign
from factcheck.matching.copies import Copies
from factcheck.matching.lessons import lessons
from factcheck.matching.retellings import Retellings, detail, retold, scope_evidence
from factcheck.matching.scopes import common
from factcheck.matching.sentences import comparable
from factcheck.matching.sorts import fits
from factcheck.matching.statements import stated
from factcheck.model import Match

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.matching.lessons import Lesson
    from factcheck.matching.meaning import Meaning
    from factcheck.model import Claim, Document

_SURE = 0.5  # likelier than not


@dataclass(frozen=True, slots=True)
class Matched:
    """The matches of a dossier, likeliest first, and the word pairs that it has taught (see `lessons`)."""

    matches: list[Match]
    learned: list[Lesson]


def match(documents: Sequence[Document], claims: Mapping[str, Sequence[Claim]]) -> list[Match]:
    """Return the pairs of claims of different documents that may speak of the same thing, likeliest first.

    `claims` has the claims of each document by its id. Ties are in order of the claims' ids.
    """
    return match_and_learn(documents, claims).matches


def match_and_learn(
    documents: Sequence[Document], claims: Mapping[str, Sequence[Claim]], meaning: Meaning | None = None
) -> Matched:
    """Return what `match` does, and the words that the dossier has taught on the way.

    `meaning` is a model of meaning that has a say where the person has one.

    The stages, each a function of what is before it: every article is prepared alone (`sentences.sentences`); articles
    that share rare keys become events, and their sentences groups (`alignment.align`); claims that state the same
    subject are put into drawers (`statements.stated`); pairs are scored within each group and each drawer
    (`retellings.retold`); last, copies and what other sources say decide between the matches.
    """
    best: dict[tuple[str, str], Match] = {}
    for made in stated(documents, claims):
        best[_both(made)] = made
    copies = Copies(documents, claims)
    retellings = Retellings(documents, claims, copies.groups, meaning)
    # sentences that retell one another know more of their claims than what could be read into each alone
    for made in retold(retellings):
        known = best.get(_both(made))
        if known is None or made.score >= _SURE or made.score >= known.score:
            best[_both(made)] = made
    kept = [*copies.once(_without_strays(best.values())), *copies.differing()]
    learned = lessons(retellings.alignment.vocabulary, retellings.sentences, documents)
    return Matched(sorted(kept, key=lambda made: (-made.score, made.a.id, made.b.id)), learned)


def _without_strays(matches: Iterable[Match]) -> list[Match]:
    """Leave out matches of figures that do not fit where one of the two has its like in the other's document.

    A document that states the same figure has answered the claim already; what else it states is something else.
    """
    matches = list(matches)
    answered = set()
    for each in matches:
        if each.score >= _SURE and fits(each.a, each.b):
            answered |= {(each.a.id, each.b.document), (each.b.id, each.a.document)}
    return [
        each
        for each in matches
        if fits(each.a, each.b) or not answered & {(each.a.id, each.b.document), (each.b.id, each.a.document)}
    ]


def _both(made: Match) -> tuple[str, str]:
    return (made.a.id, made.b.id) if made.a.id < made.b.id else (made.b.id, made.a.id)


def match_passages(a: Document, claims_a: Sequence[Claim], b: Document, claims_b: Sequence[Claim]) -> list[Match]:
    """Return the matches between two texts that are known to say the same thing, in the order of the first."""
    mine = [claim for claim in claims_a if comparable(claim)]
    yours = [claim for claim in claims_b if comparable(claim)]
    pairs = assign(mine, yours)
    fitting = sum(pair.fits for pair in pairs)
    made = []
    for pair in pairs:
        one, other = mine[pair.a], yours[pair.b]
        shared = common(one, other, a, b)
        evidence = {"likeness": 1.0, "figures": float(fitting - pair.fits)} | scope_evidence(one, other, shared)
        reasons = model.reasons("event", evidence, partial(detail, one, other))
        made.append(Match(one, other, model.score("event", evidence), reasons))
    return made
