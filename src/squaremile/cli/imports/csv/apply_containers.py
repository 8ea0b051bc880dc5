"""A sheet of containers: each row once, of a company and in a room that are known here; new substances are registered."""

from __future__ import annotations

from typing import NamedTuple

from squaremile.cli.imports.applying import about
from squaremile.cli.imports.csv.applying import Applying
from squaremile.cli.imports.csv.reader import Numbered
from squaremile.cli.imports.csv.rows import ContainerRow
from squaremile.core.reads.organisations import organisations
from squaremile.kernel.korean import search_key
from squaremile.kernel.words import Text
from squaremile.safety import operations as safety
from squaremile.safety.reads import substances
from squaremile.safety.reads.areas import cabinets
from squaremile.spaces.reads import places

_NOBODY = Text(ko="여기 없는 회사입니다", en="is no company here")
_NOBODY_DO = Text(ko="회사의 코드나 이름을 그대로 적으십시오", en="write the company's code or its name as it is here")
_NOWHERE = Text(ko="여기 없는 방입니다", en="is no room here")
_NOWHERE_DO = Text(ko="방의 코드나 이름을 그대로 적으십시오", en="write the room's code or its name as it is here")
_NO_CABINET = Text(ko="그 방에 없는 보관함입니다", en="is no cabinet of that room")
_NO_CABINET_DO = Text(ko="그 방 보관함의 코드를 적으십시오", en="write the code of a cabinet of that room")


class _Sound(NamedTuple):
    row: ContainerRow
    company: str
    room: str


def apply_containers(run: Applying) -> None:
    """Every row, once: the same row of the same sheet again changes nothing."""
    whose = {search_key(name): o.code for o in organisations() for name in (o.code, o.name.ko, o.name.en) if name}
    rooms = {search_key(name): r.code for r in places.rooms() for name in (r.code, r.name.ko, r.name.en) if name}
    boxes = dict(cabinets())
    sound = [(each, _fitting(run, each, whose, rooms, boxes)) for each in run.reading.rows]
    run.stop_if_unfit()
    known = _Substances()
    for each, found in run.track(run.reading.sheet.label, sound):
        assert found is not None
        said = found.row
        if run.ledger.knows(said.external_id):
            run.report.same("containers")
            continue
        with about(f"row:{each.number}"):
            made = safety.receive_container(
                substance=known.code(said, found.company), how_much=said.how_much, place=found.room, cabinet=said.cabinet,
                condition=said.condition, lot=said.lot, good_until=said.good_until, organisation=found.company,
            )
            run.ledger.remember(said.external_id, "container", made.id)
        run.report.made("containers")


def _fitting(
    run: Applying, each: Numbered, whose: dict[str, str], rooms: dict[str, str], boxes: dict[str, str]
) -> _Sound | None:
    row = each.row
    assert isinstance(row, ContainerRow)
    company, room = whose.get(search_key(row.company)), rooms.get(search_key(row.room))
    if company is None:
        run.wrong(each, "company", row.company, _NOBODY, _NOBODY_DO)
    if room is None:
        run.wrong(each, "room", row.room, _NOWHERE, _NOWHERE_DO)
    elif row.cabinet and boxes.get(row.cabinet) != room:
        run.wrong(each, "cabinet", row.cabinet, _NO_CABINET, _NO_CABINET_DO)
    return _Sound(row, company, room) if company and room else None


class _Substances:
    """The register, and what the sheet adds to it: by CAS number to the shared one, by name alone to the company's own."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, str], str] = {}
        for row in substances.substances():
            for name in filter(None, (row.cas, row.name_ko, row.name_en)):
                self._known.setdefault((search_key(name), row.phase, "" if row.shared else row.organisation), row.code)

    def code(self, said: ContainerRow, company: str) -> str:
        """Of a substance by CAS number, else by name; the company's own before the shared one; registered where it is new."""
        asked = search_key(said.cas or said.name)
        for whose in (company, ""):
            if found := self._known.get((asked, said.phase, whose)):
                return found
        owner = "" if said.cas else company
        made = safety.add_substance(phase=said.phase, cas=said.cas, name_ko=said.name, organisation=owner).code
        self._known[asked, said.phase, owner] = made
        return made
