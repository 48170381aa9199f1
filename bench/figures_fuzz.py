"""Read hostile text: random Unicode strings, every prefix of real articles, a megabyte without a space.

    figures_fuzz.py strings [--count N] [--seed S]      random strings in random languages: nothing may raise
    figures_fuzz.py prefixes [FOLDER ...]               every prefix of every article in the folders; seeds/ and,
                                                        where they are at hand, ../shared/seeds
    figures_fuzz.py numbers [--count N] [--seed S]      numbers as Babel writes them in every locale of CLDR, and whole
                                                        ones as CLDR's rules spell them in each language with a file:
                                                        the share that is not read back, and where
    figures_fuzz.py megabytes [--size N] [--limit S]    one megabyte of each kind of hostile text, through the reader of
                                                        figures, the reader of texts and the whole extraction: CPU
                                                        seconds of each, which may not exceed the limit

Exits with 1 where something raised or took too long.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections import Counter
from decimal import Decimal
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from babel.localedata import locale_identifiers
from babel.numbers import format_decimal
from unicode_rbnf import RbnfEngine

from factcheck.claims.extraction import extract
from factcheck.claims.figures import read_figures
from factcheck.language.packs import pack, packs
from factcheck.reading.files import from_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).parent.parent
SCRIPTS = "aàạđжαաაאعپहবਸગଅதతಕമසทລမកཀአ一あア가ᠠ"  # a letter of each script in which news is written
SIGNS = "0123456789۰۱۲٣٤५६.,'٫٬،/-–—:;%٪‰$€£¥₫₹()[]«»\"’ \u00a0\u202f\u200c\u200d\t\n½²³°+~#…!?؟。、"
WORDS = "12.5 % of 3,400 million in 2023 from 4-5 to 10 per 100,000; 1/2 5th $1.2bn 10:30 -7 +3 Article 4"
HOSTILE = {
    **{f"letter {char}": (char, "") for char in SCRIPTS},
    "digits": ("7", "en"),
    "Persian digits": ("۷", "fa"),
    "full stops": (".", "en"),
    "commas": (",", "en"),
    "percent signs": ("%", "en"),
    "dollar signs": ("$", "en"),
    "dashes": ("-", "en"),
    "slashes": ("/", "en"),
    "colons": (":", "en"),
    "brackets": ("(", "en"),
    "closing brackets": (")", "en"),
    "no-break spaces": ("\u00a0", "fr"),
    "spaces": (" ", "en"),
    "line ends": ("\n", "en"),
    "underscores": ("_", "en"),
    "quotes": ('"', "en"),
    "combining marks": ("e\u0301", "vi"),
    "joiners": ("\u200c", "fa"),
    "surrogates": ("\ud800", "en"),
    "letter and digit": ("a1", "en"),
    "digit and full stop": ("1.", "en"),
    "digit and comma": ("1,", "en"),
    "digit and dash": ("1-", "en"),
    "digit and slash": ("1/", "en"),
    "digit and colon": ("1:", "en"),
    "digit and percent": ("5%", "en"),
    "dollar and digit": ("$5", "en"),
    "digit and space": ("5 ", "en"),
    "groups": ("123 ", "fr"),
    "groups with commas": ("123,", "en"),
    "numbers": ("12345678 ", "en"),
    "phone numbers": ("+12(3)", "en"),
    "dates": ("12/05/2023", "en"),
    "days": ("2023-05-12", "en"),
    "times": ("10:30", "en"),
    "addresses": ("www.a1.", "en"),
    "mail": ("a1@", "en"),
    "files": ("a1.pdf", "en"),
    "vulgar fractions": ("½", "en"),
    "thousand": ("thousand ", "en"),
    "twenty": ("twenty ", "en"),
    "and": ("and ", "en"),
    "percent words": ("percent", "en"),
    "Chinese numbers": ("三十五万", "zh"),
    "Chinese dates": ("2023年5月", "zh"),
    "Japanese numbers": ("二千三百", "ja"),
    "Thai numbers": ("สามสิบห้า", "th"),
    "German numbers": ("dreiundzwanzig", "de"),
    "German thousands": ("tausend", "de"),
    "Finnish numbers": ("kaksikymmentä", "fi"),
    "Korean numbers": ("삼십오만", "ko"),
    "Khmer": ("ភាគរយ", "km"),
    "Thai percent": ("ร้อยละ", "th"),
    "Arabic": ("وال", "ar"),
    "Persian numbers": ("هزاران", "fa"),
    "Vietnamese": ("năm", "vi"),
    "of": ("of the ", "en"),
    "months": ("May", "en"),
    "provinces": ("Province ", "en"),
    "Article": ("Article 1", "en"),
    "sentences": ("A 5. ", "en"),
    "poor households": ("5% of poor households in 2020, ", "en"),
    "open from": ("from 5 ", "en"),
}

MIXED = {  # letters in random order
    "random numbers (zh)": ("一二三四五六七八九十百千万亿零两", "zh"),
    "random numbers (th)": ("ศูนย์หนึ่งสองสามสี่ร้อยพันล้าน", "th"),
    "random numbers (ja)": ("〇一二三四五六七八九十百千万億割半0123456789", "ja"),
    "random numbers (fa)": ("یکدوسهچهارپنجصدهزارمیلیون۰۱۲۳۴۵۶۷۸۹", "fa"),
    "random numbers (hi)": ("एकदोतीनचारसौहज़ारलाख०१२३४५६७८९", "hi"),
    "digits and numbers (zh)": ("一二三四五六七八九十百千万亿0123456789%.", "zh"),
    "random Han": ("".join(map(chr, range(0x4E00, 0x6000))), "zh"),
    "random Thai": ("".join(map(chr, range(0xE01, 0xE2F))), "th"),
    "random Hangul": ("".join(map(chr, range(0xAC00, 0xD000))), "ko"),
    "random kana": ("".join(map(chr, range(0x3041, 0x3097))), "ja"),
    "random letters": ("abcdefghijklmnopqrstuvwxyz", "en"),
    "random Arabic": ("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "ar"),
    "random letters, digits": ("abcdefghij0123456789", "en"),
    "random digits, signs": ("0123456789.,:/-%$(", "en"),
}

_WORST = 0.01  # share of numbers in digits, and of those in words, that may be misread
_OF_FIGURES = 20  # times the limit: with spaces it may be 200,000 words or figures, read as such


def strings(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """Yield random languages and texts: any characters, signs, words of the language, and pieces of figures."""
    chance = random.Random(seed)
    tags = packs()
    words = {tag: _words(tag) for tag in tags}
    for _ in range(count):
        tag = chance.choice(tags)
        pieces = []
        for _ in range(chance.randrange(1, 12)):
            sort = chance.randrange(6)
            if sort == 0:
                pieces.append("".join(chr(chance.randrange(0x110000)) for _ in range(chance.randrange(1, 8))))
            elif sort == 1:
                pieces.append("".join(chance.choices(SIGNS, k=chance.randrange(1, 10))))
            elif sort == 2:
                pieces.append(chance.choice(WORDS.split()))
            elif sort == 3:
                pieces.append(str(chance.randrange(10 ** chance.randrange(1, 20))))
            else:
                pieces.append(chance.choice(words[tag]))
        yield tag, chance.choice(("", " ", " ", "\u00a0")).join(pieces)


def _words(tag: str) -> list[str]:
    """Return words that the language has for numbers, units, dates, roles and places."""
    found = pack(tag)
    tables = (found.units.money, found.units.measures, found.dates.months, found.indicators, found.nouns)
    listed = [phrase for table in tables for phrases in table.values() for phrase in phrases]
    numbers = [*found.numbers.scales, *found.numbers.fractions, *found.numbers.words, *found.numbers.multiples]
    roles = [*found.roles.up, *found.roles.by, *found.roles.target, *found.places.before, *found.places.province]
    bounds = [*found.bounds.above, *found.bounds.to, *found.bounds.about, *found.dates.year, *found.dates.clock]
    return [*listed, *numbers, *roles, *bounds]


def prefixes(folders: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Yield the language of each article and each prefix of its text, read as a person who types it would have it."""
    for folder in folders:
        for path in sorted(folder.glob("*.txt")):
            text = path.read_text("utf-8")
            tag = from_text(text).language
            yield from ((tag, text[:end]) for end in range(len(text) + 1))


