"""What a text says of a figure: a level, a change or a target, and which way it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.words import QUANTITY
from factcheck.model import Direction, Kind, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.claims.cues import Cue
    from factcheck.claims.words import Line

_MOVES = {"roles.up": Direction.UP, "roles.down": Direction.DOWN}
_PREPOSITIONS = {"roles.by": 0, "roles.to": 1, "roles.start": 2, "roles.change": 3}

# In words (see `Line.distance`), found on the five real seed articles and the topic dossier.
_BETWEEN = 1  # word between "by" and "below": "um knapp unter 5 %"
_JUST_BEFORE = 3  # from a preposition to its figure: "to about 4 %"
_MOVE = 9  # from a word of movement to a figure without a preposition that says it
_MOVE_SAID = 18  # and with one: "reduce the share of people who live below the poverty line to 4 %"
_MOVE_TOUCHING = 4  # "cut 300 jobs", "۴٪ در سال کاهش": a count changes only if the movement is this near
_MOVE_UNMEASURED = 5  # and to a number of nobody knows what
_OTHER_FIGURE = 8
_SAME_CLAUSE = 12
_BRACKET_NEXT = 6  # "beyond the plan (a cut of 3 %)": a target's words just before a bracket speak of what is in it

_OF_NEXT, _TOUCHING = 4, 2  # words from a movement to the figure that it is said of, behind a separator and without
_ARRIVES = 5  # words to the next figure: "from 5 % in May to 4 %"

_HOPED = 30  # so far reaches a wish, in words; a plan reaches to the end of the sentence

PLANS = {"roles.target", "roles.hope", "roles.modal"}
CHANGING = {Kind.PERCENT, Kind.MULTIPLE}


def read_role(  # noqa: PLR0913 - what is known of one figure
    line: Line,
    word: int,
    kind: Kind,
    cues: Sequence[Cue],
    *,
    per: bool,
    measured: bool = True,
    planned: bool = False,
    whither: Direction | None = None,
) -> tuple[Role, Direction | None]:
    """Return role and direction of the figure that is a word of the line.

    `cues` are the line's cues of the role tables; `per` tells whether the figure is one "a year" or the like,
    `measured` whether it states something known to be measured, `planned` whether the paragraph speaks of a plan;
    `whither` is the way from the figure to the next one, where that may be what it came to ("from 5 % to 4 %").
    """
    lead = _preposition(line, word, cues, begins=whither is not None and _leads_to(line, word, cues))
    move, far = _movement(line, word, cues, said=lead in {"roles.by", "roles.to"})
    if not measured and kind not in CHANGING and far > _MOVE_UNMEASURED:
        move = None  # "lost four matches", "declined to describe three of them"
    role, direction = Role.LEVEL, None
    if lead == "roles.change":
        role, direction = Role.CHANGE, _MOVES.get(move.table) if move else Direction.UP
    elif move is not None:
        if lead == "roles.to":
            direction = _MOVES[move.table]
        elif lead == "roles.by" or (
            (measured or kind in CHANGING)
            and not (lead == "roles.start" and (not per or whither is not None))
            and not _level_between(line, word, move, cues)
            and (far <= _MOVE_TOUCHING or (per and kind in CHANGING) or kind in CHANGING)
        ):
            role, direction = Role.CHANGE, _MOVES[move.table]
    planned = planned or (move is not None and measured)
    if lead != "roles.start" and _is_target(line, word, cues, measured=measured, planned=planned):
        if direction is None and move is not None:
            direction = _MOVES[move.table]
        return Role.TARGET, direction
    return role, direction


def arrives(line: Line, word: int, cues: Sequence[Cue]) -> bool:
    """Return whether a figure is what a movement comes to: "raise it to 4 %"."""
    return _preposition(line, word, cues, begins=False) == "roles.to"


def _preposition(line: Line, word: int, cues: Sequence[Cue], *, begins: bool) -> str | None:
    """Return the table of the preposition just before a figure; one with two meanings is "from" if a move `begins`."""
    moved = max((cue.first for cue in cues if cue.table in _MOVES and cue.last <= word), default=0)
    best, size, lead = _JUST_BEFORE + 1, 0, None
    for cue in cues:
        before = cue.first < word and cue.quantity < 0 and cue.last > moved
        if cue.table in _PREPOSITIONS and (cue.quantity == word or before):
            far = 0 if cue.quantity == word else line.at[word] - line.at[cue.last - 1] - 1
            passes = line.quantities[word] > line.quantities[cue.last - 1] and cue.quantity != word
            sooner = cue.size == size and cue.table == ("roles.start" if begins else "roles.by")
            if cue.table == "roles.to" and cue.quantity == word and _is_size(cue, cues):
                continue
            rather = far == best and (cue.size > size or sooner)  # "de la 5 %" is from, "la 5 %" to
            if (
                (far < best or rather)
                and not passes
                and (cue.quantity == word or line.brackets[word] == line.brackets[cue.last - 1])
            ):
                best, size, lead = far, cue.size, cue.table
    return lead


def _is_size(cue: Cue, cues: Sequence[Cue]) -> bool:
    """Return whether a word of changes stands before a phrase that else makes a figure a level: "um unter 5 %"."""
    return any(
        other.table in {"roles.by", "roles.change"} and other.quantity < 0 and 0 <= cue.first - other.last <= _BETWEEN
        for other in cues
    )


def _movement(line: Line, word: int, cues: Sequence[Cue], *, said: bool) -> tuple[Cue | None, int]:
    """Return the nearest word of movement, and how far it is."""
    best, nearest = (_MOVE_SAID if said else _MOVE) + 1, None
    for cue in cues:
        if cue.table in _MOVES and cue.quantity in {-1, word}:
            far = cue.distance(line, word, figure=_OTHER_FIGURE)
            if far < best and not _of_next(line, word, cue) and (said or not _of_last(line, word, cue)):
                best, nearest = far, cue
    return nearest, best


def _of_next(line: Line, word: int, move: Cue) -> bool:
    """Return whether a movement behind a figure is that of the next one: "2.4 %, up 0.3 points"."""
    if move.first <= word or move.quantity == word:
        return False
    parted = any(word < stop <= move.first for stop in line.stops)
    if not parted and line.distance(move.first, move.last, word) <= 1:
        return False  # "2 प्रतिशत बढ़कर 11.3 करोड़ टन": it rose 2 % and so came to 11.3 million
    for other in range(move.last, min(move.last + (_OF_NEXT if parted else _TOUCHING), len(line))):
        if other in line.stops:
            return False
        if line.words[other] == QUANTITY:
            return True
    return False


def _of_last(line: Line, word: int, move: Cue) -> bool:
    """Return whether a movement before a figure stands directly behind another one: "yüzde 8 artışla 3,2 milyon"."""
    before = move.first - 1
    beside = 0 <= before < word and line.words[before] == QUANTITY and move.first not in line.stops
    return beside and move.quantity < 0 and move.last == word


def _leads_to(line: Line, word: int, cues: Sequence[Cue]) -> bool:
    """Return whether the next figure is what this one came to: a word of arrival alone stands before it."""
    following = next((i for i in range(word + 1, min(word + _ARRIVES, len(line))) if line.words[i] == QUANTITY), 0)
    return any(cue.table == "roles.to" and word < cue.first < following for cue in cues)


def _level_between(line: Line, word: int, move: Cue, cues: Sequence[Cue]) -> bool:
    """Return whether words of a level stand nearer to the figure than the movement, on the same side."""
    return any(
        cue.table == "roles.level" and (move.last <= cue.first < word or word < cue.last <= move.first)
        and line.distance(cue.first, cue.last, word) <= _MOVE
        for cue in cues
    )  # fmt: skip


def _is_target(line: Line, word: int, cues: Sequence[Cue], *, measured: bool, planned: bool) -> bool:
    """Return whether words of a plan govern the figure; "must" does so only where something is planned.

    They govern what follows them in the sentence, a bracket alone where one opens just behind them, and what stands
    before them only in the same clause (as where the verb comes last).
    """
    for cue in cues:
        if cue.table not in PLANS or not (measured or cue.quantity == word):
            continue
        if cue.table != "roles.target":
            if cue.table == "roles.modal" and not planned:
                continue
            if cue.distance(line, word, figure=_OTHER_FIGURE) > _HOPED:
                continue
        if cue.quantity == word or cue.first <= word < cue.last:
            return True
        inside = line.brackets[cue.first]
        if inside and inside != line.brackets[word]:
            continue
        behind = line.brackets[cue.last : cue.last + _BRACKET_NEXT]
        opened = next((b for b in behind if b and b != inside), 0)
        if opened and opened != line.brackets[word]:
            continue
        if cue.last <= word and not _is_own_change(line, word, cues):
            return True
        if cue.distance(line, word, figure=_OTHER_FIGURE) <= _SAME_CLAUSE and not _passes(line, word, cue.first):
            return True
    return False


def _is_own_change(line: Line, word: int, cues: Sequence[Cue]) -> bool:
    """Return whether a figure is a change that a clause beside a plan tells: "..., up 4 % from last year"."""
    for cue in cues:
        if cue.table in _MOVES and cue.first in line.stops and 0 <= word - cue.last <= 1:
            beginning = (other.first for other in cues if other.table == "roles.start")
            return any(0 < first - word <= _TOUCHING for first in beginning)
    return False


def _passes(line: Line, word: int, other: int) -> bool:
    """Return whether a comma, semicolon or another quantity stands between a figure and a later word."""
    return any(word < stop <= other for stop in line.stops) or line.quantities[other] > line.quantities[word + 1]
