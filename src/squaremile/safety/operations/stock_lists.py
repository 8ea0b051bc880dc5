"""A stock list comes in: every row or none, each once; new substances are registered on the way.

What staff bring in is what stands there already, and is only written down. What a company brings in itself is held against
the limits row by row, as if each container were received.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import DatabaseError, transaction

from squaremile.core.problems import heard
from squaremile.core.reads.organisations import organisations
from squaremile.core.sheets import words as sheet_words
from squaremile.core.sheets.reading import Numbered, RowError, read_sheet
from squaremile.core.sheets.row_words import BROKEN_CSV
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, SquaremileError
from squaremile.kernel.korean import search_key
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.safety import rules
from squaremile.safety.models import Container, StockListRow
from squaremile.safety.operations import substances
from squaremile.safety.operations.containers import Coming, amount_of, come_in
from squaremile.safety.operations.mixtures import enter_components, which
from squaremile.safety.policies import mixtures as policy
from squaremile.safety.policies.stock_list import CONTAINERS, OWN_CONTAINERS, ContainerRow
from squaremile.safety.reads import mixtures
from squaremile.safety.reads import substances as register
from squaremile.safety.reads.areas import cabinets, today
from squaremile.safety.words import stock_lists as words
from squaremile.spaces.reads import places

FILE = (
    sheet_words.EMPTY, sheet_words.NOT_TEXT, BROKEN_CSV, sheet_words.NOT_XLSX, sheet_words.TOO_LARGE, sheet_words.NO_HEADER,
    sheet_words.MISSING_COLUMNS, sheet_words.AMBIGUOUS_COLUMNS, sheet_words.BAD_MAP,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StockListTaken:
    """What became of a list. Where a row is wrong, nothing was saved; a dry run saves nothing either way."""

    read: int
    made: int
    unchanged: int
    substances: int
    saved: bool
    dry_run: bool
    errors: tuple[RowError, ...]
    remarks: tuple[Text, ...]


class _Undone(Exception):
    """Ends a run that is to leave nothing."""


@operation(
    "safety.import_stock_list", ko="시약 재고 목록 가져오기", en="Import a stock list", may=rules.keep_stock,
    refuses=(*FILE, words.LIST_TOO_LONG), constraints={"stock_list_row_once": words.LIST_CLASH},
)
def import_stock_list(*, name: str, content: bytes, dry_run: bool = False) -> StockListTaken:
    """A CSV or Excel sheet of containers. Everything that is wrong is told at once, row by row; the same list again changes
    nothing. A dry run is the same run, taken back."""
    asking = require()
    staff = rules.see_everyone(asking)
    reading = read_sheet(CONTAINERS if staff else OWN_CONTAINERS, content, zone=ZoneInfo(settings.TIME_ZONE), source=name)
    remarks = tuple(finding.text for finding in reading.report.findings if finding.code in ("ignored_column", "other_sheets"))
    read = reading.report.tallies["containers"].read if "containers" in reading.report.tallies else 0
    if read > words.MOST:
        raise Invalid(words.LIST_TOO_LONG, {"most": words.MOST, "rows": read})
    errors, made, same = list(reading.errors), [], 0
    shelf = Shelf(standing=staff, read_in=name)
    try:
        with transaction.atomic():
            for each in reading.rows:
                wrong = shelf.fit(each)
                errors += wrong
                if wrong or reading.errors:
                    continue
                came = _brought(shelf, each, errors)
                made += [came] if came is not None else []
                same += shelf.last_known
            if errors or dry_run:
                raise _Undone
    except _Undone:
        pass
    note(file=name[:200], rows=read, made=[] if errors or dry_run else [each.code for each in made], wrong=len(errors), dry_run=dry_run)
    return StockListTaken(
        read, 0 if errors else len(made), same, 0 if errors else shelf.registered, not errors and not dry_run, dry_run,
        tuple(sorted(errors, key=lambda error: error.row)), remarks + shelf.remarks,
    )  # fmt: skip


def _brought(shelf: "Shelf", each: Numbered, errors: list[RowError]) -> Container | None:
    """One row; what is refused is an error of that row."""
    try:
        with transaction.atomic():
            return shelf.bring(each.row)  # type: ignore[arg-type]  # the sheet's own rows
    except SquaremileError as refusal:
        errors.append(_refused(each, refusal))
    except DatabaseError as broken:
        refused = heard(broken)
        if refused is None:
            raise
        errors.append(_refused(each, refused))
    return None


def _refused(each: Numbered, refusal: SquaremileError) -> RowError:
    row = each.row
    assert isinstance(row, ContainerRow)
    what = Text(ko=refusal.text.ko.rstrip("."), en=refusal.text.en.rstrip("."))
    if refusal.arithmetic is not None:
        what = Text(ko=f"{what.ko} ({refusal.arithmetic.ko.rstrip('.')})", en=f"{what.en} ({refusal.arithmetic.en.rstrip('.')})")
    todo = refusal.remedy.label if refusal.remedy else Text(ko="", en="")
    return RowError(each.number, "", f"{row.name or row.cas} {row.how_much}", what, Text(ko=todo.ko.rstrip("."), en=todo.en.rstrip(".")))


class Shelf:
    """Rows of a stock list on their way in. `standing`: they stand there already and are only written down."""

    def __init__(self, *, standing: bool, read_in: str = "") -> None:
        self._standing, self._read_in = standing, read_in.strip() or words.LIST
        self._mixed: dict[tuple[object, ...], tuple[bool, policy.MadeOf]] = {}
        """What each mixture is made of, and whether that was known before the list."""
        self._kept: dict[tuple[object, ...], Text] = {}
        self._named: dict[tuple[str, UUID], str] = {}
        self._whose = {search_key(name): o for o in organisations() for name in (o.code, o.name.ko, o.name.en) if name}
        self._rooms = {search_key(name): r for r in places.rooms() for name in (r.code, r.name.ko, r.name.en) if name}
        self._boxes = dict(cabinets())
        self._substances = _Substances()
        self.last_known = False
        """Whether the last row was here already."""

    @property
    def registered(self) -> int:
        """How many substances were new."""
        return self._substances.made

    @property
    def remarks(self) -> tuple[Text, ...]:
        """Mixtures that the list says are made of something else than is known, each once."""
        return tuple(dict.fromkeys(self._kept.values()))

    def fit(self, each: Numbered) -> list[RowError]:
        """What of a row does not fit what is here."""
        row = each.row
        assert isinstance(row, ContainerRow)
        room, wrong = self._rooms.get(search_key(row.room)), []
        if self._owner(row) is None:
            wrong.append(_error(each, "company", row.company, words.NOBODY, words.NOBODY_DO))
        if room is None:
            wrong.append(_error(each, "room", row.room, words.NOWHERE, words.NOWHERE_DO))
        elif row.cabinet and self._boxes.get(row.cabinet) != room.code:
            wrong.append(_error(each, "cabinet", row.cabinet, words.NO_CABINET, words.NO_CABINET_DO))
        if row.components and not wrong and self._otherwise(row):
            wrong.append(_error(each, "components", row.components, words.OTHERWISE, words.OTHERWISE_DO))
        return wrong

    def _otherwise(self, row: ContainerRow) -> bool:
        """Whether a mixture is said to be made of something else than in an earlier row. What was known before the list stays as
        it is, whatever the list says: it may have been corrected since, and the list is told so in a remark."""
        owner = self._owner(row)
        assert owner is not None
        key, said = (search_key(row.name), row.phase, owner), self._made_of(row.components, owner)
        if key not in self._mixed:
            known = mixtures.of_substance(self._substances.known(row, owner))
            self._mixed[key] = (known is not None, said if known is None else mixtures.made_of(known))
        before, stands = self._mixed[key]
        if before and said != stands:
            self._kept[key] = words.KEPT.fill({"name": row.name})
        return not before and said != stands

    def _made_of(self, components: str, owner: UUID) -> policy.MadeOf:
        """Each component by what it is, not by how it is written: a list names what the register keeps by its number."""
        return policy.made_of(
            (self._which(share.what, owner), share.low, share.high) for share in policy.shares(policy.written(components))
        )

    def _which(self, what: str, owner: UUID) -> str:
        if (what, owner) not in self._named:
            self._named[what, owner] = which(what, owner)
        return self._named[what, owner]

    def bring(self, row: ContainerRow) -> Container | None:
        """The container that a row that fits becomes; None where it was brought before. Refused as any container is."""
        owner = self._owner(row)
        assert owner is not None
        self.last_known = StockListRow.objects.filter(organisation_id=owner, key=row.external_id).exists()
        if self.last_known:
            return None
        amount, unit = amount_of(row.how_much)
        found = self._substances.found(row, owner)
        if row.components and mixtures.of_substance(found) is None:
            enter_components(
                substance=found, components=policy.written(row.components), read_in=self._read_in, read_on=today(),
            )
        made = come_in(
            Coming(owner, substances.seen(found), amount, unit, row.condition, row.lot, row.good_until, standing=self._standing),
            self._rooms[search_key(row.room)].id, row.cabinet,
        )
        StockListRow.objects.create(organisation_id=owner, key=row.external_id, container=made, brought_at=clock.now())
        return made

    def _owner(self, row: ContainerRow) -> UUID | None:
        """The company that a row names; the asker's only one where it names none."""
        mine = require().organisations
        if not row.company and len(mine) == 1 and not self._standing:
            return next(iter(mine))
        found = self._whose.get(search_key(row.company))
        return found.id if found is not None and (self._standing or found.id in mine) else None


