"""What a language file may say: its sections and their keys, with what each means.

Words are written as newsrooms write them, inflected forms too; whoever uses them folds them (`folding.fold`); every key
may be left out.

Phrases of scope (roles, per, places, indicators, subjects, nouns, groups; see `claims/phrases.py`) have these signs:
"..." stands for up to eight words of the same sentence ("forests ... covered"), "#" for a quantity with its unit
("# of households ... poor" reads "4.2 % of all households in the province were poor"), "#~iin" for one whose last word
ends so ("9 prosenttiin"). Ids are those of `resources/indicators.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from factcheck.language.locales import locale_of

if TYPE_CHECKING:
    from babel import Locale

Words: TypeAlias = tuple[str, ...]
Lexicon: TypeAlias = dict[str, Words]  # id -> words


@dataclass(frozen=True, slots=True)
class Numbers:
    """How numbers are written, where CLDR does not say it or newsrooms do otherwise."""

    decimals: Words = ()  # decimal marks besides CLDR's
    groups: Words = ()  # grouping marks besides CLDR's
    scales: dict[str, int | float] = field(default_factory=dict)  # magnitude word -> factor ("triệu" = 1000000)
    words: dict[str, int | float] = field(default_factory=dict)  # number words besides CLDR's rules
    weak: Words = ()  # number words that are homographs ("un", "không"): numbers only before a unit, scale or noun
    fractions: dict[str, float] = field(default_factory=dict)  # "half", "một nửa"
    collectives: dict[str, int | float] = field(default_factory=dict)  # "dozens", "une vingtaine": approximate counts
    indefinite: Words = ()  # collectives that state no figure unless they are counted: "сотни" (beside "две сотни")
    multiples: dict[str, int | float] = field(default_factory=dict)  # "doubled", "triple"
    times: Words = ()  # "times", "fois", "lần", "kali"
    times_before: Words = ()  # the same before the number: "פי" (פי 3)
    adds: Words = ()  # between a unit and a smaller one, besides "and": "con" ("dos euros con cincuenta")
    joiners: Words = ()  # words between parts of a number: "and", "et", "و"
    of: Words = ()  # between a magnitude word and its unit: "de", "d'"
    fillers: Words = ()  # between a number and its magnitude word: "autres" (six autres millions)
    halves: Words = ()  # what adds a half: "and a half", "rưỡi"
    quarters: Words = ()  # what adds a quarter: "and a quarter"
    point: Words = ()  # the decimal mark in words: "point", "virgule", "phẩy", "点"
    minus: Words = ()  # what makes a number negative, before it or where the "#" says: "零下", "# below zero"
    either: dict[str, tuple[int, ...]] = field(default_factory=dict)  # one word for two numbers: "두세" = [2, 3]
    added: dict[str, int | float] = field(default_factory=dict)  # before a number or magnitude word: "साढ़े" = 0.5
    uncounted: Words = ()  # number words that are no number before a classifier: "이" (this)
    counters: Words = ()  # classifiers, which bounds and number words reach over: "名", "명", "cái", "นาย"
    counted: Words = ()  # participles that say who is counted, so that no year stands before them: "injured", "زخمی"
    never: Words = ()  # phrases that begin like a magnitude word or unit and are none: "tỷ lệ" (rate), "đồng chí"
    spellings: Lexicon = field(default_factory=dict)  # a word of a number -> its other spellings: "nghìn" = ["ngàn"]
    prefixes: Words = ()  # what is written together with the next word: "و", "ال"
    suffixes: Words = ()  # what is written together with the word before: "ی"
    ratios: Words = ()  # between the two numbers of a share: "in" (1 in 10), "out of", "sur"
    parts: Words = ()  # ratios before which any one word may be counted: "sur" ("six Français sur dix")
    ordinals_before: Words = ()  # marks of an ordinal in digits: "thứ", "ke-"
    ordinals_after: Words = ()  # "e", "ème", "th"
    ordinals: dict[str, int] = field(default_factory=dict)  # ordinal words besides CLDR's rules, in all inflections
    ordinal_endings: Words = ()  # written together with any number word they make it an ordinal: "م", "مین"
    scores: Words = ()  # between the two numbers of a score: "بر" (5 بر 3)
    games: Words = ()  # words that make "1-4" in the same sentence a score: "won", "defeat", "menang"
    over: Words = ()  # between denominator and numerator, where the denominator comes first: "分の", "분의"
    tenths: dict[str, int] = field(default_factory=dict)  # "割" = 10: what one of them is in per cent, after a number
    shares: Words = ()  # the whole first, then the part: "#人中有#人", "از هر # نفر # نفر"
    phones: Words = ()  # words near a number that is to be called: "call", "hotline", "تماس"


@dataclass(frozen=True, slots=True)
class Units:
    """Words for units; ids as in `model.Quantity.unit`."""

    percent: Words = ()
    percent_before: Words = ()  # percent words that stand before the figure ("yüzde", "nisbah")
    points: Words = ()  # percentage points
    points_of_rates: Words = ()  # "points": percentage points in a sentence with a word of `rates`, none of `indices`
    rates: Words = ()  # "unemployment", "inflation": what is told in per cent
    indices: Words = ()  # "index", "shares": what has points of its own
    basis: Words = ()  # basis points, each a hundredth of a percentage point
    per_mille: Words = ()  # "per mille", "Promille"; read as per cent
    point_parts: dict[str, int | float] = field(default_factory=dict)  # "a quarter point" = 0.25, in percentage points
    money: Lexicon = field(default_factory=dict)  # ISO 4217 -> words and symbols
    measures: Lexicon = field(default_factory=dict)  # CLDR unit id -> words and symbols; "-годишен" wants its hyphen
    single: Lexicon = field(default_factory=dict)  # CLDR unit id -> one of it, before a smaller: "a year" (and a month)
    duals: Lexicon = field(default_factory=dict)  # CLDR unit id -> words that say two of it: "عامين"
    sums: Lexicon = field(default_factory=dict)  # "1000000 SEK" -> abbreviations of just that: "mkr"
    said: Lexicon = field(default_factory=dict)  # "15 duration-minute" -> phrases that say just that: "Viertelstunde"
    before: Lexicon = field(default_factory=dict)  # CLDR unit id -> words before a number of it: "aged", "Tempo"
    hundredths: Lexicon = field(default_factory=dict)  # ISO 4217 -> words for its hundredth part: "cents", "sen"
    among: Lexicon = field(default_factory=dict)  # CLDR unit id, or "count" -> words beside which a name of two is this
    smaller: Lexicon = field(default_factory=dict)  # after a number of a larger unit: "mass-kilogram mass-gram" -> "г"
    tenths: Lexicon = field(default_factory=dict)  # the same of a tenth of a currency: "CNY" -> "角"
    joined: Words = ()  # measures that are written together with a number word before them: "jährige", "enne"
    paces: Lexicon = field(default_factory=dict)  # "hour", "second" -> before a length they make a speed: "時速"
    prices: Words = ()  # where words of hundredths have other meanings, they are money beside these: "قیمت" ("سنت")


@dataclass(frozen=True, slots=True)
class Bounds:
    """Words before (or after) a figure that make it a bound, a range or an approximation."""

    above: Words = ()  # more than, at least, upwards of: the figure is a lower bound
    below: Words = ()  # less than, at most, up to
    above_inside: Words = ()  # between a number and its magnitude word, unit or noun: "多", "余", "여"
    above_after: Words = ()  # "or more", "trở lên"
    below_after: Words = ()
    during: Words = ()  # those of them that say "during" of weeks or hours: "under" ("under tolv månader")
    compared: Words = ()  # what ends like a bound and says of a multiple how far it is exceeded: "cao hơn" (1,5 lần)
    about: Words = ()
    about_after: Words = ()  # "or so"
    between: tuple[Words, ...] = ()  # pairs that enclose a range: ["between", "and"], ["từ", "đến"]
    to: Words = ()  # words that join a range: "to", "à", "تا"
    closed: tuple[Words, ...] = ()  # between and after two values: ["és", "között"], ["と", "の間"]
    reaches: Words = ()  # between the values of a movement, never of a range: "auf", "lên", "से बढ़कर"
    moves: Words = ()  # verbs with which "from 5 % to 10 %" is a movement and no range: "passé", "went"


@dataclass(frozen=True, slots=True)
class Dates:
    """Words of dates besides CLDR's months and days."""

    months: Lexicon = field(default_factory=dict)  # "1" .. "12" -> words besides CLDR's
    year: Words = ()  # words before or after a year: "năm", "سال", "année"; "-та" of "2023-та"
    fiscal: Words = ()  # abbreviations before a year that begins in another one, tied to it too: "FY" ("FY2024/25")
    year_end: Words = ()  # "by the end of", "cuối", "fin"
    period: Words = ()  # "period", "giai đoạn", "fasa"
    since: Words = ()  # "since", "depuis", "từ"
    onwards: Words = ()  # around a date from which on something is counted until now: "since", "# óta"; no "from"
    until: Words = ()  # "until", "by", "d'ici"
    day: Words = ()  # words before a day number: "ngày", "hari bulan"
    before_month: Words = ()  # words before a month number: "tháng"
    days_behind: Words = ()  # behind a day that stands behind its month, where CLDR has it before: "-ஆம்", "அன்று"
    quarter: Words = ()
    half: Words = ()  # half a year: "semestre", "Halbjahr"
    quarters: dict[str, int | float] = field(default_factory=dict)  # first to fourth, besides CLDR's ordinals
    clock: Words = ()  # a time of day: "pukul #", "# heures", with minutes of their own "lúc # giờ #"
    minutes: dict[str, int] = field(default_factory=dict)  # before an hour: "halb" = -30, "quarter past" = 15
    with_hours: Words = ()  # behind an hour in words: "والنصف"
    less: Words = ()  # between the hour and minutes that are taken from it: "kém", "moins"
    parts: Lexicon = field(default_factory=dict)  # "am", "pm", "noon", "night", "midnight" -> words beside an hour
    relative: Lexicon = field(default_factory=dict)  # "-1" -> "last year"; "month-1"; "weekday1" -> "next #"
    ago: Words = ()  # around a length of time that is past, besides CLDR's: "# atrás"; joined to its end: "#पूर्वी"
    lasting: Words = ()  # before a length of time that ends now, where "ago" follows it too: "katika", "ในช่วง"
    eras: dict[str, int] = field(default_factory=dict)  # era -> the year before its first: "令和" = 2018
    calendars: Lexicon = field(default_factory=dict)  # "islamic", "bikram" ... -> marks of its years: "ه.ق", "वि.सं. #"
    links: Words = ()  # between the parts of a written-out date, besides CLDR's: "of", "من"
    of: Words = ()  # between a month and a year told from the article's day: "de" ("mai de cette année")
    to: Words = ()  # between the first and the last day of a period, besides those of any range: "until", "bis zum"
    than: Words = ()  # before a date that is only compared with: "than", "compared with"; "mod #": before its figure
    than_after: Words = ()  # the same behind it: "相比", "की तुलना में"
    days_after: Words = ()  # after "5日" they make it so many days and no date: "間", "内"
    century: Words = ()  # before or after the number of a century: "世纪", "siècle", "thế kỷ"
    decade: Words = ()  # words before or after the first year of a decade: "thập niên", "s"
    hundreds: dict[str, int] = field(default_factory=dict)  # its word -> the last round year of which it is a century
    tens: Words = ()  # endings that make a decade of a year, but of "20" about so many: "an" ("20-an orang")
    articles: Words = ()  # before a year that is not counted: "the 1997 match"
    names_after: Words = ()  # after a number, or an ordinal, that only names: "numara", "Weltkrieg"
    streets: Words = ()  # some words before the number of a house: "улица", "رحوب"
    names: Words = ()  # words before or around a number that names something: "article", "lớp", "số", "第#条"


