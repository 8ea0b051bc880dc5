"""What stores still keep for a company that leaves."""

from uuid import UUID

from squaremile.stores.models import Cylinder, Load, Order, Parcel


def counts(organisation: UUID) -> dict[str, tuple[str, ...]]:
    """By kind of clearance, codes: cylinders that were not returned; parcels, loads and orders on their way. Four statements."""
    mine = {"organisation": organisation}
    waiting = (
        Parcel.objects.filter(state="arrived", **mine), Load.objects.exclude(state__in=("handed_out", "discarded")).filter(**mine),
        Order.objects.filter(state__in=("requested", "approved", "ordered"), **mine),
    )  # fmt: skip
    return {
        "chemicals": tuple(Cylinder.objects.filter(**mine).exclude(state="returned").order_by("code").values_list("code", flat=True)),
        "own_equipment": tuple(code for rows in waiting for code in rows.order_by("code").values_list("code", flat=True)),
    }