class _Substances:
    """The register, and what a list adds to it: by CAS number to the shared one where staff bring it in, else to the company's
    own."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, str], str] = {}
        self.made = 0
        for row in register.substances():
            for name in filter(None, (row.cas, row.name_ko, row.name_en)):
                self._known.setdefault((search_key(name), row.phase, "" if row.shared else row.organisation), row.code)
        self._codes = {o.id: o.code for o in organisations()}

    def known(self, said: ContainerRow, owner: UUID) -> str:
        """One that is registered already; empty where none is."""
        asked = search_key(said.cas or said.name)
        return next((code for whose in (self._codes[owner], "") if (code := self._known.get((asked, said.phase, whose)))), "")

    def found(self, said: ContainerRow, owner: UUID) -> str:
        """Of a substance by CAS number, else by name; the company's own before the shared one; registered where it is new."""
        if code := self.known(said, owner):
            return code
        asked, company = search_key(said.cas or said.name), self._codes[owner]
        shared = bool(said.cas) and rules.see_everyone(require())
        made = substances.add_substance(
            phase=said.phase, cas=said.cas, name_ko=said.name, organisation="" if shared else company, mixture=bool(said.components),
        ).code
        self._known[asked, said.phase, "" if shared else company] = made
        self.made += 1
        return made


def _error(each: Numbered, column: str, value: str, what: Text, todo: Text) -> RowError:
    header = next(one.headers[0] for one in CONTAINERS.columns if one.name == column)
    return RowError(each.number, header, value, what, todo)


def fitting(shelf: Shelf, rows: Sequence[Numbered]) -> list[RowError]:
    """Everything that does not fit, of a whole list."""
    return [wrong for each in rows for wrong in shelf.fit(each)]
