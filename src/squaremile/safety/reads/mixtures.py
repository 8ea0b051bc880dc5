"""What mixtures are made of, as it was read: to be shown, and as the policies take it. Row security: who sees the mixture."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from squaremile.kernel.words import Text, both
from squaremile.safety.models import Component, Composition
from squaremile.safety.policies import mixtures as policy
from squaremile.safety.policies.classing import Part
from squaremile.safety.policies.facts import facts as library
from squaremile.safety.reads import attached


@dataclass(frozen=True, slots=True)
class ComponentSeen:
    """One component: of the register by its code, else by its CAS number; its shares in per cent by weight."""

    code: str
    cas: str
    name: Text
    low: Decimal
    high: Decimal

    @property
    def share(self) -> str:
        return policy.share(self.low, self.high)

    @property
    def line(self) -> str:
        return policy.line(self.code or self.cas, self.low, self.high)


@dataclass(frozen=True, slots=True)
class Mixed:
    """The components of one mixture as they stand, and where and when they were read."""

    read_in: str
    read_on: date
    components: tuple[ComponentSeen, ...]


def of_substance(code: str) -> Mixed | None:
    """None where nobody has entered any, and for what one may not see. Two statements."""
    found = Composition.objects.filter(substance__code=code, current=True).first()
    if found is None:
        return None
    rows = Component.objects.filter(composition=found).select_related("substance").order_by("position")
    return Mixed(found.read_in, found.read_on, tuple(_seen(row) for row in rows))


def made_of(known: Mixed) -> policy.MadeOf:
    """What is known, as what is said of the same mixture is held against it."""
    return policy.made_of((c.cas or c.code, c.low, c.high) for c in known.components)


def inside(mixtures: Sequence[UUID], facts: attached.Facts) -> dict[UUID, tuple[Part, ...]]:
    """The components of some mixtures with what is known of each, by the register or the library. Nothing is asked where there
    is no mixture, else one statement, and two more where there are components."""
    if not mixtures:
        return {}
    rows = list(
        Component.objects.filter(composition__substance__in=mixtures, composition__current=True)
        .select_related("composition", "substance").order_by("composition", "position")
    )
    lots = {row.id: _lot(row) for row in rows}
    known = attached.substances(lots.values(), facts) if rows else {}
    made: dict[UUID, list[Part]] = defaultdict(list)
    for row in rows:
        plain = known[lots[row.id].which]
        made[row.composition.substance_id].append(Part(_name(row), plain, row.low, row.high))
    return {key: tuple(parts) for key, parts in made.items()}


def _lot(row: Component) -> attached.Lot:
    """None of it, for who asks what it is: by CAS number in the phase that the register or the library has it in."""
    return replace(attached.Lot.naming("safety_waste_lots", row.cas, attached.WEIGHED), substance=row.substance_id)


def _seen(row: Component) -> ComponentSeen:
    known = row.substance
    return ComponentSeen(known.code if known else "", known.cas if known else row.cas, _name(row), row.low, row.high)


def _name(row: Component) -> Text:
    if row.substance is not None:
        return both(row.substance.name_ko, row.substance.name_en)
    told = library(row.cas)
    return Text(ko=row.cas, en=row.cas) if told is None else Text(ko=f"{told.name}({row.cas})", en=f"{told.name} ({row.cas})")
