"""Argos Translate, where it is installed: asked beside the window, hidden otherwise."""

import json
import subprocess
import sys

import pytest
from PySide6.QtCore import QProcess

from factcheck.desktop import machine_translation
from factcheck.desktop.actions import DEEDS

# a stand-in for the library at its boundary: two languages, and a translation that can be told from its text
ENGINE = """
class Way:
    def translate(self, text):
        return text.upper()

class Language:
    def __init__(self, code):
        self.code = code
    def get_translation(self, other):
        return Way() if self.code == "fa" else None

def get_installed_languages():
    return [Language("fa"), Language("en"), Language("fr")]
"""


@pytest.fixture
def library(tmp_path, monkeypatch):
    package = tmp_path / "library" / "argostranslate"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "translate.py").write_text(ENGINE, "utf-8")
    monkeypatch.syspath_prepend(str(package.parent))
    monkeypatch.setenv("PYTHONPATH", str(package.parent))
    return package


def deed():
    return next(deed for deed in DEEDS if deed.name == "translate")


def test_without_the_library_there_is_no_such_action(window):
    if deed().possible:
        pytest.skip("Argos Translate is installed here")
    assert not window.actions_["translate"].isVisible()


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (("متن a", "fa", "en"), {"text": "متن A"}),
        (("texte", "fr", "en"), {"missing": True}),
        (("teks", "ms", "en"), {"missing": True}),
    ],
)
@pytest.mark.usefixtures("library")
def test_a_question_is_answered(asked, answer):
    said = json.dumps(dict(zip(("text", "source", "target"), asked, strict=True)))
    command = [sys.executable, "-m", "factcheck.desktop.argos"]
    told = subprocess.run(command, input=said.encode(), capture_output=True, check=True)
    assert json.loads(told.stdout) == answer


def test_an_engine_that_hangs_is_ended_after_a_while_or_with_the_window(window, qtbot, monkeypatch):
    window.go_to("compare")
    window.translating.command = [sys.executable, "-c", "import time; time.sleep(600)"]
    monkeypatch.setattr(machine_translation, "_PATIENCE", 50)
    window.translating.ask()
    labels = [label for label in window.compare.side_by_side._translations if label.text()]
    assert labels
    qtbot.waitUntil(lambda: all("could not be" in label.text() for label in labels), timeout=60_000)
    monkeypatch.setattr(machine_translation, "_PATIENCE", 600_000)
    window.translating.ask()
    ended = QProcess.ProcessState.NotRunning  # as those may still be that were asked before
    process = next(each for each in window.translating.findChildren(QProcess) if each.state() != ended)
    assert process.waitForStarted()
    window.close()
    assert process.state() == ended


@pytest.mark.usefixtures("library")
def test_sentences_are_translated_below_the_panes(window, qtbot):
    assert deed().possible
    window.go_to("compare")
    panes = window.compare.side_by_side
    window.actions_["translate"].trigger()
    waiting = [n for n, side in enumerate(panes.shown) if side.document.language != "en"]
    assert waiting
    texts = [panes._translations[n] for n in waiting]
    qtbot.waitUntil(lambda: all("Translating" not in label.text() for label in texts), timeout=60_000)
    for number, label in zip(waiting, texts, strict=True):
        known = panes.shown[number].document.language == "fa"
        assert label.text().startswith("Machine translation from Persian: " if known else "Argos Translate has no")
    window.compare.swap()
    assert panes._below.isHidden(), "what is shown now is another sentence"
