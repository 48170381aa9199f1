"""Where words begin and end in scripts that write them without spaces, or with particles joined on.

Han, kana, Thai, Lao, Khmer and Burmese are cut by the longest word that the language file or CLDR knows; what is known
of nothing stays together and may be a name. A Hangul word is cut where a particle is joined to its end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.language.expressions import standing

if TYPE_CHECKING:
    from collections.abc import Iterable

_HAN, _KANA = "\u3005-\u3007\u3400-\u9fff\uf900-\ufaff", "\u30a1-\u30ff\u31f0-\u31ff\u3099\u309a"
_HIRAGANA = "\u3041-\u309a"
_SOUTHERN = ("\u0e00-\u0e7f", "\u0e80-\u0eff", "\u1000-\u109f", "\u1780-\u17ff")
_HANGUL_RANGE = "\uac00-\ud7a3"
_ALL = _HAN + _HIRAGANA + _KANA + "".join(_SOUTHERN) + _HANGUL_RANGE
_SIGN, _RUN, _ONE_SCRIPT, _UNSPACED, _HANGUL, _FOREIGN, _OPEN = standing(
    "cutting",
    "[\u0e31-\u0e3a\u0e45\u0e47-\u0e4e\u3099\u309a\u30fc]",  # of the letter before: no word begins with it
    "|".join(f"[{one}]+" for one in (_HAN + _HIRAGANA + _KANA, *_SOUTHERN, _HANGUL_RANGE)),
    "|".join(f"[{one}]+" for one in (_HAN, _KANA, _HIRAGANA, *_SOUTHERN, _HANGUL_RANGE)) + f"|[^{_ALL}]+",
    f"[{_ALL}]",
    f"[{_HANGUL_RANGE}]+",
    f"[{_KANA}]+",  # a foreign word; it is one word even where it holds another
    "[\u0e31\u0e37][\u0e48-\u0e4b]?|[\u0e40-\u0e44]",  # Thai vowels that a letter of the same syllable follows
)
_STEM = 2  # syllables that remain at least of a Hangul word that nobody knows without its particle
_REMEMBERED, _LONG = 100_000, 40


def unspaced(word: str) -> bool:
    """Return whether a word is of a script of which one or two letters are a word: Han, kana, Hangul, Thai ..."""
    return bool(_UNSPACED.search(word))


class Cutter:
    """The words of a language by which its unspaced text is cut; `joined` are particles at the end of Hangul words."""

    def __init__(self, words: Iterable[str], joined: Iterable[str] = ()) -> None:
        self._joined = tuple(sorted(joined, key=lambda one: (-len(one), one)))
        self._known: set[str] = set()
        self._longest: dict[str, int] = {}
        self._cuts: dict[str, tuple[tuple[int, int], ...]] = {}
        runs = {run for word in words for run in _RUN.findall(word)}
        runs = {run for run in runs if len(run) > 1 or not "\u0e00" < run < "\u0e80"}  # no letter of Thai is a word
        for word in sorted(runs, key=lambda one: (len(one), one)):
            parts = self._parts(word)
            whole = len(parts) < 2 or not all(word[a:b] in self._known for a, b in parts)
            if whole or _HANGUL.fullmatch(word):
                self._known.add(word)
                self._longest[word[0]] = len(word)

    def stored(self) -> tuple[Any, ...]:
        """Return it as tuples, sets and dicts, for `restored`."""
        return self._joined, self._known, self._longest

    @classmethod
    def restored(cls, data: tuple[Any, ...]) -> Cutter:
        """Return the cutter that was stored."""
        made = cls(())
        made._joined, made._known, made._longest = data
        return made

    def cut(self, word: str) -> tuple[tuple[int, int], ...]:
        """Return the half-open ranges of the words that a run of letters is made of."""
        if word.isascii() or not _RUN.search(word):
            return ((0, len(word)),)
        found = self._cuts.get(word)
        if found is None:
            found = self._parts(word)
            if len(self._cuts) < _REMEMBERED and len(word) <= _LONG:
                self._cuts[word] = found
        return found

    def _parts(self, word: str) -> tuple[tuple[int, int], ...]:
        """Cut a run: known words as they are, and between them what nobody knows, by its script."""
        made: list[tuple[int, int]] = []
        at = unknown = 0
        thai = "\u0e00" < word[0] < "\u0e80"
        while at < len(word):
            if _HANGUL.match(word, at) and at == unknown:
                made.extend(self._particle(word, at))
                at = unknown = made[-1][1]
                continue
            end = at if thai and at > unknown and _goes_on(word, at) else self._match(word, at)
            if end > at:
                made.extend(_by_script(word, unknown, at))
                made.append((at, end))
                at = unknown = end
            else:
                foreign = _FOREIGN.match(word, at)
                at = foreign.end() if foreign else at + 1
        made.extend(_by_script(word, unknown, len(word)))
        return tuple(made)

    def _match(self, word: str, at: int) -> int:
        """Return where the longest known word that begins at a letter ends, `at` if none does."""
        foreign, thai = _FOREIGN.match(word, at), "\u0e00" < word[at] < "\u0e80"
        for end in range(min(len(word), at + self._longest.get(word[at], 0)), at, -1):
            if foreign and end < foreign.end():
                break
            if word[at:end] in self._known and not _SIGN.match(word, end) and not (thai and _goes_on(word, end)):
                return end
        return at

    def _particle(self, word: str, at: int) -> list[tuple[int, int]]:
        """Cut a Hangul word in two before the particle at its end, unless it is known as it is."""
        found = _HANGUL.match(word, at)
        assert found
        run, last = found[0], found.end()
        if run in self._known:
            return [(at, last)]
        stems = [len(run) - len(one) for one in self._joined if run.endswith(one) and len(run) > len(one)]
        stem = next((n for n in stems if run[:n] in self._known), next((n for n in stems if n >= _STEM), len(run)))
        return [(at, at + stem), (at + stem, last)] if stem < len(run) else [(at, last)]


def _by_script(word: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """Yield the runs of one script in what no word is known of."""
    return (run.span() for run in _ONE_SCRIPT.finditer(word, start, end))


def _goes_on(word: str, at: int) -> bool:
    """Return whether a syllable of Thai goes on at a letter: "เลื" is none without the "อ" behind it."""
    return any(found.end() == at for found in (_OPEN.match(word, at - 1), _OPEN.match(word, max(0, at - 2))) if found)
