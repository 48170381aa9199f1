"""The order of the steps: files are read, their claims matched and compared, the findings kept."""

from factcheck.checking.events import Progress
from factcheck.checking.explaining import Explanation, answer, explain
from factcheck.checking.judging import find_discrepancies
from factcheck.checking.steps import check

__all__ = ["Explanation", "Progress", "answer", "check", "explain", "find_discrepancies"]
