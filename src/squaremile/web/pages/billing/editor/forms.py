"""Forms over the JSON of a rate card: each field is one place in it, and a fault of that place is said at the field.

Figures stay as they are typed: whether they are sound, `reading` says, with the path of where.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from squaremile.billing.policies.places import Fault
from squaremile.billing.words.card_editor import KINDS
from squaremile.billing.words.pricing import BASES, CATEGORIES, HOW, SCOPES
from squaremile.kernel.money import MINOR_DIGITS
from squaremile.kernel.units import UNITS
from squaremile.kernel.words import Text

DAYS = (("mon", _("Monday")), ("tue", _("Tuesday")), ("wed", _("Wednesday")), ("thu", _("Thursday")), ("fri", _("Friday")),
        ("sat", _("Saturday")), ("sun", _("Sunday")))  # fmt: skip
LABEL = ("label", "ko"), ("label", "en")


@dataclass(frozen=True, slots=True)
class At:
    """Where a field stands in the JSON of its part, and how it is written there and read from there."""

    path: tuple[str, ...]
    written: Callable[[Any], Any] = lambda value: value
    shown: Callable[[Any], Any] = lambda value: value


def figure(typed: str) -> Any:
    """`45,000` as 45000, `12.5` as "12.5"; anything else as it is, for the fault to be said."""
    said = typed.replace(",", "").strip()
    return int(said) if said.isdigit() else said


def listed(typed: str) -> list[str]:
    return [each for part in typed.replace("\n", ",").split(",") if (each := part.strip())]


def pairs(first: str, second: str) -> tuple[Callable[[str], list[Any]], Callable[[Any], str]]:
    """Two figures a line; where the first is a dash or missing there is only the second."""

    def written(typed: str) -> list[Any]:
        found = []
        for line in typed.splitlines():
            words = line.replace(":", " ").split()
            if not words:
                continue
            one: dict[str, Any] = {second: figure(words[-1])}
            if len(words) > 1 and words[0] not in ("-", "–", "—"):
                one = {first: figure(words[0])} | one
            found.append(one)
        return found

    def shown(said: Any) -> str:
        rows = said if isinstance(said, list) else []
        return "\n".join(f"{one.get(first, '-')} {one.get(second, '')}" for one in rows if isinstance(one, Mapping))

    return written, shown


FIGURE = {"written": figure}
COMMAS = {"written": listed, "shown": lambda said: ", ".join(map(str, said)) if isinstance(said, list) else ""}


def _choices(said: Mapping[str, Text], *, blank: bool = False) -> list[tuple[str, Any]]:
    return [*([("", "—")] if blank else []), *said.items()]


def _number(label: Any, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=30, required=False, widget=forms.TextInput(attrs={"inputmode": "decimal"}), **more)


class PartForm(forms.Form):
    """A part of a version. `places` says where each field stands."""

    places: Mapping[str, At] = {}

    @classmethod
    def of(cls, part: Any, faults: Iterable[Fault], path: str, **more: Any) -> "PartForm":
        """The form of a part as it is, with its faults at their fields; those of no field stand above."""
        shown = {name: at.shown(_at(part, at.path)) for name, at in cls.places.items()}
        data = {name: value for name, value in shown.items() if value is not None}
        form = cls(data, **more)
        form.is_valid()
        for fault in faults:
            if fault.where == path or fault.where.startswith((f"{path}.", f"{path}[")):
                form.add_error(form._field(fault.where[len(path):].lstrip(".")), f"{fault.says} ({fault.where})")
        return form

    def _field(self, inside: str) -> str | None:
        """The field that a path is of: the longest that leads there."""
        leading = [
            (len(".".join(at.path)), name) for name, at in self.places.items()
            if inside == ".".join(at.path) or inside.startswith((".".join(at.path) + ".", ".".join(at.path) + "["))
            or (at.path[:1] == (inside,) and len(at.path) > 1)
        ]  # fmt: skip
        return max(leading)[1] if leading else None

    def part(self, before: Any) -> dict[str, Any]:
        """What it says, as JSON: over what was there, so that what has no field stays."""
        made = _copied(before)
        for name, at in self.places.items():
            _put(made, at.path, at.written(self.cleaned_data.get(name, "")))
        return made


def _at(part: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        if not isinstance(part, Mapping) or key not in part:
            return None
        part = part[key]
    return part


def _copied(part: Any) -> dict[str, Any]:
    return {k: _copied(v) if isinstance(v, Mapping) else v for k, v in part.items()} if isinstance(part, Mapping) else {}


def _put(part: dict[str, Any], path: tuple[str, ...], value: Any) -> None:
    """What is empty is not there, nor an object that holds nothing any more."""
    *inward, last = path
    if inward:
        inner = part.get(inward[0])
        inner = inner if isinstance(inner, dict) else {}
        _put(inner, (*inward[1:], last), value)
        if inner:
            part[inward[0]] = inner
        else:
            part.pop(inward[0], None)
    elif value in ("", None, [], {}):
        part.pop(last, None)
    else:
        part[last] = value


_TIERS = pairs("up_to", "rate")
_STEPS = pairs("at_least", "percent")
_OF_KIND = {
    "flat": ("rate", "fixed"), "tiered": ("tiers", "fixed"), "graduated": ("tiers", "fixed", "per"), "volume": ("tiers", "fixed", "per"),
    "package": ("rate", "size", "fixed", "per"), "percentage": ("percent", "fixed"), "monthly": ("rate", "tiers", "day_count"),
}  # fmt: skip


class PriceForm(PartForm):
    """How quantity becomes money. What its kind has none of is left out."""

    places = {
        "kind": At(("kind",)), "rate": At(("rate",), **FIGURE), "tiers": At(("tiers",), *_TIERS), "size": At(("size",), **FIGURE),
        "percent": At(("percent",), **FIGURE), "fixed": At(("fixed",), **FIGURE), "per": At(("per",)), "day_count": At(("day_count",)),
    }
    kind = forms.ChoiceField(label=_("Price"), choices=_choices(KINDS))
    rate = _number(_("Rate"), help_text=_("Flat, package, monthly."))
    tiers = forms.CharField(
        label=_("Tiers"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("A line each: up to, rate. The last line: a dash and its rate."),
    )
    size = _number(_("Size of a package"))
    percent = _number(_("Percent"))
    fixed = _number(_("Added for each use"))
    per = forms.ChoiceField(label=_("Whose month counts"), choices=_choices(SCOPES, blank=True), required=False)
    day_count = forms.ChoiceField(
        label=_("Days of a month"), required=False,
        choices=[("", "—"), ("calendar", _("the month's own")), ("30", "30"), ("365", _("a 365th of twelve months"))],
    )

    def part(self, before: Any) -> dict[str, Any]:
        made = super().part(before)
        own = _OF_KIND.get(made.get("kind", ""), ())
        if made.get("kind") == "monthly" and made.get("tiers"):
            made.pop("rate", None)
        return {key: value for key, value in made.items() if key == "kind" or key in own}


class ItemForm(PriceForm):
    """An item with its own price; prices of classes and peak windows have pages of their own."""

    places = {
        "code": At(("code",)), "label_ko": At(LABEL[0]), "label_en": At(LABEL[1]), "meter": At(("meter",)),
        "subjects": At(("subjects",), **COMMAS), "counted_in": At(("counted_in",)), "unit": At(("unit",)), "tax": At(("tax",)),
        "basis": At(("basis",)), "step": At(("rounding", "step"), **FIGURE), "how": At(("rounding", "how")),
        "minimum": At(("minimum",), **FIGURE), "assisted_rate": At(("assisted", "rate"), **FIGURE),
        "assisted_percent": At(("assisted", "percent"), **FIGURE), "discounts": At(("discounts",), *_STEPS),
        **{name: At(("price", *at.path), at.written, at.shown) for name, at in PriceForm.places.items()},
    }
    code = forms.CharField(label=_("Code"), max_length=40)
    label_ko = forms.CharField(label=_("Name in Korean"), max_length=120)
    label_en = forms.CharField(label=_("Name in English"), max_length=120)
    meter = forms.CharField(label=_("Meter"), max_length=40)
    subjects = forms.CharField(label=_("Codes of what it prices"), required=False, max_length=2000, help_text=_("Empty: everything of the meter."))
    counted_in = forms.ChoiceField(label=_("Counted in"), choices=[(u, UNITS[u].label) for u in UNITS])
    unit = forms.ChoiceField(label=_("Priced a"), choices=[*((u, UNITS[u].label) for u in UNITS), ("month", _("month"))])
    tax = forms.ChoiceField(label=_("Kind of tax"))
    basis = forms.ChoiceField(label=_("What is charged"), choices=_choices(BASES, blank=True), required=False)
    step = _number(_("Rounded in steps of"))
    how = forms.ChoiceField(label=_("Rounded"), choices=_choices(HOW, blank=True), required=False)
    minimum = _number(_("At least"))
    assisted_rate = _number(_("Assisted, added a unit"))
    assisted_percent = _number(_("Assisted, added in percent"))
    discounts = forms.CharField(
        label=_("Discounts for a long use"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("A line each: at least, percent."),
    )
    field_order = (
        "code", "label_ko", "label_en", "meter", "subjects", "counted_in", "unit", "kind", "rate", "tiers", "size", "percent", "fixed",
        "per", "day_count", "basis", "step", "how", "minimum", "assisted_rate", "assisted_percent", "discounts", "tax",
    )  # fmt: skip

    def __init__(self, *args: Any, taxes: Iterable[str] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["tax"].choices = [(code, code) for code in taxes]  # type: ignore[attr-defined]

    def part(self, before: Any) -> dict[str, Any]:
        made = PartForm.part(self, before)
        price = made.get("price", {})
        if price.get("kind") == "monthly" and price.get("tiers"):
            price.pop("rate", None)
        own = _OF_KIND.get(price.get("kind", ""), ())
        made["price"] = {key: value for key, value in price.items() if key == "kind" or key in own}
        return made


class PeakForm(PartForm):
    """A window of the week."""

    places = {
        "code": At(("code",)), "label_ko": At(LABEL[0]), "label_en": At(LABEL[1]), "days": At(("days",)), "begins": At(("from",)),
        "ends": At(("to",)), "factor": At(("factor",), **FIGURE),
    }
    code = forms.CharField(label=_("Code"), max_length=40)
    label_ko = forms.CharField(label=_("Name in Korean"), max_length=120)
    label_en = forms.CharField(label=_("Name in English"), max_length=120)
    days = forms.MultipleChoiceField(label=_("Days"), choices=DAYS, required=False, widget=forms.CheckboxSelectMultiple)
    begins = forms.CharField(label=_("From"), max_length=5, help_text="13:00")
    ends = forms.CharField(label=_("To"), max_length=5, help_text="24:00")
    factor = _number(_("Times"))


class CapForm(PartForm):
    """The most that is charged in a month."""

    places = {
        "code": At(("code",)), "label_ko": At(LABEL[0]), "label_en": At(LABEL[1]), "per": At(("per",)), "amount": At(("amount",), **FIGURE),
        "items": At(("items",), **COMMAS),
    }
    code = forms.CharField(label=_("Code"), max_length=40)
    label_ko = forms.CharField(label=_("Name in Korean"), max_length=120)
    label_en = forms.CharField(label=_("Name in English"), max_length=120)
    per = forms.ChoiceField(label=_("For each"), choices=_choices(SCOPES))
    amount = _number(_("At most a month"))
    items = forms.CharField(label=_("Codes of its items"), required=False, max_length=1000, help_text=_("Empty: all items."))


class TaxForm(PartForm):
    """A kind of tax that items name."""

    places = {"category": At(("category",)), "percent": At(("percent",), **FIGURE)}
    code = forms.CharField(label=_("Code"), max_length=40)
    category = forms.ChoiceField(label=_("Category"), choices=_choices(CATEGORIES))
    percent = _number(_("Percent"))
    field_order = ("code", "category", "percent")


class HeadForm(PartForm):
    """What all versions share. Of a published card only its title may change."""

    places = {
        "title_ko": At(("title", "ko")), "title_en": At(("title", "en")), "currency": At(("currency",)), "tax_rounding": At(("tax_rounding",)),
        "step": At(("document", "step"), **FIGURE), "how": At(("document", "how")),
    }
    title_ko = forms.CharField(label=_("Name in Korean"), max_length=120)
    title_en = forms.CharField(label=_("Name in English"), max_length=120)
    currency = forms.ChoiceField(label=_("Currency"), choices=[(c, c) for c in MINOR_DIGITS])
    tax_rounding = forms.ChoiceField(label=_("Tax is rounded"), choices=[("", "—"), ("half_up", _("half up")), ("down", _("down"))], required=False)
    step = _number(_("The document is rounded in steps of"))
    how = forms.ChoiceField(label=_("Rounded"), choices=_choices(HOW, blank=True), required=False)