def read(tag: str, text: str, *, whole: bool = True) -> None:
    """Read a text as figures and as an article, and check that what comes back is in its place."""
    figures = read_figures(text, tag)
    assert all(a.span.end <= b.span.start for a, b in pairwise(figures))
    assert all(0 <= figure.span.start < figure.span.end <= len(text) for figure in figures)
    if whole:
        extract(from_text(text, language=tag))


def check(cases: Iterable[tuple[str, str]], name: str, *, last: int = 0) -> int:
    """Read all cases and return how many raised; `last`: so many characters of a prefix are read as an article."""
    at, count, wrong, slowest = time.process_time(), 0, 0, (0.0, "", "")
    for tag, text in cases:
        began = time.process_time()
        try:
            read(tag, text[-last:] if last else text)
        except Exception:  # noqa: BLE001  whatever it is, it is reported
            wrong += 1
            print(f"{tag}: {text[-200:]!r}\n{traceback.format_exc()}", flush=True)
        count += 1
        slowest = max(slowest, (time.process_time() - began, tag, text[-80:]))
    took = time.process_time() - at
    print(f"{name}: {count} read, {wrong} raised, {took:.0f} CPU s; the slowest took {slowest[0] * 1000:.0f} ms:")
    print(f"    {slowest[1:]!r}")
    return wrong


