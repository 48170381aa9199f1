"""Sentences translated by Argos Translate, where somebody has installed it and its packages; without a network.

    python -m factcheck.desktop.argos < one JSON object: {"text", "source", "target"}

It answers with {"text"}, or {"missing": true} where no package leads from one language to the other.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from typing import Any

from factcheck.offline import refuse

LIBRARY = "argostranslate"


def translate(text: str, source: str, target: str) -> str | None:
    """Return a text in another language, None where no package installed leads there, not even through a third one."""
    engine: Any = import_module(f"{LIBRARY}.translate")
    languages = {language.code: language for language in engine.get_installed_languages()}
    if source not in languages or target not in languages:
        return None
    way = languages[source].get_translation(languages[target])
    return None if way is None else str(way.translate(text))


def main() -> None:
    """Answer one question."""
    refuse()
    asked = json.load(sys.stdin)
    found = translate(asked["text"], asked["source"], asked["target"])
    json.dump({"missing": True} if found is None else {"text": found}, sys.stdout)


if __name__ == "__main__":
    main()
