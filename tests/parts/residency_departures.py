"""For the tests of the whole product: a rival that leaves. What it has to clear and what it is charged is its own."""

from datetime import date
from decimal import Decimal
from typing import Any

from squaremile.residency import operations as residency
from squaremile.residency.models import Licence
from squaremile.residency.policies.clearance import KINDS

API = "squaremile.api.v1.residency.departures"
NOUNS = {
    "departures": ("departure",), "exits": ("departure",), "clearance-lines": ("clearance line",), "deductions": ("deduction",),
}  # fmt: skip
SAID = {"exit_step": ("withdraw", "graduate", "settle")}
HERS = {"company": "company record", "departure": "departure", "clearance_line": "clearance line", "deduction": "deduction"}
SOUND: dict[str, Any] = {
    "last_day": date(2028, 1, 31), "kind": "waste", "what": "폐액", "unit": "litre", "opening": Decimal(1), "amount": Decimal(1),
    "says": "왜", "amount_minor": 1, "disputed_minor": 1, "remark": "왜", "written_off": True,
}  # fmt: skip
LEFT_OUT = ("destination", "file", "form_token")
OWN: dict[str, dict[str, Any]] = {
    "residency.sign_line": {"clearance_line": "empty line"}, "residency.settle_deposit": {"departure": "cleared departure"},
    "residency.settle_owed": {"departure": "owing departure"},
    "residency.graduate": {"departure": "zero departure"}, "residency.notify_exit": {"company": "staying record"},
    "residency.see_off": {"company": "organisation"},
}  # fmt: skip
TEXTS = {"destination": "새봄의 새 둥지 판교", "line": "새봄 SB-12 원액", "deduction": "새봄 실험실 바닥 손상"}


def week(world, codes, keys):
    """The rival gives notice, counts what it has, and something is deducted."""
    with world.as_("programme"):
        residency.set_people_terms(company=codes["company record"], seats=4, since=date(2027, 3, 2), deposit_minor=1_000_000)
    with world.as_("sujin"):
        leaving = residency.notify_exit(
            company=codes["company record"], last_day=date(2027, 9, 30), destination=TEXTS["destination"]
        ).code
        codes["clearance line"] = residency.count_line(
            departure=leaving, kind="waste", what=TEXTS["line"], unit="litre", opening=Decimal(3)
        ).code
        codes["empty line"] = residency.count_line(
            departure=leaving, kind="freezer", what=TEXTS["line"], unit="box", opening=Decimal(0)
        ).code
    codes["departure"] = leaving
    codes["cleared departure"], codes["zero departure"] = _cleared(world, "FIFTH"), _zero(world, "SIXTH")
    with world.as_("director"):
        codes["staying record"] = _resident("SEVENTH")
    with world.as_("finance"):
        codes["owing departure"] = _cleared(world, "NINTH")
        residency.deduct(departure=codes["owing departure"], says=TEXTS["deduction"], amount_minor=1_200_000)
        codes["deduction"] = residency.deduct(departure=leaving, says=TEXTS["deduction"], amount_minor=50_000).code


def _resident(code):
    from squaremile.core import operations as core

    core.add_organisation(code=code, name_ko=code, name_en=code)
    made = residency.open_record(organisation=code, licensed_until=date(2028, 12, 31))
    residency.set_people_terms(company=made.code, seats=5, notice_months=0, deposit_minor=1_000_000)
    residency.record_deposit(licence=Licence.objects.get(company=made).code, amount=1_000_000, paid_on=date(2027, 2, 1))
    return made.code


def _zero(world, code):
    """Another company has nothing left to clear."""
    with world.as_("director"):
        leaving = residency.notify_exit(company=_resident(code), last_day=date(2027, 3, 1)).code
        for kind in KINDS:
            line = residency.count_line(departure=leaving, kind=kind, what=kind, unit="piece", opening=Decimal(1)).code
            residency.clear_line(clearance_line=line, amount=Decimal(1))
            residency.sign_line(clearance_line=line)
    return leaving


def _cleared(world, code):
    """Another company has left; its deposit is not settled yet."""
    leaving = _zero(world, code)
    with world.as_("director"):
        residency.graduate(departure=leaving)
    return leaving


def furnish(world):
    """One company has given notice, and counted what it has of one kind."""
    from squaremile.residency.reads import companies

    with world.as_("director"):
        code = next(row.code for row in companies.companies() if row.organisation == "HANBIT")
        leaving = residency.notify_exit(company=code, last_day=date(2029, 9, 30)).code
        residency.count_line(departure=leaving, kind="waste", what="폐액", unit="litre", opening=Decimal(3))
