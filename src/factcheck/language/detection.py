"""Which language a text is in.

py3langid tells most languages apart; this module keeps it to languages of the text's own script and to those that
CLDR counts as official somewhere, and lets the tell-tale words of the language files decide between close
neighbours (Malay and Indonesian, Persian and Arabic in a few words).
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.language.packs import pack, packs
from factcheck.language.remembered import ALL_LANGUAGES, NO_LANGUAGE, compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

UNKNOWN = "und"  # CLDR's tag where there is nothing to go by

_TOLD = 60  # code points of a text that tell its language without what it quotes
_SAMPLE = 4000  # code points of a text that are looked at; py3langid is as sure of these as of more
_PIECES = (60, 160)  # ... at first of each of three pieces of it: 80 and then 95 texts of 100 need no more
_PASSAGE = 160  # ... and of a passage
_CERTAIN = 0.999  # likelihood from which such pieces are enough; of 744 articles in 12 languages all were right
_SURE = 0.9  # likelihood from which a passage is taken to be in another language than its document
_LIKELY = 0.5  # ... or from which it is, where its neighbours share the rest
_UNLIKELY = 0.02  # ... if the document's own language is less likely than this
_PLAIN_LEAD = 2  # common words more than another language has, from which a passage is plainly in one, if they are ...
_PLAIN_SHARE = 0.08  # ... this share of its words
_ONE_BYTE = 255  # common words of a language that can be counted in a byte; the language files list about a hundred
_NEIGHBOURS = 6  # candidates between which tell-tale words may decide
_LEAST = 1e-4  # the least likelihood of such a candidate
_NOTHING = 1e-6  # what is less likely than this is left out
_MOST = 40  # tell-tale words that are counted: no number overflows
_WORD_WEIGHT = 1.5  # logarithm of the odds that one tell-tale word gives

# Unicode character names and CLDR script names differ for these.
_SCRIPTS = {"CJK": ("Hans", "Hant", "Jpan"), "HIRAGANA": ("Jpan",), "KATAKANA": ("Jpan",), "HANGUL": ("Kore",)}
_KANA = frozenset(_SCRIPTS["HIRAGANA"])
_RENAMED = {"BENGALI": "Beng", "ORIYA": "Orya"}  # CLDR says Bangla and Odia
_SYLLABIC = frozenset(frozenset(codes) for codes in _SCRIPTS.values())

_QUOTED = re.compile(r"(?<!\w)[\"“”„«»「『][^\"“”„«»「」『』\n]+[\"“”«»」』](?!\w)")
# With the vowel signs of India, which are no letters to Python.
_WORD = re.compile(r"[^\W\d_]+(?:[\u0900-\u0963\u0971-\u0dff][^\W\d_]*)*(?:['’][^\W\d_]+)*")
_SIGNS = ("@", "://", "www.", ".jp", ".png", ".gif", ".webp")  # one of which stands in every address
_ADDRESS = re.compile(r"\S+://\S+|www\.\S+|\S+@\S+|\b\w+\.(?:jpe?g|png|gif|webp)\b", re.IGNORECASE)


def detect(text: str) -> str:
    """Return the CLDR tag of the language that most of `text` is in, such as "fa", or "und" if it has no letters.

    Of a long text the detector sees three pieces first, which are enough unless a neighbour comes into question. What
    is quoted may be in another language than the text, and is left out where it is less than half.
    """
    text = _without_addresses(text[: 2 * _SAMPLE])[:_SAMPLE]
    whole, told = text, _QUOTED.sub(" ", text)
    text = told if len(told) >= max(_TOLD, len(text) / 2) else text
    middle = len(text) // 2
    for size in _PIECES:
        if len(text) > 4 * size:
            ranked = _rank(f"{text[:size]} {text[middle : middle + size]} {text[-size:]}", whole)
            if ranked and ranked[0][1] >= _CERTAIN:
                return ranked[0][0]
    ranked = _rank(text, whole)
    return ranked[0][0] if ranked else UNKNOWN


def detect_passage(text: str, tag: str) -> str:
    """Return the language of a passage of a document in `tag`: another one only where the passage leaves no doubt.

    Neighbours are not told apart here: what the whole document is taken for, its passages are.
    """
    if is_plainly(words_of(text[:_PASSAGE]), tag):
        return tag
    text = _without_addresses(text[:_PASSAGE])
    if tag != UNKNOWN and (_is_in_its_script(text, tag) or _taken_for(text, tag)):
        return tag
    ranked = _rank(text)
    if not ranked:
        return tag
    best, likelihood = ranked[0]
    own = dict(ranked).get(tag, 0.0)
    if tag == UNKNOWN or (likelihood >= _SURE and own < _UNLIKELY) or (likelihood >= _LIKELY and own < _LEAST):
        return best
    return tag


def _is_in_its_script(text: str, tag: str) -> bool:
    """Return whether a passage is in a script in which no other language is written: Thai, Hangul, Han without kana."""
    own = _own_scripts(tag)
    if not own or (script := _script(text)) is None:
        return False
    return (script - _KANA or script) <= own


@cache
def _own_scripts(tag: str) -> frozenset[str]:
    """Return the scripts in which of all languages with a file only `tag` is written; Japanese never without kana."""
    written: dict[bool, set[str]] = {True: set(), False: set()}
    for other, scripts in _labels().values():
        if other == tag or other in packs():
            written[other == tag] |= scripts
    return frozenset(written[True] - written[False])


def _taken_for(text: str, tag: str) -> bool:
    """Return whether the detector takes a passage for the language `tag`, by its first half if that is surely so."""
    for part, least in ((text[: _PASSAGE // 2], _SURE), (text, 0.0)):
        label, likelihood = _identifier().classify(part)
        if likelihood >= least and _labels().get(label, ("",))[0] == tag:
            return True
    return False


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters, as white space parts them: what `is_plainly` looks at."""
    return text.lower().split()


