"""How amounts of promises look: in full, and shortened with the full figure for whoever points at it."""

from decimal import Decimal

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from squaremile.network.policies import amounts
from squaremile.network.policies.kpis import Kpi

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


@register.simple_tag
def kpi_unit(kpi: Kpi, unit: str) -> str:
    """What stands behind the figure: 건, 일, …; nothing where the figure carries its unit already (%, ₩, 명)."""
    if unit == "count":
        return str(kpi.each)
    return {"days": _("days"), "index": _("of 1 (Gini)")}.get(unit, "")


@register.simple_tag
def kpi_base(kpi: Kpi, base: int) -> str:
    """The base by name: of 24 introductions asked."""
    return str(kpi.over.fill({"n": f"{base:,}"}))


@register.filter
def in_percent(ratio: Decimal | None) -> str:
    """A ratio in whole percent, rounded down: 99.9 % is not all of it."""
    return "" if ratio is None else f"{int(ratio * 100)}%"
