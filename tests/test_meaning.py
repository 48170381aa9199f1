"""A model of meaning from a local folder, as tiny as a test can make it."""

import json

import numpy as np
import pytest

from factcheck.claims.extraction import extract
from factcheck.errors import ModelError
from factcheck.matching.articles import AtHand
from factcheck.matching.meaning import Meaning
from factcheck.matching.pairing import match_and_learn
from factcheck.reading.files import from_text

PIECES = ["[UNK]", "flood", "##s", "crue", "village", "song", "."]
VECTORS = [[0, 0, 0], [1, 0, 0], [1, 0, 0], [0.9, 0.1, 0], [0, 1, 0], [0, 0, 1], [0, 0, 0]]


def make(folder, *, kind="WordPiece", dtype="F32"):
    """Write a model in the format of model2vec and return its folder."""
    vocabulary = {piece: row for row, piece in enumerate(PIECES)}
    if kind == "Unigram":
        vocabulary = [["<unk>", 0.0], ["\u2581flood", -2.0], ["s", -3.0], ["\u2581crue", -2.0], ["\u2581village", -2.0]]
        vocabulary += [["\u2581song", -2.0], ["\u2581flo", -1.9]]
    model = {"type": kind, "vocab": vocabulary}
    (folder / "tokenizer.json").write_text(json.dumps({"normalizer": {"lowercase": True}, "model": model}), "utf-8")
    data = np.array(VECTORS, dtype={"F32": "<f4", "F16": "<f2"}[dtype]).tobytes()
    shape = {"dtype": dtype, "shape": [len(VECTORS), 3], "data_offsets": [0, len(data)]}
    header = json.dumps({"embeddings": shape}).encode()
    (folder / "model.safetensors").write_bytes(len(header).to_bytes(8, "little") + header + data)
    return folder


@pytest.mark.parametrize("dtype", ["F32", "F16"])
def test_sentences_of_one_meaning_are_near(tmp_path, dtype):
    floods, crue, song, nothing = Meaning(make(tmp_path, dtype=dtype)).vectors(["Floods", "Crue.", "song", "xyz"])
    assert floods @ crue > 0.9
    assert floods @ song < 0.1
    assert not nothing.any()
    assert np.linalg.norm(crue) == pytest.approx(1, abs=1e-3)


def test_unigrams_are_cut_where_it_is_likeliest(tmp_path):
    floods, crue, unknown = Meaning(make(tmp_path, kind="Unigram")).vectors(["Floods", "crue", "flood\u0e01"])
    assert floods @ crue > 0.9
    assert unknown @ crue > 0.9


@pytest.mark.parametrize(
    ("name", "content"), [("tokenizer.json", "{}"), ("tokenizer.json", "["), ("model.safetensors", "")]
)
def test_a_folder_without_a_model_is_named(tmp_path, name, content):
    make(tmp_path)
    (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(ModelError, match=tmp_path.name):
        Meaning(tmp_path)


def test_an_empty_folder_is_named(tmp_path):
    with pytest.raises(ModelError, match=r"model\.safetensors"):
        Meaning(tmp_path)


def test_a_model_is_one_more_reason(tmp_path):
    texts = {
        "en": "Floods in Hoi An closed 37 schools in the village.\n\nA song was sung by 12 children.",
        "fr": "Crue à Hoi An : 73 écoles du village fermées.\n\nUne chanson de 12 enfants.",
    }
    documents = [from_text(text, path=f"{tag}.txt", language=tag) for tag, text in texts.items()]
    claims = {document.id: extract(document) for document in documents}
    found = {None: [], Meaning(make(tmp_path)): []}
    for meaning, matches in found.items():

        def put(some, matches=matches):
            matches += some
            return np.arange(len(some))

        match_and_learn(AtHand.of(documents, claims), put, meaning)
    without, with_ = ([reason for made in matches for reason in made.reasons] for matches in found.values())
    assert not any(reason.name == "meaning" for reason in without)
    told = [reason for reason in with_ if reason.name == "meaning"]
    assert told
    assert all(0 < reason.weight <= 1 for reason in told)
