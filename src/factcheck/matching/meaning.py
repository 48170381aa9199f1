"""An optional model of the meaning of sentences, from a local folder: one more piece of evidence where there is one.

The format is that of model2vec: `tokenizer.json` cuts words into known pieces, `model.safetensors` has a vector for
each piece, and a sentence is the mean of its pieces. Nothing is downloaded.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import numpy as np

from factcheck.errors import ModelError
from factcheck.matching.articles import shelves

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from factcheck.matching.articles import Archive, Shelf
    from factcheck.matching.corpus import Corpus

_WEIGHTS, _PIECES = "model.safetensors", "tokenizer.json"
_TYPES = {"F32": "<f4", "F16": "<f2", "F64": "<f8"}
_WORD = re.compile(r"\w+|[^\w\s]")
_SPACE = "\u2581"  # what a unigram tokenizer writes for a space
_LONGEST = 200  # characters of a word; longer ones are no words
_UNKNOWN_COST = -20.0  # log probability of a character that the model has no piece for


class Meaning:
    """A model from a folder: sentences become vectors of length 1."""

    def __init__(self, folder: Path) -> None:
        """Read the model. Raises ModelError, which says what is missing."""
        try:
            tokenizer = json.loads((folder / _PIECES).read_text("utf-8"))
            self._vectors = _embeddings((folder / _WEIGHTS).read_bytes())
            self._cut = _cutter(tokenizer, len(self._vectors))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ModelError(
                f"{folder} holds no model that can be read ({error}). It needs {_WEIGHTS} and {_PIECES}."
            ) from error

    def vectors(self, texts: Sequence[str]) -> NDArray[Any]:
        """Return a row for each text: the mean of its pieces, of length 1; noughts where no piece is known."""
        made: NDArray[Any] = np.zeros((len(texts), self._vectors.shape[1]), dtype=np.float32)
        for row, text in enumerate(texts):
            pieces = self._cut(text)
            if pieces:
                mean = self._vectors[pieces].mean(axis=0)
                length = float(np.linalg.norm(mean))
                made[row] = mean / length if length else mean
        return made


def alike_in(meaning: Meaning, corpus: Corpus, archive: Archive) -> Callable[[int, int], float]:
    """Return how alike two sentences with claims are by a model, from 0 to 1 (the cosine of their vectors)."""
    stating = np.flatnonzero(corpus.stating)
    rows = {number: row for row, number in enumerate(stating.tolist())}
    wanted: dict[int, list[int]] = defaultdict(list)
    for article, passage in zip(corpus.documents[stating].tolist(), corpus.passages[stating].tolist(), strict=True):
        wanted[article].append(passage)
    # sentences are in the order of their articles, of which a lot at a time is at hand
    vectors = np.concatenate([meaning.vectors(_quoted(shelf, wanted)) for shelf in shelves(archive)])

    def alike(one: int, other: int) -> float:
        if one not in rows or other not in rows:
            return 0.0
        return max(0.0, round(float(vectors[rows[one]] @ vectors[rows[other]]), 4))

    return alike


def _quoted(shelf: Shelf, wanted: Mapping[int, Sequence[int]]) -> list[str]:
    """Return the passages that are wanted of some articles, by their numbers."""
    return [
        document.quote(document.passages[passage].span)
        for number, document, _ in shelf.articles()
        for passage in wanted.get(number, ())
    ]


def _embeddings(data: bytes) -> Any:
    """Return the matrix of a safetensors file: eight bytes of length, a JSON header, then the numbers."""
    size = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + size])
    name = "embeddings" if "embeddings" in header else next(key for key in sorted(header) if key != "__metadata__")
    tensor = header[name]
    start, end = tensor["data_offsets"]
    numbers = np.frombuffer(data[8 + size + start : 8 + size + end], dtype=_TYPES[tensor["dtype"]])
    return numbers.reshape(tensor["shape"]).astype(np.float32)


def _cutter(tokenizer: dict[str, Any], size: int) -> Callable[[str], list[int]]:
    """Return the function that cuts a text into the rows of its pieces. Raises KeyError for an unknown kind."""
    kind, vocabulary = tokenizer["model"].get("type"), tokenizer["model"]["vocab"]
    lower = bool((tokenizer.get("normalizer") or {}).get("lowercase", False))
    if kind == "WordPiece":
        pieces = {piece: row for piece, row in vocabulary.items() if row < size}
        prefix = tokenizer["model"].get("continuing_subword_prefix", "##")

        def words(text: str) -> list[int]:
            return [row for word in _WORD.findall(_plain(text, lower=lower)) for row in _greedy(word, pieces, prefix)]

        return words
    if kind == "Unigram":
        scores = {piece: (row, float(score)) for row, (piece, score) in enumerate(vocabulary) if row < size}
        longest = max(map(len, scores), default=1)

        def spaced(text: str) -> list[int]:
            plain = _plain(text, lower=lower)
            return [row for word in plain.split() for row in _likeliest(_SPACE + word[:_LONGEST], scores, longest)]

        return spaced
    raise KeyError(f"a tokenizer of type {kind}")


def _plain(text: str, *, lower: bool) -> str:
    """Return a text as the tokenizers of these models see it; accents go where letters are made small, as in BERT."""
    if not lower:
        return unicodedata.normalize("NFKC", text)
    apart = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in apart if unicodedata.category(letter) != "Mn")


def _greedy(word: str, pieces: dict[str, int], prefix: str) -> list[int]:
    """Return the rows of the longest pieces from the left; nothing where a part is unknown (WordPiece)."""
    found: list[int] = []
    start = 0
    while start < len(word) <= _LONGEST:
        for end in range(len(word), start, -1):
            piece = word[start:end] if start == 0 else prefix + word[start:end]
            if piece in pieces:
                found.append(pieces[piece])
                start = end
                break
        else:
            return []
    return found


def _likeliest(word: str, scores: dict[str, tuple[int, float]], longest: int) -> list[int]:
    """Return the rows of the likeliest pieces of a word (Unigram; Viterbi's algorithm)."""
    best: list[tuple[float, int, int | None]] = [
        (0.0 if at == 0 else -math.inf, 0, None) for at in range(len(word) + 1)
    ]
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - longest), end):
            known = scores.get(word[start:end])
            score = known[1] if known else _UNKNOWN_COST if end - start == 1 else -math.inf
            total = best[start][0] + score
            if total > best[end][0]:
                best[end] = (total, start, known[0] if known else None)
    rows, at = [], len(word)
    while at:
        _, start, row = best[at]
        if row is not None:
            rows.append(row)
        at = start
    return rows[::-1]