def written(count: int, chance: random.Random) -> Iterator[tuple[str, str, str, Decimal]]:
    """Yield tag, where it is from, text and value of numbers in digits, in every locale of CLDR."""
    for locale in sorted(locale_identifiers()):
        for _ in range(count):
            size = chance.randrange(1, 13)
            value = Decimal(chance.randrange(10 ** (size - 1), 10**size))
            value += chance.choice((Decimal(0), Decimal(chance.randrange(1, 100)) / 100))
            yield locale, locale, format_decimal(value, locale=locale), value


def spelled(count: int, chance: random.Random) -> Iterator[tuple[str, str, str, Decimal]]:
    """Yield tag, rules, text and value of whole numbers in words, by each of CLDR's rules for cardinals.

    Left out are rules that only serve others and write different numbers alike (Polish "-tens": 235 is "ninety"). Known
    not to be read, and counted: Finnish plurals with CLDR's stray hyphens ("viidet-kymmenetviidettuhannet") or with a
    bare "tens", "hundreds" or "thousands" ("tuhansistakahdeksistasadoista"), which by themselves tell of no number;
    Korean where a ten ends a myriad or begins what follows it without a space ("이백일십일만", "육만사천구백일십").
    """
    for tag in packs():
        known = RbnfEngine.for_language(tag) if tag in RbnfEngine.get_supported_languages() else None
        for rules in sorted(known.rulesets) if known else ():
            if not known or not rules.startswith("spellout-cardinal"):
                continue
            spell = partial(known.format_number, ruleset_names=[rules])
            if spell(235).text == spell(236).text:
                print(f"left out: {tag} {rules}, which writes 235 and 236 alike ({spell(235).text})")
                continue
            for _ in range(count):
                value = chance.randrange(2, 10 ** chance.randrange(2, 13))
                text = str(spell(value).text)
                yield tag, f"{tag} {rules}", f"{text.translate({0x200B: None, 0xAD: None})} km", Decimal(value)


def numbers(count: int, seed: int) -> int:
    """Read numbers back, print the share that is not, and return whether it is more than one in a hundred of a sort."""
    shares = []
    for name, make in (("digits", written), ("words", spelled)):
        read_, missed = 0, Counter()
        for tag, source, text, value in make(count, random.Random(seed)):
            read_ += 1
            missed[source] += [each.quantity.exact for each in read_figures(text, tag)] != [value]
        shares.append(missed.total() / read_)
        print(f"{name}: {read_} read, {missed.total()} not read back ({shares[-1]:.2%})")
        print("".join(f"    {source}: {n}\n" for source, n in missed.most_common(30) if n), end="")
    return max(shares) > _WORST


def megabytes(size: int, limit: float, only: str) -> int:
    """Read a text of each hostile kind in three ways, print the CPU seconds, and return how many took too long."""
    slow = 0
    print(f"{'':24}{'figures':>9}{'text':>9}{'claims':>9}   CPU s for {size} characters")
    texts = [(name, tag, (piece * (size // len(piece) + 1))[:size]) for name, (piece, tag) in HOSTILE.items()]
    chance = random.Random(size)
    texts += [(name, tag, "".join(chance.choices(letters, k=size))) for name, (letters, tag) in MIXED.items()]
    for name, tag, text in texts:
        if only not in name:
            continue
        times = []
        for step in (
            lambda text=text, tag=tag: read_figures(text, tag or "en"),
            lambda text=text, tag=tag: from_text(text, language=tag or "en"),
            lambda text=text, tag=tag: extract(from_text(text, language=tag or "en")),
        ):
            began = time.process_time()
            step()
            times.append(time.process_time() - began)
        times[2] = max(0.0, times[2] - times[1])
        free = any(char.isspace() for char in text)
        late = max(times) > limit * (_OF_FIGURES if free else 1)
        slow += late
        print(f"{name:24}" + "".join(f"{each:9.2f}" for each in times) + ("   TOO SLOW" if late else ""), flush=True)
    return slow


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("what", choices=("strings", "prefixes", "numbers", "megabytes"))
    options.add_argument("folders", nargs="*", type=Path)
    options.add_argument("--count", type=int, default=100_000, help="strings, or numbers of each kind")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--size", type=int, default=1_000_000)
    options.add_argument("--limit", type=float, default=2.0)
    options.add_argument("--only", default="")
    options.add_argument("--tail", type=int, default=300, help="characters before the end of a prefix that are read")
    chosen = options.parse_args()
    if chosen.what == "megabytes":
        sys.exit(megabytes(chosen.size, chosen.limit, chosen.only) > 0)
    if chosen.what == "numbers":
        sys.exit(numbers(chosen.count, chosen.seed))
    if chosen.what == "prefixes":
        folders = chosen.folders or [ROOT / "seeds", ROOT.parent / "shared" / "seeds"]
        sys.exit(check(prefixes(folders), "prefixes", last=chosen.tail) > 0)
    sys.exit(check(strings(chosen.count, chosen.seed), f"random strings, seed {chosen.seed}") > 0)


if __name__ == "__main__":
    main()
