"""Aligned sentences in parts, each with all that scoring its claims needs, so that it can be done anywhere."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from factcheck.matching.articles import TOGETHER

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from factcheck.matching.alignment import Alignment, Alike, Group
    from factcheck.matching.articles import Archive, Shelf
    from factcheck.matching.corpus import Corpus


class Place(NamedTuple):
    """Where a sentence stands, and its claims, as in `Sentence`."""

    document: int
    passage: int
    claims: tuple[int, ...]


class Part(NamedTuple):
    """Some aligned sentences, with all that scoring their claims needs, so that it can be done anywhere.

    `groups`, `guests` and `likeness` are as in `Alignment`, of sentences with claims; `sources` has the first copy of
    each article that is one; `meaning` says how alike sentences are by a model, None where there is no model.
    """

    shelf: Shelf
    sentences: dict[int, Place]
    groups: list[Group]
    guests: list[tuple[int, Group]]
    likeness: dict[tuple[int, int], float]
    sources: dict[int, int]
    meaning: dict[tuple[int, int], float] | None


def parts(
    archive: Archive, corpus: Corpus, alignment: Alignment, copies: Sequence[Group], meaning: Alike | None,
    about: Collection[int] = (),
) -> Iterator[Part]:  # fmt: skip
    """Yield the alignment of an archive, some articles at a time; `copies` are groups of articles that are of one text.

    Groups of one event stay together, since they are of the same articles. Where `about` has numbers of articles, only
    what aligns sentences of these is there.
    """
    first_copy = {number: group[0] for group in copies for number in group}
    stating, documents, passages, claims = corpus.stating, corpus.documents, corpus.passages, corpus.claims
    aligned, all_guests, size = alignment.groups, alignment.guests, len(documents)
    known, values = alignment.likeness.a * size + alignment.likeness.b, alignment.likeness.value
    del corpus, alignment  # the rest of which is large

    def alike(pairs: Sequence[tuple[int, int]]) -> dict[tuple[int, int], float]:
        sides = np.array(pairs, np.int64).reshape(-1, 2)
        wanted = sides[:, 0] * size + sides[:, 1]
        places = np.minimum(np.searchsorted(known, wanted), max(0, len(known) - 1))
        found = known[places] == wanted if len(known) else np.zeros(len(pairs), np.bool_)
        return {pairs[number]: float(values[places[number]]) for number in np.flatnonzero(found).tolist()}

    def part(groups: list[Group], guests: list[tuple[int, Group]]) -> Part:
        pairs = [pair for group in groups for pair in combinations(group, 2)]
        pairs += [pair for guest, hosts in guests for pair in combinations(sorted((*hosts, guest)), 2)]
        numbers = sorted({number for pair in pairs for number in pair})
        articles = {int(documents[number]) for number in numbers if stating[number]}
        return Part(
            archive.shelf(articles),
            {n: Place(int(documents[n]), int(passages[n]), tuple(claims[n].tolist())) for n in numbers},
            groups,
            guests,
            alike(pairs),
            {number: first_copy[number] for number in articles if number in first_copy},
            {pair: meaning(*pair) for pair in pairs} if meaning else None,
        )

    def wanted(group: Iterable[int]) -> bool:
        return not about or any(documents[sentence] in about for sentence in group)

    groups: list[Group] = []
    articles: set[int] = set()
    told = aligned.only(stating[aligned.numbers])
    for number in np.flatnonzero(told.lengths > 1).tolist():
        if not wanted(told[number]):
            continue
        own = set(documents[told[number]].tolist())
        if len(articles) >= TOGETHER and articles.isdisjoint(own):
            yield part(groups, [])
            groups, articles = [], set()
        groups.append(tuple(aligned[number].tolist()))
        articles |= own
    yield part(groups, [])
    visiting = [(guest, hosts) for guest, hosts in all_guests if wanted((guest, *hosts))] if about else all_guests
    for start in range(0, len(visiting), TOGETHER):
        yield part([], visiting[start : start + TOGETHER])
