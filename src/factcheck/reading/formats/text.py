"""Text files: bytes become text."""

from __future__ import annotations


def decode(data: bytes, suffix: str) -> str:  # noqa: ARG001
    """Return the text of a file."""
    return data.decode("utf-8-sig")
