"""Which figures of one case stand beside each other: two, or three where there is room, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.desktop.sightings import Sighting
from factcheck.desktop.status import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Case, Claim, Document


class Lineup:
    """One figure stays, others are set beside it; where there are three, the one that stays is in the middle."""

    def __init__(self, case: Case, found: Sequence[Sighting], alone: Claim | None, *, swapped: bool = False) -> None:
        """`found` are all that report the figure, `alone` is the one that more sources contradict than the other."""
        self.case, self.found, self.swapped = case, found, swapped
        self.alone = alone
        self.third: Sighting | None = None
        self._beside: Sighting | None = None  # a further source in place of the case's second one

    @property
    def staying(self) -> Claim:
        """Return the figure that stays while sources are set beside it."""
        return self.alone or self.case.finding.match.a

    @property
    def others(self) -> list[Sighting]:
        """Return all that report the figure in another article than the one that stays."""
        stays = self.staying
        return [each for each in self.found if each.claim.id != stays.id and each.status is not Status.CHECK]

    @property
    def second(self) -> Sighting:
        """Return what is set beside the figure that stays."""
        if self._beside is not None:
            return self._beside
        match = self.case.finding.match
        pairs = ((match.a, self.case.a), (match.b, self.case.b))
        claim, document = next(pair for pair in pairs if pair[0].id != self.staying.id)
        return Sighting(claim, document, self.case.finding)

    @property
    def beside(self) -> set[str]:
        """Return the ids of the figures that stand beside the one that stays."""
        shown = {self.second.claim.id} - {self.staying.id}
        return shown | ({self.third.claim.id} if self.third else set())

    @property
    def sides(self) -> list[tuple[Document, Claim]]:
        """Return the figure that stays and the one beside it, with their articles, in the order shown."""
        stays, second = self.staying, self.second
        document = self.case.a if stays.id == self.case.finding.match.a.id else self.case.b
        pair = [(document, stays), (second.document, second.claim)]
        return pair[::-1] if self.swapped != (self.third is not None) else pair

    @property
    def shown(self) -> list[tuple[Document, Claim]]:
        """Return all that is shown, in order."""
        return [*self.sides, *([(self.third.document, self.third.claim)] if self.third else [])]

    def set_beside(self, each: Sighting) -> None:
        """Set a source beside the figure that stays; as the third one where there are three."""
        if self.third is None:
            self._beside = each
        elif each.claim.id not in self.beside:
            self.third = each

    def swap(self) -> None:
        """Let the two sides change places; of three, those beside the one that stays."""
        if self.third is not None:
            self._beside, self.third = self.third, self.second
        else:
            self.swapped = not self.swapped

    def choose_third(self, *, room: bool) -> None:
        """Add a third source where there is room, and keep the one there is unless it is the second by now."""
        if not room:
            self.third = None
        elif self.third is None or self.third.claim.id == self.second.claim.id:
            self.third = next(each for each in self.others if each.claim.id != self.second.claim.id)
        if self.third is not None:
            self.swapped = False
