"""Both ways in, joined: the matches of a dossier."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from factcheck.matching import evidence as model
from factcheck.matching.alignment import align
from factcheck.matching.articles import AtHand, shelves
from factcheck.matching.assignment import assign
from factcheck.matching.copies import Copies, copies, groups_of, look_into
from factcheck.matching.found import Rows, decided
from factcheck.matching.lessons import heard, taught
from factcheck.matching.meaning import alike_in
from factcheck.matching.parts import parts
from factcheck.matching.prepared import prepare, together
from factcheck.matching.retellings import detail, retold, scope_evidence
from factcheck.matching.room import give_back
from factcheck.matching.scopes import common
from factcheck.matching.sentences import comparable
from factcheck.matching.statements import drawers, stated
from factcheck.model import Match

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from factcheck.matching.articles import Archive, Spread
    from factcheck.matching.found import Found, Put
    from factcheck.matching.lessons import Lesson
    from factcheck.matching.meaning import Meaning
    from factcheck.matching.ragged import Numbers
    from factcheck.model import Claim, Document, Reason

_MEANWHILE = 32  # pieces of work that are taken in before the lessons: by then these have been learned


class Matched(NamedTuple):
    """The matches of a dossier, likeliest first, and the word pairs that it has taught (see `lessons.taught`).

    `told` are further reasons, by the row, that only all matches together gave.
    """

    rows: Rows
    told: dict[int, tuple[Reason, ...]]
    learned: list[Lesson]


def match(documents: Sequence[Document], claims: Mapping[str, Sequence[Claim]]) -> list[Match]:
    """Return the pairs of claims of different documents that may speak of the same thing, likeliest first.

    `claims` has the claims of each document by its id. Ties are in order of the documents, and of the claims' ids.
    """
    kept: list[Match] = []

    def put(matches: Sequence[Match]) -> Numbers:
        kept.extend(matches)
        return np.arange(len(kept) - len(matches), len(kept))

    matched = match_and_learn(AtHand.of(documents, claims), put)
    made = [kept[place] for place in matched.rows.places.tolist()]
    for row, reasons in matched.told.items():
        made[row] = replace(made[row], reasons=(*made[row].reasons, *reasons))
    return made


def match_and_learn(
    archive: Archive, put: Put, meaning: Meaning | None = None, spread: Spread = map, about: Collection[int] = ()
) -> Matched:  # fmt: skip
    """Return what `match` does of the articles of an archive, and the words that they have taught on the way.

    The matches, or what `spread` has made of them, are `put` somewhere: here they are rows of numbers. `meaning` is a
    model of meaning that has a say where the person has one. `spread` does the same for many pieces, which know of
    articles what they need: it may have that done elsewhere, and what comes of it is the same. Where `about` has
    numbers of articles, all matches of these are there, only some of those among others, and nothing is learned.

    The stages, each a function of what is before it: every article is prepared alone (`prepared.prepare`); articles
    that share rare keys become events, and their sentences groups (`alignment.align`); claims that state the same
    subject are put into drawers (`statements.drawers`); pairs are scored within each group (`retellings.retold`) and
    each drawer (`statements.stated`); last, copies and what other sources say decide between the matches.
    """
    if not len(archive):
        return Matched(Rows.of([], put), {}, [])
    languages, corpus, shingles, told, words = together(spread(prepare, shelves(archive)))
    same = copies(languages, shingles)
    del shingles  # what is not needed any more makes room
    give_back()
    # what others do is handed out first, and waited for when there is nothing left to do here
    of_drawers = spread(stated, drawers(archive, told, about))
    alike = alike_in(meaning, corpus, archive) if meaning else None
    alignment = align(corpus, alike, spread)
    of_events = spread(retold, parts(archive, corpus, alignment, same, alike, about))
    lessons = spread(taught, [] if about else [heard(alignment.vocabulary, words)])
    del corpus, alignment, told, words
    give_back()
    learned: list[Lesson] = []

    def found() -> Iterator[Found]:
        yield from islice(of_drawers, _MEANWHILE)
        learned.extend(next(iter(lessons), ()))  # which are done by now: what they are made of makes room
        give_back()
        yield from chain(of_drawers, of_events)

    # sentences that retell one another come last: they know more of their claims than could be read into each alone
    rows = decided(Rows.of(found(), put))
    copied = Copies(len(archive), same, spread(look_into, groups_of(archive, same)), put)
    once = copied.once(rows)
    rows = once.and_(copied.differing)
    order = np.lexsort((rows.b, rows.a, -rows.score))
    now = np.empty_like(order)
    now[order] = np.arange(len(order))
    said = {int(now[row]): reasons for row, reasons in copied.told(once).items()}
    columns = list(rows)
    del rows, once, copied, now
    return Matched(Rows.taken(columns, order), said, learned)


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
