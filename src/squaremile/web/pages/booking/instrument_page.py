"""The page of one instrument: what it does now, whether I may use it, when it is free, what is wrong with it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import segno
from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from squaremile.booking import rules
from squaremile.booking.reads import instrument as reads
from squaremile.core.reads import files
from squaremile.kernel import clock
from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.period import Period
from squaremile.kernel.scope import require
from squaremile.web.pages.booking.instrument_forms import BlockForm, DescribeForm, FaultForm, StateForm
from squaremile.web.pages.booking.times import set_zone
from squaremile.web.shell.entry import signed_in
from squaremile.web.templatetags.booking import now_look

FIRST = 60
"""Minutes that one press books, where the gap and the rules have room for them."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A free span, and the part of it that one press books."""

    free: Period
    first: Period


@dataclass(frozen=True, slots=True)
class Trouble:
    """An open fault, and the form in which staff describe it."""

    row: reads.FaultRow
    describe: forms.Form
    open: bool


@dataclass
class Failed:
    """The act on this page that was refused: its form and its refusal go back beside it."""

    act: str = ""
    form: forms.Form | None = None
    refusal: SquaremileError | None = None
    fault: str = ""
    """Code of the fault it was about."""

    @property
    def status(self) -> int:
        return self.refusal.status if self.refusal else 422 if self.act else 200


@require_GET
@signed_in
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Everyone of the cluster may read it."""
    return shown(request, code, Failed())


def shown(request: HttpRequest, code: str, failed: Failed) -> HttpResponse:
    """The page, with what was just refused in its place."""
    found = reads.page(code)
    zone = found.instrument.zone
    made: dict[str, forms.Form] = {
        "fault": FaultForm(auto_id="fault_%s"),
        "block": BlockForm(auto_id="block_%s"),
        "state": StateForm(auto_id="state_%s", initial={"state": found.instrument.service}),
    }
    set_zone(made["block"], zone)
    if failed.form is not None:
        made[failed.act] = failed.form
    asking = require()
    return render(
        request,
        "booking/instrument.html",
        {
            "found": found,
            "machine": found.instrument,
            "zone": str(zone),
            "now_look": now_look(found.now.state),
            "troubles": _troubles(request, found, failed),
            "gaps": [first_of(gap, found) for gap in found.gaps],
            "about": _about(found),
            "qr": qr(request, code),
            "forms": made,
            "act": failed.act,
            "refusal": failed.refusal,
            "used": used(found),
            "books": rules.reserve(asking) and asking.may_write,
            "staff": {
                "edit": rules.keep_catalogue(asking),
                "maintain": rules.maintain(asking),
                "stop": rules.stop(asking),
                "qualify": rules.qualify(asking),
            },
            "photo": files.url(found.instrument.photo, "photo") if found.instrument.photo else "",
            "manuals": [(m.title, files.url(m.file, str(m.title)) if m.file else m.url) for m in found.manuals],
        },
        status=failed.status,
    )


def _troubles(request: HttpRequest, found: reads.InstrumentPage, failed: Failed) -> list[Trouble]:
    """Each with a form of its own; the one that was refused, or that the board asks for (`describe`), is open."""
    asked = failed.fault if failed.act == "describe" else request.GET.get("describe", "")
    rows = []
    for row in found.faults:
        form: forms.Form = DescribeForm(auto_id=f"describe_{row.code.lower()}_%s", initial={
            "says_ko": row.says_ko, "says_en": row.says_en, "severity": row.severity,
            "expected_back": row.expected_back,
        })
        set_zone(form, found.instrument.zone)
        if failed.form is not None and failed.act == "describe" and row.code == failed.fault:
            form = failed.form
        rows.append(Trouble(row, form, row.code == asked))
    return rows


def first_of(gap: Period, found: reads.InstrumentPage) -> Gap:
    """An hour at the head of the gap, as near as the rules allow, on their step."""
    rules_of_use = found.instrument.rules
    step = rules_of_use.step_minutes
    wanted = max(rules_of_use.min_minutes, FIRST - FIRST % step or step)
    most = min(gap.minutes, rules_of_use.max_minutes or gap.minutes)
    minutes = min(wanted, most) if min(wanted, most) >= rules_of_use.min_minutes else rules_of_use.min_minutes
    return Gap(gap, Period(gap.start, gap.start + timedelta(minutes=minutes - minutes % step)))


def _about(found: reads.InstrumentPage) -> list[tuple[str, str | None]]:
    return [
        (_("Kind"), str(found.instrument.kind_name)),
        (_("Room"), str(found.instrument.place_name)),
        (_("Maker and model"), f"{found.maker} {found.model}".strip() or None),
        (_("Serial number"), found.serial or None),
        (_("Asset number"), found.asset_number or None),
        (_("NFEC number"), found.nfec_number or None),
        (_("Taken along"), ", ".join(str(name) for _code, name in found.needs) or _("nothing")),
    ]


def used(found: reads.InstrumentPage) -> dict[str, Any]:
    """The share with its base and its date."""
    share = found.utilisation
    today = clock.now().astimezone(found.instrument.zone).date()
    hours = share.base_minutes // 60
    source = ngettext(
        "Last %(days)s days to %(today)s. Base: %(hours)s open hour without maintenance.",
        "Last %(days)s days to %(today)s. Base: %(hours)s open hours without maintenance.",
        hours,
    ) % {"days": share.days, "today": today.isoformat(), "hours": hours}
    return {"percent": share.percent, "source": source}


def qr(request: HttpRequest, code: str) -> SafeString:
    """Its address as a QR code, drawn by us: no script, no outside service."""
    address = f"{settings.PUBLIC_URL}{reverse('instrument', args=[code])}"
    return SafeString(segno.make(address, error="m").svg_inline(scale=4, border=1, omitsize=True, dark="#10171c"))


@require_GET
@signed_in
def label(request: HttpRequest, code: str) -> HttpResponse:
    """A label to print and stick on it."""
    return render(request, "booking/label.html", {"found": reads.page(code), "qr": qr(request, code)})
