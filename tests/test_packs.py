"""The loader of language files: strict, and every error names file and key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.errors import LanguageFileError
from factcheck.language.loading import load
from factcheck.language.packs import missing, pack, packs

if TYPE_CHECKING:
    from pathlib import Path


def test_the_listing_of_the_folder_is_the_registry() -> None:
    assert {"ar", "en", "fa", "fr", "ms", "vi"} <= set(packs())


@pytest.mark.parametrize("tag", packs())
def test_every_file_loads(tag: str) -> None:
    assert pack(tag).tag == tag


def test_a_language_without_a_file_has_what_cldr_knows() -> None:
    assert pack("cy").locale.language == "cy"
    assert pack("cy").numbers.scales == {}


@pytest.mark.parametrize(("tag", "base"), [("pt-BR", "pt"), ("en_GB", "en"), ("EN", "en")])
def test_regions_fall_back(tag: str, base: str) -> None:
    assert pack(tag).tag == base


@pytest.mark.parametrize("tag", ["xx", "", "und", "q!", "zz-Zzzz"])
def test_unknown_tags_give_a_pack_with_a_locale(tag: str) -> None:
    assert pack(tag).locale


def test_right_to_left() -> None:
    assert pack("fa").right_to_left
    assert not pack("vi").right_to_left


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[nubmers]\n", "xy.toml: unknown key nubmers"),
        ("[numbers]\nscale = 1\n", "xy.toml: unknown key numbers.scale"),
        ('[numbers]\nweak = "un"\n', "xy.toml: numbers.weak must be a list"),
        ("[numbers]\nweak = [1]\n", "xy.toml: numbers.weak[0] must be str"),
        ('[numbers.scales]\nmille = "1000"\n', "xy.toml: numbers.scales.mille must be int or float"),
        ("[numbers.scales]\nmille = true\n", "xy.toml: numbers.scales.mille must be int or float"),
        ("numbers = 1\n", "xy.toml: [numbers] must be a table"),
        ("[[examples]]\nfigures = []\n", "xy.toml: missing key"),
        ("[numbers\n", "xy.toml: not valid TOML"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, content: str, message: str) -> None:
    file = tmp_path / "xy.toml"
    file.write_text(content, "utf-8")
    with pytest.raises(LanguageFileError) as error:
        load(file)
    assert message in str(error.value)


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    file = tmp_path / "xy.toml"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LanguageFileError, match=r"xy\.toml"):
        load(file)


def test_what_a_language_lacks_is_told() -> None:
    assert missing("en") == []
    assert "numbers.scales" in missing("cy")


@pytest.mark.parametrize("tag", packs())
def test_every_file_has_what_figures_need(tag: str) -> None:
    assert not {"numbers.scales", "units.percent", "units.money", "bounds.above", "examples"} & set(missing(tag))


@pytest.mark.parametrize(("tag", "file"), [("nb", "no"), ("nn", "no"), ("iw", "he"), ("in", "id"), ("tl", "fil")])
def test_other_tags_of_a_language_lead_to_its_file(tag: str, file: str) -> None:
    assert pack(tag).tag == file