@dataclass(frozen=True, slots=True)
class Roles:
    """Words that say what a sentence tells of its figure."""

    target: Words = ()
    up: Words = ()
    down: Words = ()
    by: Words = ()  # "by", "de", "sebanyak": the figure is the size of a change
    to: Words = ()  # "to", "à", "kepada", "xuống còn": the figure is the level after it
    start: Words = ()  # "from", "contre": the figure is the level before it
    level: Words = ()  # "stood at", "đạt", "بلغ"
    change: Words = ()  # phrases that make a change by themselves: "exceed ... by"
    hope: Words = ()  # "wants", "plans to": a target only of what is measured, not of any number that follows
    modal: Words = ()  # "must", "phải": a target where the paragraph speaks of a plan or something is to rise or fall
    neutral: Words = ()  # phrases that hold one of these words and say nothing of a figure: "national target programme"


@dataclass(frozen=True, slots=True)
class Places:
    """Words around place names."""

    before: Words = ()  # prepositions that lead to a place: "in", "à", "tại", "في"
    of: Words = ()  # words that lead to a place and as often to something else: "of", "from", "de", "سكان"
    province: Words = ()
    district: Words = ()
    commune: Words = ()
    city: Words = ()
    country: Words = ()
    whole: Words = ()  # "the whole province", "toàn tỉnh", "کل استان"
    verbs: Words = ()  # after (or, in Arabic, before) a place that is the subject: "welcomed", "aims", "đón", "استقبلت"
    objects: Words = ()  # before a place that is the object: "hit", "visited", "a frappé"
    verbal: Words = ()  # shapes of verbs, "*ed" or "mem*": a name that begins a sentence before one may be a place
    after: Words = ()  # in scripts without capitals: words that are never part of a name, so that the name ends there
    endings: Words = ()  # in scripts without capitals: no name has these endings; "ي*ون": with that beginning
    behind: Words = ()  # words behind a place: "में", "에서", "で"
    adjectives: Words = ()  # endings of an adjective made of a place's name: "Тверская область"
    linking: Words = ()  # endings that link a word to what follows ("های"), which then may be a place
    inner: Words = ()  # small words that may stand inside a name: "do" (Rio Grande do Sul)
    names: Words = ()  # well-known places besides CLDR's territories and cities
    known: Lexicon = field(default_factory=dict)  # English name -> names here, so that all languages say the same
    nation: Words = ()  # "nationwide", "cả nước": the country as a whole
    ordinary: Words = ()  # words that look like a place and are none: "March" after "in", "مالی" (financial)


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """Lines and beginnings of lines that are not the article."""

    lines: Words = ()  # whole lines: "No data", "Komen (0)" as "Komen (#)", where # is any number
    starts: Words = ()  # beginnings: "Source:", "Nguồn:", "منبع:"
    related: Words = ()  # headings of lists of other articles: "Related news", "Bài liên quan"
    captions: Words = ()  # beginnings of captions: "Photo:", "Foto:"


