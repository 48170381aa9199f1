"""The licence stands beside the code, and what libraries ask for beyond naming their authors is said in the README."""

import re
import tomllib
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def licences(names):
    """Return what the metadata of packages, and of all that these bring, say of their licences."""
    found = {}

    def go_through(requirement):
        wanted = Requirement(requirement)
        name = re.sub(r"[-_.]+", "-", wanted.name).lower()
        if name in found or (wanted.marker and not wanted.marker.evaluate({"extra": ""})):
            return
        known = distribution(wanted.name)
        kinds = known.metadata.get_all("Classifier", [])
        said = [known.metadata.get("License-Expression"), (known.metadata.get("License") or "")[:100], *kinds]
        found[name] = " ".join(part for part in said if part and "Private" not in part)
        for each in known.requires or ():
            go_through(each)

    for name in names:
        go_through(name)
    return found


def test_the_licence_is_the_one_named():
    assert PROJECT["license"] == "Apache-2.0"
    assert "Apache License\n                           Version 2.0" in (ROOT / "LICENSE").read_text("utf-8")
    assert all((ROOT / file).is_file() for file in PROJECT["license-files"])


def test_every_library_that_asks_for_more_is_named_in_the_readme():
    section = (ROOT / "README.md").read_text("utf-8").partition("## Licence")[2].lower()
    asking = {name for name, said in licences(PROJECT["dependencies"]).items() if re.search("[GM]PL|Mozilla", said)}
    assert asking == {"pyside6-essentials", "shiboken6", "tld", "certifi"}
    assert all(name.removesuffix("-essentials") in section for name in asking)
