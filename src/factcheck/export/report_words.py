"""The words of reports, from `resources/report/`; numbers, dates and names of languages as CLDR writes them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import format_date, format_datetime

from factcheck.errors import ExportError, LanguageFileError
from factcheck.language import statements, wording, writing
from factcheck.language.packs import pack
from factcheck.language.scripts import LEFT_TO_RIGHT, RIGHT_TO_LEFT
from factcheck.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from factcheck.export.batch import Entry
    from factcheck.model import Claim, Document, Finding, Relation, Verdict

ENGLISH = "en"
_TO_THE_LEFT = re.compile(rf"[{RIGHT_TO_LEFT}](?:[\s\u200c{RIGHT_TO_LEFT}]*[{RIGHT_TO_LEFT}])?")
_TO_THE_RIGHT = re.compile(rf"[{LEFT_TO_RIGHT}](?:[\s{LEFT_TO_RIGHT}]*[{LEFT_TO_RIGHT}])?")


@dataclass(frozen=True)
class Words:
    """The report's words in one language."""

    tag: str
    plain: Mapping[str, str]
    counted: Mapping[str, Mapping[str, str]]
    reason_names: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        """Return a word or sentence."""
        return self.plain[name]

    @property
    def right_to_left(self) -> bool:
        """Return whether the report is read from right to left."""
        return pack(self.tag).right_to_left

    def count(self, name: str, number: int) -> str:
        """Return a number with its noun: "1 finding", "2 findings"."""
        forms = self.counted[name]
        form = forms.get(Locale.parse(self.tag).plural_form(number)) or forms["other"]
        return form.replace("{n}", self.number(number))

    def number(self, number: int) -> str:
        """Return a whole number, grouped."""
        return writing.count(number, self.tag)

    def day(self, day: date) -> str:
        """Return a day, year first, to be put into a line from left to right."""
        return writing.in_digits(day.isoformat(), self.tag)

    def listed(self, parts: Iterable[str]) -> str:
        """Return a list as the language writes it."""
        return wording.listed(parts, self.tag)

    def relation(self, relation: Relation) -> str:
        """Return how two figures stand to each other."""
        return self.plain[relation.value]

    def verdict(self, verdict: Verdict) -> str:
        """Return what a person decided."""
        return self.plain[verdict.value]

    def time(self, when: datetime) -> str:
        """Return a moment with its time zone."""
        # CLDR writes some of these spaces as U+202F, which many fonts do not have
        day, hour = format_date(when, "long", locale=self.tag), format_datetime(when, "HH:mm zzz", locale=self.tag)
        return writing.in_digits(self.listed((day, hour)), self.tag).replace("\u202f", "\u00a0")

    def made(self, when: datetime) -> str:
        """Return when the report was made."""
        return self.plain["made"].replace("{when}", self.time(when))

    def apart(self, gap: float | None) -> str:
        """Return how far two figures are from each other, "" where that has no meaning."""
        if gap is None:
            return ""
        return self.plain["apart"].replace("{percent}", writing.percent(gap, self.tag)) if gap else self.plain["equal"]

    def sure(self, score: float) -> str:
        """Return how sure it is that two claims speak of the same."""
        return self.plain["sure"].replace("{percent}", writing.percent(score, self.tag, 0))

    def describe(self, claim: Claim) -> str:
        """Return what a claim is about."""
        return self._apart(wording.describe(claim, self.tag))

    def amount(self, claim: Claim) -> str:
        """Return what a figure amounts to."""
        return wording.moment(claim, self.tag)

    def meaning(self, claim: Claim, document: Document) -> str:
        """Return what a figure amounts to, "" where that is what stands in its article."""
        told = self.amount(claim)
        return "" if _unspaced(told) == _unspaced(document.quote(claim.span)) else told

    def kind(self, finding: Finding) -> str:
        """Return a finding's type, "" where it says no more than that the figures do not fit."""
        return "" if finding.type == "plain" else statements.kind_of(finding, self.tag)

    def explain(self, finding: Finding) -> str:
        """Return why a finding is one."""
        return self._apart(statements.explain(finding, self.tag))

    def reasons(self, finding: Finding) -> list[tuple[str, str, bool]]:
        """Return a finding's reasons: name ("" where it has none), what it goes by, whether it backs it."""
        return [
            (
                self.reason_names.get(one.name.removeprefix("other "), ""),
                self._apart(statements.told(one, finding, self.tag)),
                one.weight >= 0,
            )
            for one in finding.match.reasons
        ]

    def _apart(self, text: str) -> str:
        """Return a text of ours in which a number keeps its side after a word of the other direction.

        "Deaths, كلنتن, 2024-12-12" would be shown as a day of another order (Unicode Standard Annex 9, W2 and W7).
        """
        foreign, mark = (_TO_THE_RIGHT, "\u200f") if self.right_to_left else (_TO_THE_LEFT, "\u200e")
        return foreign.sub(rf"\g<0>{mark}", text)

    def witness(self, each: Entry) -> str:
        """Return that a finding adds a further source to the case of another, "" where it does not."""
        if not each.further:
            return ""
        which = f" ({self['number']} {self.number(each.lead)})" if each.lead else ""
        return self.plain["witness"] + which

    def language(self, tag: str) -> str:
        """Return the name of a language; its tag where CLDR has none."""
        try:
            return str(Locale.parse(tag, sep="-").get_display_name(self.tag) or tag)
        except (UnknownLocaleError, ValueError):
            return tag


def _unspaced(text: str) -> str:
    return "".join(text.split())


def joined(parts: Iterable[str], *, right: bool = False) -> str:
    """Return texts with dots between them, for a line of that direction; what is empty is left out.

    The marks keep a number from joining the text of another script before it (Unicode Standard Annex 9, W2 and W7).
    """
    mark = "\u200f" if right else "\u200e"
    return f" {mark}· {mark}".join(part for part in parts if part)


def report_languages() -> tuple[str, ...]:
    """Return the tags of the languages that a report can be in, sorted."""
    return tuple(sorted(path.stem for path in resource("report").glob("*.toml")))


@cache
def words(tag: str) -> Words:
    """Return the words of a language. Raises ExportError if there are none, LanguageFileError if its file is wrong."""
    path = resource("report") / f"{tag}.toml"
    if tag not in report_languages():
        raise ExportError(f"There is no report in “{tag}”. Choose one of {', '.join(report_languages())}.")
    data = tomllib.loads(path.read_text("utf-8"))
    reasons = data.pop("reasons", {})
    made = Words(
        tag,
        {name: value for name, value in data.items() if isinstance(value, str)},
        {name: value for name, value in data.items() if isinstance(value, dict)},
        reasons,
    )
    if tag != ENGLISH:
        known = words(ENGLISH)
        wrong = (
            (made.plain.keys() ^ known.plain.keys())
            | (made.counted.keys() ^ known.counted.keys())
            | (made.reason_names.keys() ^ known.reason_names.keys())
        )
        if wrong:
            raise LanguageFileError(f"{path.name} has other keys than en.toml: {', '.join(sorted(wrong))}.")
    for name, forms in made.counted.items():
        if "other" not in forms:
            raise LanguageFileError(f"{path.name}: “{name}” lacks “other”.")
    return made
