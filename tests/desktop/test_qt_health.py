import sys

from PySide6.QtWidgets import QLabel


def test_void_calls_keep_the_references_to_none():
    """PySide6 6.12.0 on Python 3.11 loses one a call, and dies after some thousands."""
    label = QLabel()
    set_text = label.setText
    before = sys.getrefcount(None)
    for _ in range(100_000):
        set_text("x")
    assert sys.getrefcount(None) > before - 1000
