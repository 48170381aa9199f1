"""What people correct by hand: how a figure is to be read, whether two speak of the same thing, facts of an article.

A log that only grows, like that of reviews; undo and redo are entries of their own. A correction belongs to claims by
their ids and, where an article was edited, goes on with the same figures in its new text.
"""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeAlias
from weakref import WeakKeyDictionary

from factcheck.dossier import as_told, claim_table, records
from factcheck.dossier.known_again import KnownAgain
from factcheck.dossier.texts import storable
from factcheck.model import Claim, Kind, Quantity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from factcheck.dossier.database import Database

_KINDS = {None: Kind.COUNT, "percent": Kind.PERCENT, "percentage point": Kind.PERCENT, "times": Kind.MULTIPLE,
          "score": Kind.SCORE}  # fmt: skip
_Row: TypeAlias = tuple[int, str, int | None, str, str]  # number, action, step, record, when
_START = 16  # letters of an article's id with which the ids of its claims begin
_CODE = 3  # letters of a currency's code (ISO 4217)


@dataclasses.dataclass(frozen=True, slots=True)
class Correction:
    """What a person says of one figure, of two, or of an article; `claims` are their ids, of two in order.

    Of one: `figure` False says that it is none, `quantity` and `place` stand in place of what was read (None: as read,
    "": no place). Of two: `same` says whether they speak of the same thing. Of an article, whose id is the only one:
    `value` stands in place of what was read of the `fact` (`as_told.NAMES`; "": there is none).
    """

    claims: tuple[str, ...]
    figure: bool = True
    quantity: Quantity | None = None
    place: str | None = None
    same: bool | None = None
    reviewer: str = ""
    when: datetime = dataclasses.field(default_factory=lambda: datetime.now(UTC))
    fact: str = ""
    value: str | None = None

    @property
    def subject(self) -> tuple[str, ...]:
        """Return what it is about: of the corrections of one subject the last counts."""
        return (*self.claims, self.fact) if self.fact else self.claims

    @property
    def says_something(self) -> bool:
        """Return whether anything is said: a correction that says nothing takes an earlier one back."""
        return not self.figure or any(each is not None for each in (self.quantity, self.place, self.same, self.value))

    def by(self, reviewer: str, claim: str | None = None) -> Correction:
        """Return the same as somebody says it, of another figure where its id is given."""
        return dataclasses.replace(self, reviewer=reviewer, claims=self.claims if claim is None else (claim,))

    @classmethod
    def of_two(cls, a: Claim, b: Claim, *, same: bool, reviewer: str = "") -> Correction:
        """Return what says whether two figures speak of the same thing."""
        return cls(tuple(sorted((a.id, b.id))), same=same, reviewer=reviewer)


@dataclasses.dataclass(frozen=True, slots=True)
class Said:
    """What people said that matching heeds: of two claims whether they speak of the same thing, by their ids.

    `placed` are the ids of the claims whose place somebody gave; `last` is the number of the last entry of the log.
    """

    pairs: Mapping[frozenset[str], bool] = dataclasses.field(default_factory=dict)
    placed: frozenset[str] = frozenset()
    last: int = 0


def corrected(claim: Claim, correction: Correction) -> Claim | None:
    """Return a claim as a person reads it, None where it is no figure."""
    if not correction.figure:
        return None
    scope, quantity = claim.scope, correction.quantity
    if correction.place is not None:
        scope = dataclasses.replace(scope, place=correction.place or None, carried=())
    if quantity is None:
        return dataclasses.replace(claim, scope=scope)
    return dataclasses.replace(claim, scope=scope, quantity=quantity, kind=kind_of(quantity.unit))


def kind_of(unit: str | None) -> Kind:
    """Return what a figure in a unit is."""
    money = unit is not None and len(unit) == _CODE and unit.isupper()
    return _KINDS.get(unit, Kind.MONEY if money else Kind.MEASURE)


