"""How booking's values look on pages: spans of time, states."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django import template
from django.utils import timezone
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString

from squaremile.kernel.period import Period
from squaremile.web.kit.templatetags.kit import clock_text, zone_name

register = template.Library()
LOOKS = {
    "pending": "pending",
    "confirmed": "ok",
    "in_use": "in_use",
    "done": "neutral",
    "cancelled": "neutral",
    "declined": "stop",
    "missed": "warn",
    "in_service": "free",
    "out_of_service": "maintenance",
    "retired": "neutral",
    "note": "info",
    "degraded": "warn",
    "unusable": "fault",
}


NOW_LOOKS = {
    "free": "free",
    "in_use": "in_use",
    "overrun": "warn",
    "booked": "in_use",
    "maintenance": "maintenance",
    "fault": "fault",
    "closed": "neutral",
    "out_of_service": "maintenance",
    "retired": "neutral",
}


@register.filter
def now_look(state: str) -> str:
    """The look of what an instrument does now (booking.words.NOW)."""
    return NOW_LOOKS.get(state, "neutral")


@register.filter
def booking_look(state: str) -> str:
    """The look of a booking's, an instrument's or a fault's state."""
    return LOOKS.get(state, state)


@register.simple_tag
def span(period: Period | None, zone: str, with_zone: bool = False) -> SafeString | str:
    """`1 March 09:00–11:30 KST`, on the clock of the site; the second day only where it is another one."""
    if period is None:
        return ""
    start, end = (timezone.localtime(moment, ZoneInfo(str(zone))) for moment in (period.start, period.end))
    last = clock_text(end, "time" if start.date() == end.date() else "datetime")
    if (end - start).days >= 0 and end.hour == end.minute == 0 and (end.date() - start.date()).days == 1:
        last = "24:00"
    return format_html(
        '<span class="span"><time class="clock" datetime="{}">{}</time>–<time class="clock" datetime="{}">{}</time>{}</span>',
        start.isoformat(),
        clock_text(start, "datetime"),
        end.isoformat(),
        last,
        format_html(' <span class="zone">{}</span>', zone_name(start)) if with_zone else "",
    )


@register.simple_tag
def moment(at: datetime, show: str = "datetime", zone: object = "") -> SafeString:
    """A time for the middle of a sentence, whose order each language has for itself."""
    local = timezone.localtime(at, ZoneInfo(str(zone)) if zone else None)
    return format_html('<time class="clock" datetime="{}">{}</time>', local.isoformat(), clock_text(local, show))


@register.simple_tag
def span_text(period: Period, zone: str) -> str:
    """The same without markup, for options and labels."""
    return strip_tags(span(period, zone))


@register.filter
def minutes_text(minutes: int | None) -> str:
    """`1:30` for ninety minutes: hours and minutes as a clock counts them."""
    return "" if minutes is None else f"{minutes // 60}:{minutes % 60:02d}"
