"""Tags and filters of the kit: how values look. They format and label; they decide nothing."""

import json
import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from django import template
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from squaremile.kernel.money import MINOR_DIGITS, Money
from squaremile.kernel.words import Text
from squaremile.web.kit.looks import LOOKS, Look
from squaremile.web.kit.map_words import map_texts, square_texts
from squaremile.web.kit.timeline_words import timeline_texts

register = template.Library()
_WON = re.compile(r"(-?)₩(\d+(?:,\d{3})*(?:\.\d+)?)")


class Reading(NamedTuple):
    """A meter's look, its share in whole percent where there is one, and how far its bar is filled."""

    look: str
    percent: int | None
    fill: int


SIGNS = {"KRW": "₩", "JPY": "¥", "USD": "$", "EUR": "€", "GBP": "£"}


@register.filter
def look(name: object) -> Look:
    """The family, icon and label of a look; an unknown name looks neutral and says itself."""
    return LOOKS.get(str(name)) or Look(str(name), "neutral", "circle", str(name))


@register.filter
def money(amount: Money | None) -> str:
    """₩45,000 in English, 45,000원 in Korean; other currencies keep their sign in both."""
    if amount is None:
        return ""
    digits = MINOR_DIGITS[amount.currency]
    figure = number_format(abs(amount.amount), decimal_pos=digits, use_l10n=True, force_grouping=True)
    minus = "\u2212" if amount.minor < 0 else ""
    if amount.currency == "KRW" and (get_language() or "").startswith("ko"):
        return f"{minus}{figure}원"
    return f"{minus}{SIGNS[amount.currency]}{figure}"


@register.filter
def won(said: object) -> str:
    """A stored sentence with its money as the page says it: 45,000원 in Korean, where it stands as ₩45,000."""
    return _WON.sub(r"\1\2원", str(said)) if (get_language() or "").startswith("ko") else str(said)


@register.filter
def initials(name: object) -> str:
    """At most two letters: the given name's first two syllables in Korean, first and last initial elsewhere."""
    words = str(name).replace("(주)", "").replace("㈜", "").split()
    if not words:
        return "?"
    if len(words) == 1:
        word = words[0]
        hangul = "가" <= word[0] <= "힣"
        return word[-2:] if hangul and len(word) <= 3 else word[:2]
    return (words[0][0] + words[-1][0]).upper()


@register.filter
def beside(text: Text) -> str:
    """A name in the language that is not being served, where it has one of its own: for what is read in both."""
    said, other = (text.ko, text.en) if (get_language() or "").startswith("ko") else (text.en, text.ko)
    return other if said and other != said else ""


@register.filter
def in_zone(moment: datetime, zone: str) -> datetime:
    """The moment as a clock in that zone shows it; without a zone, in the one being served."""
    return timezone.localtime(moment, ZoneInfo(zone) if zone else None)


@register.filter
def clock_text(moment: datetime | date, show: str) -> str:
    """`time` 14:30, `date` 2 March, `datetime` both, with the weekday; Korean and English order."""
    korean = (get_language() or "").startswith("ko")
    day = "n월 j일(D)" if korean else "D j M"
    if moment.year != timezone.localtime().year:
        day = "Y년 n월 j일(D)" if korean else "D j M Y"
    return date_format(moment, {"time": "H:i", "date": day}.get(show, f"{day} H:i"))


@register.filter
def zone_name(moment: datetime) -> str:
    """KST, or UTC+09:00 where the zone has no letters."""
    name = moment.tzname() or ""
    return name if name.isalpha() else f"UTC{moment.strftime('%z')[:3]}:{moment.strftime('%z')[3:]}"


@register.simple_tag
def meter_reading(value: Any, limit: Any, warn_at: Any) -> Reading:
    """How much of the limit is used. Anything above a limit of nothing is over it; what is missing stays unknown."""
    used, most = _number(value), _number(limit)
    if used is None or most is None:
        return Reading("unknown", None, 0)
    if not most:
        return Reading("stop" if used else "ok", None, 100 if used else 0)
    percent = int(used * 100 / most)
    look = "stop" if used > most else "warn" if percent >= int(warn_at) else "ok"
    return Reading(look, percent, min(percent, 100))


def _number(value: Any) -> Decimal | None:
    text = str(value if value is not None else "").replace(",", "")
    return Decimal(text) if text else None


@register.filter
def is_checkbox(field: Any) -> bool:
    return getattr(field.field.widget, "input_type", "") == "checkbox" and not field.field.widget.use_fieldset


@register.simple_tag(takes_context=True)
def query(context: template.Context, **changes: object) -> str:
    """The page's query string with some values changed; None or empty takes a value out."""
    values = context["request"].GET.copy()
    for name, value in changes.items():
        values.pop(name, None)
        if value not in (None, ""):
            values[name] = str(value)
    return f"?{values.urlencode()}"


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon by name, for Python and for templates that have only a variable."""
    return SafeString(render_to_string("cotton/icon.html", {"name": name}))


@register.filter
def get_value(values: Any, name: str) -> Any:
    """One value of a mapping by a name that is a variable."""
    return values.get(name, "")


@register.filter
def make_list_of(count: Any) -> range:
    """That many turns of a loop."""
    return range(int(count or 0))


@register.filter
def page_range(page: Any) -> list[Any]:
    """Page numbers with an ellipsis where the list is long."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))


@register.simple_tag
def timeline_words() -> str:
    """The timeline's texts, as its script reads them."""
    return json.dumps(timeline_texts(), ensure_ascii=False)


@register.simple_tag
def map_words() -> str:
    """The map's texts, as its script reads them."""
    return json.dumps(map_texts(), ensure_ascii=False)


@register.simple_tag
def square_words() -> str:
    """The square's texts, as its script reads them."""
    return json.dumps(square_texts(), ensure_ascii=False)
