"""How amounts of promises look: in full, and shortened with the full figure for whoever points at it."""

from decimal import Decimal

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from squaremile.network.policies import amounts

register = template.Library()


@register.filter
def promised_full(amount: Decimal | None, unit: str) -> str:
    """Every digit, with the unit."""
    return "" if amount is None else str(amounts.full(amount, unit))


@register.filter
def promised_short(amount: Decimal | None, unit: str) -> SafeString:
    """Three figures, with the unit; the exact amount in the value for programs and for whoever points."""
    if amount is None:
        return SafeString("")
    return format_html(
        '<data value="{}" title="{}">{}</data>', amount, str(amounts.full(amount, unit)), str(amounts.short(amount, unit))
    )


@register.filter
def kpi_value(value: Decimal | None, unit: str) -> str:
    """A KPI's figure with its unit."""
    if value is None:
        return ""
    if unit in ("count", "days", "percent", "index"):
        said = f"{value.normalize():,f}"
        return f"{said}%" if unit == "percent" else said
    return str(amounts.short(value, unit))


@register.filter
def in_percent(ratio: Decimal | None) -> str:
    """A ratio in whole percent, rounded down: 99.9 % is not all of it."""
    return "" if ratio is None else f"{int(ratio * 100)}%"
