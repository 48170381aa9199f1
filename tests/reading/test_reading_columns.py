"""Which column of a table holds what, as the person says it."""

import json

import pytest
import typer

from factcheck.cli.given import chosen_columns
from factcheck.reading.files import read_all

BODY = "The poverty rate of the northern province fell to 4.21% at the end of 2023, the provincial office said."
NOTE = (
    "An editor's note that is longer than the article itself, which is why it would be taken for the text of it. " * 2
)


def test_what_the_person_says_stands(tmp_path):
    path = tmp_path / "export.jsonl"
    path.write_text(json.dumps({"kop": "Poverty falls", "x1": BODY, "x2": NOTE, "wann": "2025-11-03"}))
    (found,) = read_all(path, columns={"text": "x1", "title": "kop", "published": "wann"})
    assert found.text == f"Poverty falls\n\n{BODY}"
    assert (found.title, str(found.published)) == ("Poverty falls", "2025-11-03")
    (guessed,) = read_all(path)
    assert NOTE.strip() in guessed.text


def test_the_command_line_names_fields_and_columns():
    assert chosen_columns(["text=x1", "title=a=b"]) == {"text": "x1", "title": "a=b"}


@pytest.mark.parametrize("told", ["text", "text=", "body=x1", ""])
def test_what_names_no_field_or_no_column_is_refused(told):
    with pytest.raises(typer.BadParameter, match="text=Body"):
        chosen_columns([told])
