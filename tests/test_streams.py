"""The commands that other programs feed line by line."""

import json

import pytest
from typer.testing import CliRunner

from factcheck.cli import streams
from factcheck.cli.commands import app

CASES = [
    {
        "id": number,
        "a": {"lang": "en", "text": f"Officials said {one} people died."},
        "b": {"text": f"Selon les autorités, {other} personnes sont mortes dans la province."},
    }
    for number, (one, other) in enumerate([(37, 37), (37, 73), (41, 52)])
]
TEXTS = [{"id": case["id"], **case["b"]} for case in CASES]


def answers(command, cases):
    made = CliRunner().invoke(app, [command, "--jsonl"], input="".join(f"{json.dumps(case)}\n" for case in cases))
    assert made.exit_code == 0
    return made.stdout


@pytest.mark.parametrize(("command", "cases"), [("compare", CASES), ("figures", TEXTS)])
def test_lines_that_are_read_together_are_answered_as_alone_and_in_order(monkeypatch, command, cases):
    monkeypatch.setattr(streams, "_BATCH", 2)
    together = answers(command, cases)
    assert together == "".join(answers(command, [case]) for case in cases)
    assert [json.loads(line)["id"] for line in together.splitlines()] == [0, 1, 2]


def test_verdicts_of_several_lines():
    assert [json.loads(line)["verdict"] for line in answers("compare", CASES).splitlines()] == [
        "agree", "differ", "differ",
    ]  # fmt: skip


def test_half_of_a_character_comes_back_as_it_was_given():
    case = {"id": "\ud83d", "lang": "en", "text": "\ude00 The storm killed 37 people."}
    assert [json.loads(line)["id"] for line in answers("figures", [case]).splitlines()] == ["\ud83d"]
