"""What the dossier has taught, in whole words: for a search in one language that finds articles in another."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING

from factcheck.language.folding import fold
from factcheck.language.packs import pack
from factcheck.matching.sentences import word_evidence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.matching.sentences import Sentence
    from factcheck.matching.vocabulary import Vocabulary
    from factcheck.model import Document

_SURE = 0.4  # weaker pairs help to tell sentences apart, but are no translations
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")

Lesson = tuple[str, str, str, str, float]


def lessons(vocabulary: Vocabulary, sentences: Sequence[Sentence], documents: Sequence[Document]) -> list[Lesson]:
    """Return the surer word pairs: language, folded word, other language, its word, strength from 0.4 to 1; in order.

    Words that stand in every text ("and") are left out: a search for one is not helped by another. Matching knows words
    by their stems; each stem stands for the form in which the dossier has it most often.
    """
    pairs = vocabulary.pairs(_SURE)
    wanted: dict[str, set[str]] = defaultdict(set)
    for left, stem, right, other, _ in pairs:
        wanted[left].add(stem)
        wanted[right].add(other)
    spoken: dict[str, Counter[str]] = {language: Counter() for language in wanted}
    for sentence in sentences:
        language, document = sentence.language, documents[sentence.document]
        if language in wanted and not wanted[language].isdisjoint(sentence.words):
            spoken[language].update(_WORD.findall(fold(document.quote(document.passages[sentence.passage].span))))
    forms: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for language, words in spoken.items():
        for word, count in words.items():
            for stem in word_evidence(word, language)[1] & wanted[language]:
                forms[language, stem][word if word.startswith(stem) else stem] += count

    @cache
    def whole(language: str, stem: str) -> str:
        return min(forms[language, stem].items(), key=lambda item: (-item[1], item[0]), default=(stem, 0))[0]

    common = {tag: frozenset(map(fold, pack(tag).text.stop)) for tag in wanted}
    best: dict[tuple[str, str, str, str], float] = {}
    for left, stem, right, other, strength in pairs:
        lesson = left, whole(left, stem), right, whole(right, other)
        if lesson[1] in common[left] or lesson[3] in common[right]:
            continue
        best[lesson] = max(best.get(lesson, 0.0), round(strength, 3))
    return [(*lesson, strength) for lesson, strength in sorted(best.items())]
