"""Regular expressions kept in their compiled form: compiling the long ones of a language takes a tenth of a second.

Python compiles an expression to a list of numbers for its engine, `_sre`, which checks such a list before it takes it;
they are kept as bytes, which are read back much faster than numbers.
Neither is public, so that what does not work as it should is compiled as usual.
"""

from __future__ import annotations

import re
from array import array
from importlib import import_module
from typing import Any, TypeAlias, cast

from factcheck.language.remembered import NO_LANGUAGE, compiled

try:
    _sre: Any = import_module("_sre")
except ImportError:  # of another Python than CPython
    _sre = None

Kept: TypeAlias = "tuple[Any, ...]"  # what `_sre.compile` takes, with the code as bytes, or the first two of it alone


def kept(expression: re.Pattern[str]) -> Kept:
    """Return an expression as plain data, good for this version of Python only."""
    plain = (expression.pattern, expression.flags)
    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]

        parsed = _parser.parse(expression.pattern, expression.flags & ~re.UNICODE)
        code = array("I", map(int, _compiler._code(parsed, expression.flags))).tobytes()  # noqa: SLF001
        names: list[str | None] = [None] * parsed.state.groups
        for name, number in parsed.state.groupdict.items():
            names[number] = name
        made = (*plain, code, parsed.state.groups - 1, dict(parsed.state.groupdict), tuple(names))
        return made if ready(made).pattern == expression.pattern else plain
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError):
        return plain


def ready(data: Kept) -> re.Pattern[str]:
    """Return the expression that was kept."""
    if len(data) == 2:
        return re.compile(*data)
    try:
        code = array("I")
        code.frombytes(data[2])
        return cast("re.Pattern[str]", _sre.compile(*data[:2], code.tolist(), *data[3:]))
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError):
        return re.compile(data[0], data[1])


def standing(name: str, *expressions: str) -> tuple[re.Pattern[str], ...]:
    """Return expressions that stand in a module, remembered under a name that no other module's have.

    Those with classes of whole scripts take milliseconds to compile, each time that the program starts.
    """

    def build() -> tuple[Kept, ...]:
        return tuple(kept(re.compile(one)) for one in expressions)

    found = tuple(map(ready, compiled(f"expressions-{name}", NO_LANGUAGE, build)))
    same = tuple(one.pattern for one in found) == expressions  # another module may have taken the name
    return found if same else tuple(map(re.compile, expressions))