def is_plainly(words: Sequence[str], tag: str, lead: int = _PLAIN_LEAD) -> bool:
    """Return whether `words` are of the language `tag` beyond doubt: `lead` more of its common words than of another's.

    It takes microseconds, where the detector takes a millisecond; False says nothing.
    """
    return lead_of(common_among(words, tag), words, tag) >= lead


def common_among(words: Iterable[str], tag: str) -> frozenset[str]:
    """Return those of some words that are common in a language, or in another that it may be mistaken for."""
    return _common_words(tag)[0].intersection(words)


def lead_of(common: AbstractSet[str], words: Sequence[str], tag: str) -> int:
    """Return how many more words of a language there are among the common ones than of any other language.

    0 where they are too few of all `words`, each counted once.
    """
    _, numbers, languages = _common_words(tag)
    counted = sum(map(numbers.__getitem__, common)).to_bytes(languages, "little")
    hits = counted[0]
    enough = hits >= _PLAIN_SHARE * len(words) or hits >= _PLAIN_SHARE * len(set(words))
    return hits - max(counted[1:]) if enough else 0


@cache
def _common_words(tag: str) -> tuple[frozenset[str], dict[str, int], int]:
    """Return the common words of a language, and those of the others that share some of them, but not most.

    Each has a number with a byte for each language, the lowest for `tag`, which is 1 where the word is common: so one
    sum counts the words of all languages. Also returned: the words alone, and how many bytes the sum has.
    """
    kept = compiled("stop-words", ALL_LANGUAGES, lambda: [pack(tag).text.stop for tag in packs()])
    lists = {
        other: frozenset(word.lower() for word in words[:_ONE_BYTE]) for other, words in zip(packs(), kept, strict=True)
    }
    own = lists.get(tag, frozenset())
    shared = [words for other, words in lists.items() if other != tag and 0 < 2 * len(own & words) < len(own)]
    numbers: dict[str, int] = {}
    for place, words in enumerate((own, *shared)):
        for word in words:
            numbers[word] = numbers.get(word, 0) + (1 << 8 * place)
    return frozenset(numbers), numbers, len(shared) + 2


def rank(text: str) -> tuple[tuple[str, float], ...]:
    """Return the languages that `text` may be in, best first, with their likelihood (0 to 1, together 1)."""
    return _rank(_without_addresses(text[: 2 * _SAMPLE])[:_SAMPLE])


def _without_addresses(text: str) -> str:
    """Return a text without addresses and names of pictures, which tell nothing of its language."""
    lower = text.lower()
    return _ADDRESS.sub(" ", text) if any(sign in lower for sign in _SIGNS) else text


@lru_cache(maxsize=256)
def _rank(text: str, whole: str = "") -> tuple[tuple[str, float], ...]:
    """Return what `rank` does of a text; its tell-tale words are looked for in the whole of which it is a sample."""
    script = _script(text)
    if script is None:
        return ()
    known = _labels()
    likely: dict[str, float] = {}  # best first, as py3langid ranks
    for label, likelihood in _identifier().rank(text):
        if likely and likelihood < _NOTHING:
            break
        tag, scripts = known.get(label, ("", script))
        if tag and script & scripts:
            likely.setdefault(tag, likelihood)
    close = [tag for tag in list(likely)[:_NEIGHBOURS] if likely[tag] >= _LEAST]
    for tag, hits in _telltales(whole or text, close).items():
        likely[tag] *= math.exp(_WORD_WEIGHT * hits)
    total = sum(likely.values()) or 1.0
    return tuple(sorted(((t, p / total) for t, p in likely.items()), key=lambda pair: (-pair[1], pair[0])))


@cache
def _identifier() -> Any:
    """Return the detector, which waits for the first text."""
    from factcheck.language.detector import identifier

    return identifier()


