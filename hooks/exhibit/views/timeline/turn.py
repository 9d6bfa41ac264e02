"""Turn: that a membership began or ended, as an entry of the timeline tells it."""

from __future__ import annotations

from dataclasses import dataclass

from exhibit.model.vocabulary import Status


@dataclass(frozen=True)
class MembershipTurn:
    """A membership that began or ended. who: ids of those of whom it is told."""

    who: tuple[str, ...]
    status: Status
    begins: bool

    def words(self, several: bool) -> str:
        """What they did."""
        return self.status.became(several) if self.begins else self.status.ceased(several)
