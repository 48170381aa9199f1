"""The application that reports are drawn with: the window's tests may follow in the same process and need its kind."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from factcheck.desktop import fonts


@pytest.fixture(scope="session", autouse=True)
def application(qapp):
    """Qt's application with the shipped fonts."""
    fonts.load()
    return qapp
