"""What stands in control areas besides containers, and counts in the same sums: what was poured into waste that nobody has
collected, and what other domains keep (gas cylinders, chemicals on shelves).

A source is a function of the database with the columns of `safety_waste_lots`. It answers to the purpose of `weighing` alone and
names nobody; it is asked in the statement of the sums, so that where nothing is attached nothing more is asked.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Q

from squaremile.safety.models import Substance as SubstanceRow
from squaremile.safety.policies.classing import Substance, classed
from squaremile.safety.policies.facts import facts as library
from squaremile.safety.policies.packs import Pack
from squaremile.safety.policies.phases import phase_of
from squaremile.safety.policies.quantity import WEIGHT, Amount
from squaremile.safety.policies.sums import Item

Known = Callable[[str, str], Substance | None]
"""What a domain knows of what it keeps, by its own word for it and the phase; None for what no pack counts."""
Facts = Callable[[Iterable[SubstanceRow]], dict[UUID, Substance]]
_COLUMNS = (
    "lots.area, lots.mine OR public, NULL, ARRAY['{0}'], keyed, public, phase, condition, false, dimension, NULL, amount, NULL, lots.lots, "
    "CASE WHEN substance IS NOT NULL THEN ARRAY[substance] END"
)


def by_cas(cas: str, phase: str) -> Substance:
    """What the library knows of it; nothing at all, where it does not know it either. Of what is sold by weight, which sources
    tell as solid for want of better, the library knows the phase too."""
    told = library(cas)
    if phase == WEIGHED:
        phase = phase_of(WEIGHT, told)
    if told is None:
        return Substance(cas, phase, cas)
    return Substance(told.name, phase, cas, told.flash_c, told.boil_c, told.autoignition_c)


WEIGHED = "solid"
"""The phase that sources tell of what is sold by weight."""
_sources: dict[str, Known] = {"safety_waste_lots": by_cas}


@dataclass(frozen=True, slots=True)
class Lot:
    """So much of one thing in one area. `public`: everybody may know of it, so it counts exactly, beside what is the asker's."""

    area: UUID
    mine: bool
    public: bool
    source: str
    substance: UUID | None
    key: str
    phase: str
    condition: str
    dimension: str
    amount: Decimal | None
    """None where nobody said how much one package holds."""
    lots: int

    @classmethod
    def naming(cls, source: str, key: str, phase: str) -> "Lot":
        """None of it, for who asks what it is."""
        return cls(UUID(int=0), False, False, source, None, key, phase, "storage", "volume", None, 0)

    @property
    def which(self) -> tuple[str, UUID | None, str, str]:
        return self.source, self.substance, self.key, self.phase

    def item(self, pack: Pack, known: Substance) -> Item:
        """As the sums of a pack take it; unclassified where nobody said how much it is."""
        if self.amount is None:
            return Item("", Amount(Decimal(0), self.dimension), known.phase, (), self.condition)
        said, kept = classed(pack, known), "storage" if pack.kind == "designated_quantity" else self.condition
        return Item("", Amount(self.amount, self.dimension), known.phase, said.classes, kept, False, said.density, said.certainty,
                    said.unsure)  # fmt: skip


def attach(source: str, known: Known) -> None:
    """Called from a domain's `AppConfig.ready`."""
    _sources[source] = known


def beside(sums: str) -> str:
    """The statement of the sums with everything that is attached."""
    return f"{sums} UNION ALL {alone()}"


def alone() -> str:
    """The statement of what is attached, without the sums; both take areas and whose are `mine` from `told` (`scope.asked_as`)."""
    return " UNION ALL ".join(f"SELECT {_COLUMNS.format(name)} FROM told, {name}(told.areas, told.mine) AS lots" for name in _sources)


def parted(rows: Iterable[tuple[Any, ...]]) -> tuple[list[tuple[Any, ...]], list[Lot]]:
    """The rows of the sums, and the lots that are attached to them."""
    every = list(rows)
    return [row for row in every if row[2] is not None], [_lot(row) for row in every if row[2] is None]


def _lot(row: tuple[Any, ...]) -> Lot:
    area, mine, _pack, (source,), key, public, phase, condition, _in, dimension, _density, amount, _weight, lots, substance = row
    return Lot(area, mine, public, source, substance[0] if substance else None, key, phase, condition, dimension, amount, lots)


def substances(lots: Iterable[Lot], facts: Facts) -> dict[tuple[str, UUID | None, str, str], Substance]:
    """What each of them is: as the register says, and where it says nothing as its own domain does. Two statements at most."""
    every = {lot.which for lot in lots}
    ids = {substance for _source, substance, _key, _phase in every if substance is not None}
    own = {which: _sources[which[0]](which[2], which[3]) for which in every if which[1] is None}
    numbers = {plain.cas for plain in own.values() if plain is not None and plain.cas}
    if not ids and not numbers:
        return {which: plain for which, plain in own.items() if plain is not None}
    rows = list(SubstanceRow.objects.filter(Q(id__in=ids) | Q(cas__in=numbers, organisation=None)).order_by("id"))
    known = facts(rows)
    shared = {(row.cas, row.phase): known[row.id] for row in rows if row.organisation_id is None and row.cas}
    made = dict(_told(own, shared))
    return made | {which: known[which[1]] for which in every if which[1] in known}


def _told(
    own: dict[tuple[str, UUID | None, str, str], Substance | None], shared: dict[tuple[str, str], Substance]
) -> Iterator[tuple[tuple[str, UUID | None, str, str], Substance]]:
    for which, plain in own.items():
        if plain is not None:
            yield which, joined(plain, _registered(which[3], plain, shared))


def _registered(told: str, plain: Substance, shared: dict[tuple[str, str], Substance]) -> Substance | None:
    """In that phase; of what is sold by weight otherwise in the one that is declared, where it is one alone. A gas by weight is
    liquefied: its limits as a gas are in cubic feet, in which no weight can be counted."""
    exact = shared.get((plain.cas, plain.phase))
    declared = [each for (cas, _phase), each in shared.items() if cas == plain.cas]
    if exact is not None or told != WEIGHED or len(declared) != 1:
        return exact
    return replace(declared[0], phase="liquefied") if declared[0].phase == "gas" else declared[0]


def joined(plain: Substance, registered: Substance | None) -> Substance:
    """The register's word, and for the packs that it does not speak of the domain's own."""
    if registered is None:
        return plain
    return Substance(
        registered.name, registered.phase, registered.cas, registered.flash_c, registered.boil_c, registered.autoignition_c,
        registered.soluble, registered.density, {**plain.entered, **registered.entered}, registered.claimed, registered.own,
    )  # fmt: skip
