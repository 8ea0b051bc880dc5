"""What there is to let: how many places of each kind on each site. Not who has them, nor whether they are free."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Sum

from squaremile.kernel.words import Text, both
from squaremile.spaces import words
from squaremile.spaces.models import Place
from squaremile.spaces.models.place import KINDS
from squaremile.spaces.reads.there import there


@dataclass(frozen=True, slots=True)
class Offered:
    """Places of one kind. `area_m2` only where every one of them is measured."""

    kind: str
    kind_said: Text
    count: int
    area_m2: Decimal | None


@dataclass(frozen=True, slots=True)
class SiteOffer:
    """One site and what it lets."""

    code: str
    name: Text
    offered: tuple[Offered, ...]


def offered() -> list[SiteOffer]:
    """Every site in use with its rentable places, two statements."""
    counted = list(
        Place.objects.filter(there(), rentable=True).values("site_id", "kind")
        .annotate(n=Count("id"), measured=Count("area_m2"), area=Sum("area_m2"))
    )
    counted.sort(key=lambda row: KINDS.index(row["kind"]))
    return [
        SiteOffer(site.code, both(site.name_ko, site.name_en), tuple(
            Offered(row["kind"], words.KINDS[row["kind"]], row["n"], row["area"] if row["measured"] == row["n"] else None)
            for row in counted if row["site_id"] == site.id
        ))
        for site in Place.objects.filter(kind="site", active=True).order_by("position", "code")
    ]
