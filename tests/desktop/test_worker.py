"""The worker beside the window: how it ends, and what the window then says."""

import sys
from pathlib import Path

import pytest
from patience import wait_for

from factcheck.desktop import reading_process
from factcheck.desktop.reading_process import ReadingProcess
from factcheck.model import Relation

STAND_IN = [sys.executable, str(Path(__file__).with_name("worker.py"))]


@pytest.fixture
def process(dressed):
    process = ReadingProcess(dressed)
    process.command = STAND_IN
    yield process
    process.stop()


def test_a_check_reports_and_finishes(process, qtbot, tmp_path):
    steps, skipped = [], []
    process.progressed.connect(steps.append)
    process.skipped.connect(skipped.append)
    with qtbot.waitSignal(process.finished) as finished:
        process.start(tmp_path, ["a.txt", "b.pdf"])
        assert process.running
    assert finished.args[0]["documents"] == 2
    assert [step["detail"] for step in steps] == ["a.txt", "b.pdf"]
    assert skipped[0].reason == "It has no text."
    assert not process.running
    assert process.log == ["not json"]


def test_a_crash_names_the_file_it_was_at(process, qtbot, tmp_path):
    with qtbot.waitSignal(process.crashed) as crashed:
        process.start(tmp_path, ["crash", "here.txt"])
    assert crashed.args == ["here.txt"]
    assert "deep trouble" in process.log


def test_an_error_is_told_in_its_own_words(process, qtbot, tmp_path):
    with qtbot.waitSignal(process.failed) as failed:
        process.start(tmp_path, ["error"])
    assert "disk is full" in failed.args[0]


def test_cancel_is_heard(process, qtbot, tmp_path):
    with qtbot.waitSignal(process.progressed):
        process.start(tmp_path, ["slow"])
    with qtbot.waitSignal(process.cancelled):
        process.cancel()


def test_who_does_not_hear_is_killed(process, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(reading_process, "GRACE", 100)
    with qtbot.waitSignal(process.progressed):
        process.start(tmp_path, ["deaf"])
    with qtbot.waitSignal(process.cancelled):
        process.cancel()
    assert not process.running


def test_a_program_that_is_not_there(process, qtbot, tmp_path):
    process.command = [str(tmp_path / "nothing")]
    with qtbot.waitSignal(process.failed):
        process.start(tmp_path, ["a.txt"])
    assert not process.running


@pytest.fixture
def checked(window):
    window.checks.process.command = STAND_IN
    return window


def test_the_window_tells_of_skipped_files(checked, qtbot):
    with qtbot.waitSignal(checked.checks.finished):
        checked.desk.add(["a.txt"])
        assert checked.line.busy
    assert not checked.line.busy
    assert checked.notice.text == "1 article read. 1 file skipped."
    checked.notice.answer("findings")
    assert checked.page == "discrepancies"
    checked.notice.answer("list")
    qtbot.waitUntil(lambda: any(type(w).__name__ == "SkippedList" for w in checked.children()))


def test_what_comes_during_a_check_waits_for_its_end(checked, qtbot):
    checked.desk.add(["a.txt"])
    checked.desk.add(["c.txt"])
    with qtbot.waitSignals([checked.checks.finished, checked.checks.finished]):
        pass
    assert checked.checks.process.paths == ("c.txt",)


def test_after_a_crash_the_file_can_be_skipped(checked, qtbot, tmp_path):
    crash, good = tmp_path / "crash", tmp_path / "good.txt"
    crash.write_text("x")
    good.write_text("y")
    with qtbot.waitSignal(checked.checks.process.crashed):
        checked.desk.add([str(crash)])
    assert "“crash”" in checked.notice.text
    assert not checked.line.busy
    with qtbot.waitSignal(checked.checks.process.crashed):
        checked.notice.answer("retry")
    checked.checks.process.paths = (str(crash), str(good))
    with qtbot.waitSignal(checked.checks.finished):
        checked.notice.answer("skip")
    assert checked.checks.process.paths == (str(good),)


def test_cancel_from_the_status_bar(checked, qtbot):
    with qtbot.waitSignal(checked.checks.process.progressed):
        checked.desk.add(["slow"])
    with qtbot.waitSignal(checked.checks.process.cancelled):
        checked.line.cancel.click()
    assert "stopped" in checked.notice.text
    assert not checked.line.busy


def test_the_log_can_be_seen(checked, qtbot):
    with qtbot.waitSignal(checked.checks.process.failed):
        checked.desk.add(["error"])
    assert "disk is full" in checked.notice.text
    checked.notice.answer("log")
    qtbot.waitUntil(lambda: any(type(w).__name__ == "WorkerLog" for w in checked.children()))


def test_the_real_worker_reads_the_sample(empty_window, qtbot):
    """The main job, from the start page: the sample is read beside the window, and its errors are flagged."""
    empty_window.start.sample.click()
    assert empty_window.line.busy
    wait_for(qtbot, empty_window.checks.process, lambda: not empty_window.checks.running)
    assert empty_window.checks.process.log == []
    assert "articles read" in empty_window.notice.text
    empty_window.actions_["sample"].trigger()
    assert not empty_window.checks.running, "what has been read is not read again"
    assert len(empty_window.dossier.document_ids()) >= 12
    assert empty_window.dossier.counts()[Relation.DIFFER] > 0
    assert empty_window.library.model.rowCount() == len(empty_window.dossier.document_ids())
    assert empty_window.library.reader.marks
    empty_window.library.search.setText("giam ngheo")
    qtbot.waitUntil(lambda: 0 < empty_window.library.model.rowCount() < empty_window.library.model.total)
    assert empty_window.library.reader._highlights.hits


def test_what_is_there_can_be_used_while_a_check_goes_on(checked, qtbot):
    checked.library.step(1)
    focus = checked.library.reader.focus_span
    checked.go_to("discrepancies")
    checked.discrepancies.select_row(3)
    selected = checked.discrepancies.current.finding.id
    with qtbot.waitSignal(checked.checks.process.progressed):
        checked.desk.add(["slow"])
    checked.checks.changed.emit()
    assert checked.library.reader.focus_span == focus
    assert checked.library.inspector.found
    assert checked.discrepancies.current.finding.id == selected
    checked.go_to("compare")
    assert checked.compare.case.finding.id == selected
    checked.line.tell("Confirmed")
    assert checked.line.busy


def test_read_again_reads_what_was_added(checked, qtbot, tmp_path):
    (tmp_path / "new").mkdir()
    with qtbot.waitSignal(checked.checks.finished):
        checked.desk.add([str(tmp_path / "new"), str(tmp_path / "gone.txt")])
    with qtbot.waitSignal(checked.checks.finished):
        checked.actions_["read_again"].trigger()
    assert checked.checks.process.paths == (str(tmp_path / "new"),)


def test_closing_the_window_ends_the_worker(checked, qtbot):
    with qtbot.waitSignal(checked.checks.process.progressed):
        checked.desk.add(["slow"])
    checked.close()
    assert not checked.checks.running
    assert checked.dossier is None
