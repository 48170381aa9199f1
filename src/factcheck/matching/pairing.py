"""Both ways in, joined: the matches of a dossier."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from factcheck.matching import evidence as model
from factcheck.matching.alignment import align
from factcheck.matching.articles import AtHand, shelves
from factcheck.matching.assignment import assign
from factcheck.matching.copies import Copies, copies, groups_of, look_into
from factcheck.matching.lessons import heard, taught
from factcheck.matching.meaning import alike_in
from factcheck.matching.prepared import prepare, together
from factcheck.matching.ragged import Numbering
from factcheck.matching.retellings import detail, parts, retold, scope_evidence
from factcheck.matching.scopes import common
from factcheck.matching.sentences import comparable
from factcheck.matching.sorts import fits
from factcheck.matching.statements import drawers, stated
from factcheck.model import Match

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.matching.articles import Archive, Spread
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
    return match_and_learn(AtHand.of(documents, claims)).matches


def match_and_learn(archive: Archive, meaning: Meaning | None = None, spread: Spread = map) -> Matched:
    """Return what `match` does of the articles of an archive, and the words that they have taught on the way.

    `meaning` is a model of meaning that has a say where the person has one. `spread` does the same for many pieces,
    which know of articles what they need: it may have that done elsewhere, and what comes of it is the same.

    The stages, each a function of what is before it: every article is prepared alone (`prepared.prepare`); articles
    that share rare keys become events, and their sentences groups (`alignment.align`); claims that state the same
    subject are put into drawers (`statements.drawers`); pairs are scored within each group (`retellings.retold`) and
    each drawer (`statements.stated`); last, copies and what other sources say decide between the matches.
    """
    if not len(archive):
        return Matched([], [])
    languages, corpus, shingles, told, words = together(spread(prepare, shelves(archive)))
    same = copies(languages, shingles)
    del shingles  # what is not needed any more makes room
    # what others do is handed out first, and waited for when there is nothing left to do here
    of_drawers = spread(stated, drawers(archive, told))
    alike = alike_in(meaning, corpus, archive) if meaning else None
    alignment = align(corpus, alike, spread)
    of_events = spread(retold, parts(archive, corpus, alignment, same, alike))
    lessons = spread(taught, [heard(alignment.vocabulary, words)])
    del told, words
    number: Numbering[str] = Numbering()
    best = {number.of_pair(made.a.id, made.b.id): made for found in of_drawers for made in found}
    # sentences that retell one another know more of their claims than what could be read into each alone
    for made in chain.from_iterable(of_events):
        pair = number.of_pair(made.a.id, made.b.id)
        before = best.get(pair)
        if before is None or made.score >= _SURE or made.score >= before.score:
            best[pair] = made
    copied = Copies(archive.ids, same, spread(look_into, groups_of(archive, same)))
    kept = [*copied.once(_without_strays(best.values())), *copied.differing]
    return Matched(sorted(kept, key=lambda made: (-made.score, made.a.id, made.b.id)), next(iter(lessons)))


def _without_strays(matches: Iterable[Match]) -> list[Match]:
    """Leave out matches of figures that do not fit where one of the two has its like in the other's document.

    A document that states the same figure has answered the claim already; what else it states is something else.
    """
    matches, answered, number = list(matches), set[int](), Numbering[str]()
    fitting = [fits(each.a, each.b) for each in matches]
    for each, fit in zip(matches, fitting, strict=True):
        if fit and each.score >= _SURE:
            answered |= {number.of_pair(each.a.id, each.b.document), number.of_pair(each.b.id, each.a.document)}
    return [
        each
        for each, fit in zip(matches, fitting, strict=True)
        if fit
        or answered.isdisjoint((number.of_pair(each.a.id, each.b.document), number.of_pair(each.b.id, each.a.document)))
    ]


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