@dataclasses.dataclass(frozen=True, slots=True)
class _State:
    """What stands after the last entry of a log, and its number.

    `standing` is the step and what was said last, and not undone, of each subject, `in_force` what of it says
    something; of these those of one figure, by the first 16 letters of its article's id, and those of an article.
    """

    last: int
    standing: Mapping[tuple[str, ...], tuple[int, Correction]]
    in_force: Mapping[tuple[str, ...], Correction]
    of_figures: Mapping[str, Mapping[str, Correction]]
    of_articles: Mapping[str, Sequence[Correction]]

    @classmethod
    def of(cls, rows: Sequence[_Row]) -> _State:
        undone: set[int | None] = set()
        for _, action, step, _, _ in rows:
            if action != "correct":
                (undone.add if action == "undo" else undone.discard)(step)
        standing: dict[tuple[str, ...], tuple[int, Correction]] = {}
        for number, action, step, record, _ in rows:
            if action == "correct" and (step or number) not in undone:
                each = records.read(Correction, record)
                standing[each.subject] = (step or number, each)
        in_force = {subject: each for subject, (_, each) in standing.items() if each.says_something}
        of_figures: dict[str, dict[str, Correction]] = {}
        of_articles: dict[str, list[Correction]] = {}
        for each in in_force.values():
            if each.fact:
                of_articles.setdefault(each.claims[0], []).append(each)
            elif len(each.claims) == 1:
                of_figures.setdefault(each.claims[0].partition(":")[0], {})[each.claims[0]] = each
        return cls(rows[-1][0] if rows else 0, standing, in_force, of_figures, of_articles)


# With the last number of the log, and how many transactions were rolled back: what was read in one may be gone.
_KNOWN: WeakKeyDictionary[Database, tuple[tuple[int, int], _State]] = WeakKeyDictionary()


