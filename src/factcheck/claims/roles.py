"""What a text says of a figure: a level, a change or a target, and which way it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Direction, Kind, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.claims.phrases import Cue
    from factcheck.claims.words import Line

_MOVES = {"roles.up": Direction.UP, "roles.down": Direction.DOWN}
_PREPOSITIONS = {"roles.by": 0, "roles.to": 1, "roles.start": 2, "roles.change": 3}

# In words (see `Line.distance`), found on the five real seed articles and the topic dossier.
_JUST_BEFORE = 3  # from a preposition to its figure: "to about 4 %"
_MOVE = 9  # from a word of movement to a figure without a preposition that says it
_MOVE_SAID = 18  # and with one: "reduce the share of people who live below the poverty line to 4 %"
_MOVE_TOUCHING = 4  # "cut 300 jobs", "۴٪ در سال کاهش": a count changes only if the movement is this near
_MOVE_UNMEASURED = 5  # and to a number of nobody knows what
_OTHER_FIGURE = 8
_SAME_CLAUSE = 12
_BRACKET_NEXT = 6  # "beyond the plan (a cut of 3 %)": a target's words just before a bracket speak of what is in it

_HOPED = 30  # so far reaches a wish, in words; a plan reaches to the end of the sentence

PLANS = {"roles.target", "roles.hope", "roles.modal"}
CHANGING = {Kind.PERCENT, Kind.MULTIPLE}


def read_role(
    line: Line, word: int, kind: Kind, cues: Sequence[Cue], *, per: bool, measured: bool = True, planned: bool = False
) -> tuple[Role, Direction | None]:
    """Return role and direction of the figure that is a word of the line.

    `cues` are the line's cues of the role tables; `per` tells whether the figure is one "a year" or the like,
    `measured` whether it states something known to be measured, `planned` whether the paragraph speaks of a plan.
    """
    lead = _preposition(line, word, cues)
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
            and not (lead == "roles.start" and not per)
            and not _level_between(line, word, move, cues)
            and (far <= _MOVE_TOUCHING or (per and kind in CHANGING) or kind in CHANGING)
        ):
            role, direction = Role.CHANGE, _MOVES[move.table]
    if _is_target(line, word, cues, measured=measured, planned=planned or (move is not None and measured)):
        if direction is None and move is not None:
            direction = _MOVES[move.table]
        return Role.TARGET, direction
    return role, direction


def _preposition(line: Line, word: int, cues: Sequence[Cue]) -> str | None:
    """Return the table of the preposition just before a figure."""
    best, lead = _JUST_BEFORE + 1, None
    for cue in cues:
        if cue.table in _PREPOSITIONS and (cue.first < word or cue.quantity == word):
            far = 0 if cue.quantity == word else line.at[word] - line.at[cue.last - 1] - 1
            passes = line.quantities[word] > line.quantities[cue.last - 1] and cue.quantity != word
            if (
                far < best
                and not passes
                and (cue.quantity == word or line.brackets[word] == line.brackets[cue.last - 1])
            ):
                best, lead = far, cue.table
    return lead


def _movement(line: Line, word: int, cues: Sequence[Cue], *, said: bool) -> tuple[Cue | None, int]:
    """Return the nearest word of movement, and how far it is."""
    best, nearest = (_MOVE_SAID if said else _MOVE) + 1, None
    for cue in cues:
        if cue.table in _MOVES:
            far = cue.distance(line, word, figure=_OTHER_FIGURE)
            if far < best:
                best, nearest = far, cue
    return nearest, best


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
        if cue.last <= word:
            return True
        if cue.distance(line, word, figure=_OTHER_FIGURE) <= _SAME_CLAUSE and not _passes(line, word, cue.first):
            return True
    return False


def _passes(line: Line, word: int, other: int) -> bool:
    """Return whether a comma, semicolon or another quantity stands between a figure and a later word."""
    return any(word < stop <= other for stop in line.stops) or line.quantities[other] > line.quantities[word + 1]