@dataclass(frozen=True, slots=True)
class Columns:
    """Names of columns in tables of articles, by the field of an article that they hold."""

    text: Words = ()
    title: Words = ()
    published: Words = ()
    url: Words = ()
    language: Words = ()
    author: Words = ()
    outlet: Words = ()


@dataclass(frozen=True, slots=True)
class Text:
    """Words by their use in running text."""

    stop: Words = ()  # words too common to tell anything
    number: Words = ()  # what follows is counted: "number of", "nombre de", "số", "عدد"
    again: Words = ()  # words that only point back to what was measured: "the figure", "rate", "ce chiffre"
    links: Words = ()  # what joins the parts of compounds written as one word: "", "s", "en"
    particles: Words = ()  # what is joined to the end of a word and is none of it: "에서", "은"
    clitics: Words = ()  # folded prefixes written together with the next word: "وال", "ب"
    suffixes: Words = ()  # folded endings that may go: "های", "ات"
    stems: Lexicon = field(default_factory=dict)  # end of a word -> endings in its place: "ம்" = ["த்தில்"]
    partly: Words = ()  # words that make what is listed only some of the parts: "including", "of whom", "dont"
    abbreviations: Words = ()  # with their full stop: "Mr.", "TP."; no sentence ends there
    closing: Lexicon = field(default_factory=dict)  # those that end one, but before these: "proc." = ["Seimo"]
    letters: dict[str, str] = field(default_factory=dict)  # of the file -> of the language's other alphabet: "lj" = "љ"
    telltale: Lexicon = field(default_factory=dict)  # tag -> words, pairs, letters, "-endings" its neighbours have not