class Corrections:
    """The log of a dossier. Its methods raise DossierError."""

    def __init__(self, database: Database, changed: Callable[[], None] = lambda: None) -> None:
        """Call `changed` where articles are other than they were."""
        self._database, self._changed = database, changed

    def keep(self, corrections: Sequence[Correction]) -> None:
        """Write corrections that belong together: one step to be undone."""
        with self._database.transaction():
            step: int | None = None
            for correction in corrections:
                number = self._log("correct", step, correction)
                step = step or number
            self._settle(corrections)

    def take_back(self, claims: tuple[str, ...]) -> None:
        """Let figures be read, or set side by side, as the program does again."""
        self.keep([Correction(claims)])

    def in_force(self) -> Mapping[tuple[str, ...], Correction]:
        """Return what counts now, by what it is about (`Correction.subject`)."""
        return self._now().in_force

    def of(self, document: str, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        """Return the claims of an article as people read them."""
        said = self._now().of_figures.get(document[:_START])
        if not said:
            return tuple(claims)
        read = (corrected(claim, said[claim.id]) if claim.id in said else claim for claim in claims)
        return tuple(claim for claim in read if claim is not None)

    def told(self, document: str) -> dict[str, str]:
        """Return what people tell of an article: a value for each fact, "" for one that it has not."""
        return {each.fact: each.value or "" for each in self._now().of_articles.get(document, ())}

    def said(self) -> Said:
        """Return what matching heeds."""
        now = self._now()
        pairs = {frozenset(names): each.same for names, each in now.in_force.items() if each.same is not None}
        return Said(pairs, frozenset(names[0] for names, each in now.in_force.items() if each.place), now.last)

    def spoken_of(self, after: int) -> frozenset[str]:
        """Return the first 16 letters of the ids of the articles of which entries after that number speak."""
        rows = self._rows()
        steps = {step or number for number, _, step, *_ in rows if number > after}
        said = (records.read(Correction, record) for number, _, step, record, _ in rows if (step or number) in steps)
        return frozenset(name[:_START] for each in said for name in each.claims)

    def last(self) -> tuple[datetime | None, datetime | None]:
        """Return when what undo would take back was said, and when what redo would put back was undone."""
        return max((each.when for _, each in self._now().standing.values()), default=None), self._redoable()[1]

    def undo(self) -> list[Correction]:
        """Take back the last step; return what it said."""
        with self._database.transaction():
            standing = self._now().standing
            step = max((step for step, _ in standing.values()), default=0)
            taken = [each for at, each in standing.values() if at == step]
            if taken:
                self._log("undo", step, taken[0])
                self._settle(taken)
        return taken

    def redo(self) -> list[Correction]:
        """Put back the step undone last, unless something was said since; return it."""
        with self._database.transaction():
            step, _ = self._redoable()
            if not step:
                return []
            self._log("redo", step, Correction(()))
            again = [each for at, each in self._now().standing.values() if at == step]
            self._settle(again)
        return again

    def merge(self, other: Corrections, *, apply: bool = False) -> list[Correction]:
        """Return what is said in a colleague's dossier of what is here too, later than anything said here of it.

        Where an article was saved anew it and its figures are known by quotation (`known_again`). `apply` takes it in,
        as one step to be undone.
        """
        here, found = self._now().standing, []
        known = KnownAgain(self._database, other._database, (name for _, each in here.values() for name in each.claims))
        for _, theirs in other._now().standing.values():
            names = [known.article(name) if theirs.fact else known.claim(name) for name in theirs.claims]
            said = dataclasses.replace(theirs, claims=tuple(sorted(filter(None, names))))
            if len(said.claims) < len(theirs.claims):
                continue
            present = here[said.subject][1] if said.subject in here else Correction(said.claims, fact=said.fact)
            same = dataclasses.replace(said, reviewer=present.reviewer, when=present.when) == present
            if not same and (said.subject not in here or said.when > present.when):
                found.append(said)
        if apply:
            self.keep(found)
        return found

    def carry(self, moved: Mapping[str, str]) -> None:
        """Let corrections go on with the new ids of an edited article and its claims; inside a transaction."""
        for step, each in self._now().standing.values():
            now = tuple(sorted(moved.get(name, name) for name in each.claims))
            if now != each.claims:
                self._log("correct", step, dataclasses.replace(each, claims=now))

    def log(self) -> list[tuple[int, str, Correction]]:
        """Return all that was ever corrected, undone and redone, oldest first: number, action, what was said.

        The action is "correct", "undo" or "redo"; `when` is that of the action.
        """
        return [
            (number, action, dataclasses.replace(records.read(Correction, record), when=datetime.fromisoformat(when)))
            for number, action, _, record, when in self._rows()
        ]

    def _rows(self) -> list[_Row]:
        return self._database.rows('SELECT number, action, step, record, "when" FROM corrections ORDER BY number')

    def _now(self) -> _State:
        """Return what stands; the log only grows, so that its last number tells whether that is known already."""
        last = self._database.value("SELECT max(number) FROM corrections") or 0, self._database.rolled_back
        known = _KNOWN.get(self._database)
        if known is None or known[0] != last:
            known = _KNOWN[self._database] = last, _State.of(self._rows())
        return known[1]

    def _redoable(self) -> tuple[int, datetime | None]:
        undone: list[tuple[int, str]] = []
        for _, action, step, _, when in self._rows():
            if action == "undo":
                undone.append((step or 0, when))
            elif action == "redo":
                undone = [each for each in undone if each[0] != step]
            elif step is None:
                undone.clear()
        return (undone[-1][0], datetime.fromisoformat(undone[-1][1])) if undone else (0, None)

    def _log(self, action: str, step: int | None, correction: Correction) -> int:
        when = correction.when if action == "correct" else datetime.now(UTC)
        return self._database.write(
            'INSERT INTO corrections (action, step, record, "when") VALUES (?, ?, ?, ?)',
            (action, step, storable(records.write(correction)), when.isoformat()),
        )

    def _settle(self, corrections: Iterable[Correction]) -> None:
        """Let search know the figures anew, and matching look at their articles again."""
        corrections = list(corrections)
        for document in sorted({each.claims[0] for each in corrections if each.fact}):
            as_told.settle(self._database, document, self.told(document))
            self._changed()
        prefixes = {name.split(":")[0] for each in corrections for name in each.claims if not each.fact}
        for prefix in sorted(prefixes):
            for document, record in self._database.rows(
                "SELECT document, claims FROM contents WHERE document >= ? AND document < ?", (prefix, f"{prefix}g")
            ):
                claims = self.of(document, records.read_all(Claim, record))
                figures = claim_table.put(self._database, document, claims)
                self._database.write("UPDATE documents SET figures = ? WHERE id = ?", (figures, document))
                self._database.write("INSERT OR IGNORE INTO pending VALUES ('matching', ?)", (document,))
