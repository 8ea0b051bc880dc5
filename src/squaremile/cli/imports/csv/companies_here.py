"""The organisations that are here, by whatever a sheet calls them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from uuid import UUID

from squaremile.core.reads import external, organisations

_NUMBER = re.compile(r"(\d{3})-?(\d{2})-?(\d{5})")


@dataclass(frozen=True, slots=True)
class Company:
    """An organisation to which rows may refer."""

    id: UUID
    code: str


class CompaniesHere:
    """Found by code, by name, or by the name or business number it was imported under."""

    def __init__(self) -> None:
        self._named: dict[str, set[UUID]] = {}
        self._all: dict[UUID, Company] = {}
        for each in organisations.organisations():
            self._all[each.id] = Company(each.id, each.code)
            for name in (each.code, each.name.ko, each.name.en):
                self._named.setdefault(name.casefold(), set()).add(each.id)
        for known in external.of("organisation").values():
            if known.external_id.startswith("csv:organisation:") and known.subject in self._all:
                name = known.external_id.removeprefix("csv:organisation:")
                self._named.setdefault(name, set()).add(known.subject)

    def called(self, text: str) -> list[Company]:
        """Those that `text` may mean: one is an answer, none and several are not."""
        said = text.strip().casefold()
        if number := _NUMBER.fullmatch(said):
            said = "-".join(number.groups())
        return [self._all[id] for id in self._named.get(said, ())]