@dataclass(frozen=True, slots=True)
class ExampleFigure:
    """A figure that an example sentence must yield; what is None is not asked."""

    text: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    kind: str | None = None
    role: str | None = None
    direction: str | None = None
    indicator: str | None = None
    noun: str | None = None
    group: str | None = None
    place: str | None = None
    period: str | None = None
    per: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and all the quantities in it, in order; dates and other non-quantities need not be listed."""

    text: str
    figures: tuple[ExampleFigure, ...] = ()


@dataclass(frozen=True)
class Pack:
    """Everything known of one language; `tag` is a CLDR tag such as "fa"."""

    tag: str
    numbers: Numbers = field(default_factory=Numbers)
    units: Units = field(default_factory=Units)
    bounds: Bounds = field(default_factory=Bounds)
    dates: Dates = field(default_factory=Dates)
    roles: Roles = field(default_factory=Roles)
    per: Lexicon = field(default_factory=dict)  # "year" -> "a year", "mỗi năm", "/năm"
    places: Places = field(default_factory=Places)
    indicators: Lexicon = field(default_factory=dict)  # id -> phrases
    subjects: Lexicon = field(default_factory=dict)  # id -> what makes an indicator narrower: "rice", "road accidents"
    nouns: Lexicon = field(default_factory=dict)  # id -> counted words
    groups: Lexicon = field(default_factory=dict)  # id -> phrases ("ethnic minorities", "poor districts")
    boilerplate: Boilerplate = field(default_factory=Boilerplate)
    columns: Columns = field(default_factory=Columns)
    text: Text = field(default_factory=Text)
    examples: tuple[Example, ...] = ()

    @cached_property
    def locale(self) -> Locale:
        """Return Babel's locale, with all that CLDR knows of the language."""
        return locale_of(self.tag)

    @property
    def name(self) -> str:
        """Return the English name of the language."""
        return "unknown language" if self.tag == "und" else str(self.locale.get_display_name("en") or self.tag)

    @property
    def right_to_left(self) -> bool:
        """Return whether the language is written from right to left."""
        return bool(self.locale.character_order == "right-to-left")