@cache
def _labels() -> dict[str, tuple[str, frozenset[str]]]:
    """Return py3langid's labels that count: label -> CLDR tag and the scripts that the language is written in.

    A language counts if it has a language file, or if Babel has a locale for it and CLDR's territory data name it
    official somewhere: the others are dialects and small languages that news is mistaken for.
    """
    kept = compiled("labels", ALL_LANGUAGES, _known_labels)
    return {label: (tag, frozenset(scripts)) for label, (tag, scripts) in kept.items()}


def _known_labels() -> dict[str, tuple[str, list[str]]]:
    from babel import localedata
    from babel.core import get_global

    official = set(packs())
    for languages in get_global("territory_languages").values():
        official.update(tag.split("_")[0] for tag, facts in languages.items() if facts["official_status"])
    aliases, subtags = get_global("language_aliases"), get_global("likely_subtags")
    scripts: dict[str, set[str]] = {}
    for key, likely in subtags.items():
        parts = likely.split("_")
        if len(parts) > 1:
            scripts.setdefault(key.split("_")[0], set()).add(parts[1])
    known = {}
    for label in _identifier().labels:
        tag = aliases.get(label, label)
        if localedata.exists(tag) and {label, tag} & official:
            known[str(label)] = tag, sorted(scripts.get(label, set()) | scripts.get(tag, set()))
    return known


@cache
def script_codes() -> dict[str, frozenset[str]]:
    """Return the first word of a script's name, as in Unicode's character names -> its ISO 15924 codes."""
    return dict(compiled("scripts", NO_LANGUAGE, _named_scripts))


def _named_scripts() -> dict[str, frozenset[str]]:
    codes: dict[str, set[str]] = {word: set(found) for word, found in _SCRIPTS.items()}
    for word, code in _RENAMED.items():
        codes.setdefault(word, set()).add(code)
    for code, name in pack("en").locale.scripts.items():
        codes.setdefault(name.split()[0].upper(), set()).add(code)
    return {word: frozenset(found) for word, found in codes.items()}


@lru_cache(maxsize=4096)
def _script_of(char: str) -> frozenset[str]:
    return script_codes().get(unicodedata.name(char, "").split(" ")[0], frozenset())


def _script(text: str) -> frozenset[str] | None:
    """Return the ISO 15924 codes of the script that most letters of the text are in, or None without letters."""
    found: Counter[frozenset[str]] = Counter()
    for char, count in Counter(text[:: 1 + len(text) // 150]).items():
        if char.isalpha() and (codes := _script_of(char)):
            # One character of these stands for two or three letters of an alphabet.
            found[codes] += 3 * count if codes in _SYLLABIC else count
    if not found:
        return None
    most, count = max(found.items(), key=lambda pair: (pair[1], sorted(pair[0])))
    # Kana among Chinese characters is Japanese.
    return next((codes for codes, n in found.items() if codes < most and n > count / 20), most)


class _Telltales(NamedTuple):
    """What tells a language from its neighbours: words and pairs of words, letters, endings of words."""

    words: frozenset[str]
    letters: frozenset[str]
    endings: tuple[str, ...]


@cache
def _listed() -> dict[str, _Telltales]:
    """Return tag -> what is tell-tale of the language, out of all language files."""
    listed: dict[str, set[str]] = {}
    for telltale in compiled("telltale", ALL_LANGUAGES, lambda: [pack(tag).text.telltale for tag in packs()]):
        for language, words in telltale.items():
            listed.setdefault(language, set()).update(word.lower() for word in words)
    return {
        tag: _Telltales(
            frozenset(word.replace("-", " ") for word in words if len(word) > 1 and not word.startswith("-")),
            frozenset(word for word in words if len(word) == 1),
            tuple(sorted(word[1:] for word in words if word.startswith("-"))),
        )
        for tag, words in listed.items()
    }


def _telltales(text: str, tags: Sequence[str]) -> dict[str, float]:
    """Return tag -> how many of its tell-tale words the text has; letters count a third of a word."""
    listed = {tag: _listed()[tag] for tag in tags if tag in _listed()}
    if len(listed) < 2:  # nobody to tell it from
        return {}
    lower = text.lower()
    words = _WORD.findall(lower)
    pairs = [*words, *map(" ".join, pairwise(words))]
    counted = {}
    for tag, own in listed.items():
        ended = [word for word in words if word.endswith(own.endings) and word not in own.words] if own.endings else ()
        counted[tag] = min(_MOST, _count(pairs, own.words) + len(ended)) + _count(lower, own.letters) / 3
    return counted


def _count(found: Iterable[str], wanted: frozenset[str]) -> int:
    """Return how many of `found` are wanted, at most as many as are enough to decide."""
    return min(_MOST, sum(one in wanted for one in found)) if wanted else 0
