"""Waste: what stands where with which clocks, what a generator was in each month, and what was collected."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Q

from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, both
from squaremile.safety import rules
from squaremile.safety.models import WasteContainer, WasteGenerator, WastePickup
from squaremile.safety.policies import manifests
from squaremile.safety.policies import waste as policy
from squaremile.safety.reads import waste_months
from squaremile.safety.reads.areas import today
from squaremile.safety.words import waste as words

LOOKS = {"overdue": "stop", "due": "warn", "later": "ok"}
MONTHS = 12


@dataclass(frozen=True, slots=True)
class WasteRow:
    """One container."""

    code: str
    organisation_id: UUID
    company: Text
    room_name: Text
    stream: str
    contents: str
    acute: bool
    weight_kg: Decimal | None
    state: str
    started_on: date
    generator: str
    clocks: tuple[policy.Running, ...]

    @property
    def stream_said(self) -> Text:
        return words.STREAMS[self.stream]

    @property
    def state_said(self) -> Text:
        return words.STATES[self.state]

    @property
    def look(self) -> str:
        return LOOKS[self.clocks[0].standing] if self.clocks else "ok"

    @property
    def standing_said(self) -> Text | None:
        return words.STANDING[self.clocks[0].standing] if self.clocks else None


@dataclass(frozen=True, slots=True)
class Month:
    """What of a generator's waste the asker sees of a month. `status`: what everybody's waste under that number makes it; None
    where the rules know no such thing."""

    first: date
    kg: Decimal
    acute_kg: Decimal
    status: policy.Status | None


@dataclass(frozen=True, slots=True)
class GeneratorRow:
    """One generator with its last months, the newest first."""

    code: str
    name: Text
    number: str
    regime: str
    months: tuple[Month, ...]

    @property
    def regime_said(self) -> Text:
        return words.REGIMES[self.regime]


@dataclass(frozen=True, slots=True)
class PickupRow:
    """One collection, with what the asker may see of it."""

    code: str
    manifest: str
    carrier: str
    picked_on: date
    returned_on: date | None
    containers: int
    kg: Decimal
    standing: manifests.Standing


def filling(organisation: str) -> list[WasteRow]:
    """A company's waste containers that are being filled, by the company's code. Two statements."""
    its = set(WasteContainer.objects.filter(organisation__code=organisation, state="filling").values_list("code", flat=True))
    return [row for row in here() if row.code in its] if its else []


def here() -> list[WasteRow]:
    """What stands here: a company's own, or everybody's for those who answer for safety; the most urgent first. Two statements."""
    found = list(WasteContainer.objects.exclude(state="picked_up").select_related("organisation", "room", "generator"))
    months = waste_months.everybodys() if found else {}
    rows = [_row(each, _heaviest(each, months.get(each.generator_id, {}))) for each in found]
    return sorted(rows, key=lambda r: (r.clocks[0].due if r.clocks else date.max, r.code))


def generators() -> list[GeneratorRow]:
    """Those that the asker may know, with their months as far as she sees what was weighed. Three statements."""
    first, everybodys = today().replace(day=1), waste_months.everybodys()
    sums: dict[tuple[UUID, date], list[Decimal]] = defaultdict(lambda: [Decimal(0), Decimal(0)])
    weighed = WasteContainer.objects.filter(weight_kg__isnull=False).values_list("generator_id", "full_on", "stored_on", "weight_kg", "acute")
    for generator, full_on, stored_on, kg, acute in weighed:
        day = full_on or stored_on
        if day is not None and kg is not None:
            month = sums[generator, day.replace(day=1)]
            month[0] += kg
            month[1] += kg if acute else Decimal(0)
    return [
        GeneratorRow(g.code, both(g.name_ko, g.name_en), g.number, g.regime, tuple(_months(g, first, sums, everybodys.get(g.id, {}))))
        for g in WasteGenerator.objects.order_by("code")
    ]


def may_use() -> list[tuple[str, Text]]:
    """Generators that the asker's waste may count under: the operator's, and her own company's."""
    found = WasteGenerator.objects.filter(Q(organisation=None) | Q(organisation_id__in=require().organisations)) if not require().staff_roles \
        else WasteGenerator.objects.all()  # fmt: skip
    return [(g.code, both(g.name_ko, g.name_en)) for g in found.order_by("code")]


def pickups() -> list[PickupRow]:
    """Collections, the newest first; of each, the containers that the asker sees. Two statements."""
    sums: dict[UUID, list[Decimal]] = defaultdict(list)
    for pickup, kg in WasteContainer.objects.filter(pickup__isnull=False).values_list("pickup_id", "weight_kg"):
        sums[pickup].append(kg or Decimal(0))
    return [
        PickupRow(p.code, p.manifest, p.carrier, p.picked_on, p.returned_on, len(sums[p.id]), sum(sums[p.id], Decimal(0)),
                  manifests.standing(p.picked_on, p.returned_on, today()))
        for p in WastePickup.objects.order_by("-picked_on", "-code")[:50]
    ]


def _heaviest(w: WasteContainer, months: waste_months.Months) -> str:
    """What its generator was at its heaviest since the month that the container counts in: a clock that began for a large
    generator does not stop with the month."""
    since = (min(day for day in (w.full_on, w.stored_on, today()) if day is not None)).replace(day=1)
    found = policy.heaviest(w.generator.regime, (sums for month, sums in months.items() if month >= since))
    return found.code if found else "VSQG"


def _months(g: WasteGenerator, first: date, sums: dict[tuple[UUID, date], list[Decimal]], everybodys: waste_months.Months) -> list[Month]:
    made, month = [], first
    for _ in range(MONTHS):
        kg, acute = sums.get((g.id, month), [Decimal(0), Decimal(0)])
        # A month in which one had none oneself is nobody else's to tell.
        whole = everybodys.get(month, (Decimal(0), Decimal(0))) if kg or rules.see_everyone(require()) else (kg, acute)
        made.append(Month(month, kg, acute, policy.status(g.regime, *whole)))
        month = (month.replace(year=month.year - 1, month=12) if month.month == 1 else month.replace(month=month.month - 1))
    return made


def _row(w: WasteContainer, status: str) -> WasteRow:
    dates = {"started_on": w.started_on, "full_on": w.full_on, "stored_on": w.stored_on}
    return WasteRow(
        w.code, w.organisation_id, both(w.organisation.name_ko, w.organisation.name_en), both(w.room.name_ko, w.room.name_en), w.stream,
        w.contents, w.acute, w.weight_kg, w.state, w.started_on, w.generator.code,
        tuple(policy.running(w.generator.regime, status, w.state, dates, today())),
    )
