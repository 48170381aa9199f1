"""What reading and the dossier say in English is told in the window's language."""

import ast
from pathlib import Path

import pytest

import factcheck
from factcheck.checking.reading import _FAULT
from factcheck.desktop.dialogs import SkippedList
from factcheck.desktop.isolates import plain
from factcheck.desktop.messages import told
from factcheck.desktop.translation import ENGLISH, install, languages, texts
from factcheck.model import Skipped

ROOM = Path(factcheck.__file__).parent
OTHERS = [tag for tag in languages() if tag != ENGLISH]
CALLS = {
    "UnreadableFileError",
    "UnsupportedFileError",
    "Skipped",
    "Unread",
    "DossierError",
    "QueryError",
    "ExportError",
    "FactcheckError",
    "ModelError",
}


@pytest.fixture(autouse=True)
def english_again(qapp):
    yield
    install(qapp, ENGLISH)


def template(node):
    """Return a text of the code with numbered holes, None where it is none."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "get"
        and node.args[1:]
    ):
        node = node.args[1]  # what is said else
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else filled(part) for part in node.values)
    return None


def filled(part):
    """Return a sample for a hole; where in a query something is wrong is said in words."""
    name = getattr(part.value, "id", "")
    return {"at": "at character 7", "_FAULT": _FAULT}.get(name, "7")


def said():
    """Yield what reading and the dossier say to people, a sample where something is filled in."""
    for room in ("reading", "dossier", "search", "export", "matching", "checking", "desktop"):
        for file in sorted((ROOM / room).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in CALLS:
                    yield from (text for each in node.args if (text := template(each)) and " " in text)
    yield from advice(ast.parse((ROOM / "dossier" / "database.py").read_text("utf-8")))


def advice(module):
    """Yield what the dossier says of the errors of its file: by their codes, and in constants."""
    for node in ast.walk(module):
        values = node.values if isinstance(node, ast.Dict) else [node.value] if isinstance(node, ast.Assign) else []
        for text in filter(None, map(template, values)):
            if text.endswith("."):
                yield text.replace("{}", "7")


SAID = sorted(set(said()))


def test_the_messages_are_found():
    assert len(SAID) > 50
    assert "The file is empty; check that it was saved, or take it out of the folder." in SAID
    assert "The disk with 7 does not answer. Check it and try again." in SAID
    assert "The dossier in 7 cannot be opened. Check its permissions." in SAID
    assert "The dossier in 7 cannot be used (7). Open it again." in SAID


@pytest.mark.parametrize("tag", OTHERS)
def test_every_message_is_told(qapp, tag):
    install(qapp, tag)
    assert [text for text in SAID if told(text) == text] == []


@pytest.mark.parametrize("tag", OTHERS)
def test_the_languages_have_the_same_messages(tag):
    assert texts(tag)["messages"].keys() == texts("fr")["messages"].keys()
    for english, other in texts(tag)["messages"].items():
        assert {n for n in range(4) if f"{{{n}}}" in other} == {n for n in range(4) if f"{{{n}}}" in english}, english


@pytest.mark.parametrize(
    ("message", "french"),
    [
        ("The PDF has 812 pages, at most 300 are read; split it into parts.",
         "Le PDF a 812 pages, 300 au plus sont lues ; divisez-le."),
        ("“4.2” is read as date and compared with nothing",
         "« 4.2 » est lu comme date et n’est comparé à rien"),
        ("“4.2” answers to “4.7” in the other article (99\u00a0% sure)",
         "« 4.2 » répond à « 4.7 » dans l’autre article (sûr à 99 %)"),
        ("another place: Hue beside Hanoi", "autre (lieu) : Hue et Hanoi"),
        ("The file is damaged at byte 7; open it in the program it was written with and save it as text in UTF-8.",
         "Le fichier est abîmé à l’octet 7 ; ouvrez-le dans le programme d’origine et enregistrez-le en texte UTF-8."),
        ("Something nobody has said before.", "Something nobody has said before."),
    ],
)  # fmt: skip
def test_what_is_filled_in_is_kept_and_told_too(qapp, message, french):
    install(qapp, "fr")
    assert plain(told(message)) == french
    install(qapp, ENGLISH)
    assert told(message) == message


def test_skipped_files_are_listed_with_reasons_in_the_windows_language(qapp, window):
    install(qapp, "vi")
    listed = SkippedList(window, [Skipped("a.txt", "The file is empty.")])
    assert plain(listed.list.topLevelItem(0).text(1)) == "Tệp trống."
    window.notice.say("error", "This dossier was made by a newer factcheck. Install the newest version to open it.")
    assert window.notice.text.startswith("Hồ sơ này")
    listed.reject()
