"""Grants and awards: NIH RePORTER projects (https://api.reporter.nih.gov) and SBIR/STTR awards (https://www.sbir.gov/data-resources).

Names of people and their addresses are left behind.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from squaremile.atlas.policies import identifiers
from squaremile.atlas.policies.records import Entrant, Spot
from squaremile.cli.imports.atlas import tables, words
from squaremile.cli.imports.atlas.reading import Bonds, Happening, Options, Reading, folded_key
from squaremile.cli.imports.network.objects import at, listed, objects, said
from squaremile.kernel.errors import Invalid

COUNTRIES = {"UNITED STATES": "US", "KOREA REP OF": "KR", "CANADA": "CA", "UNITED KINGDOM": "GB"}
_SBIR = {"Company", "Agency", "Award Year", "Award Amount"}


def nih(data: bytes, reading: Reading, options: Options) -> None:
    """Projects: who was paid how much in which fiscal year; grants and money by region where the file has a point."""
    bonds, seen = Bonds(), set()
    for row, record in enumerate(objects(tables.opened(data)), 1):
        name, number = said(record, "organization", "org_name"), said(record, "appl_id")
        year = identifiers.year(said(record, "fiscal_year"))
        if not name or not number or year is None:
            reading.say(row, "organization", name or number, words.NOT_A_RECORD, words.NOT_A_RECORD_DO)
            continue
        if number in seen:
            continue
        seen.add(number)
        key, agency = _awardee(row, record, reading), said(record, "agency_ic_admin", "name") or said(record, "agency_code") or "NIH"
        payer = folded_key("agency", agency)
        if payer not in reading.keys:
            reading.take(Entrant(row, payer, "public", name_en=agency[:300], country="US"))
        amount = reading.number(row, "award_amount", said(record, "award_amount")) or Decimal(0)
        bonds.add(payer, key, "grant", str(year), number, amount)
        point = _point(record)
        if point is not None:
            reading.happenings.append(Happening(row, str(year), (point,), (("grants", Decimal(1)), ("funding", amount))))
    reading.bonds += bonds.made()


def _awardee(row: int, record: Any, reading: Reading) -> str:
    home = at(record, "organization")
    uei = next(iter(listed(home, "org_ueis")), "") or said(home, "primary_uei")
    key = f"uei:{uei}" if uei else folded_key(said(home, "org_name"), said(home, "org_city"), said(home, "org_state"))
    if key not in reading.keys:
        point, code = _point(record), said(home, "org_zipcode")[:5]
        address = ", ".join(x for x in (said(home, "org_city").title(), said(home, "org_state"), code) if x)
        spot = Spot(
            address_en=address[:300], latitude=point[0] if point else None, longitude=point[1] if point else None,
            precision="" if point is None else "postcode" if code else "city",
        )
        reading.take(Entrant(
            row, key, name_en=said(home, "org_name").title()[:300], country=COUNTRIES.get(said(home, "org_country").upper(), ""),
            city=said(home, "org_city").title()[:120], sites=(spot,) if address or point else (),
        ))  # fmt: skip
    return key


def _point(record: Any) -> tuple[Decimal, Decimal] | None:
    place = at(record, "geo_lat_lon")
    north, east = said(place, "lat"), said(place, "lon")
    try:
        point = Decimal(north), Decimal(east)
    except ArithmeticError:
        return None
    return point if point[0].is_finite() and point[1].is_finite() and abs(point[0]) <= 90 and abs(point[1]) <= 180 else None


def sbir(data: bytes, reading: Reading, options: Options) -> None:
    """Awards of the bulk file: companies with their addresses, and what an agency paid them in which year."""
    header = tables.columns(data)
    if missing := _SBIR - set(header):
        raise Invalid(words.NO_FIELDS, {"missing": ", ".join(sorted(missing)), "found": ", ".join(header)})
    bonds = Bonds()
    for row, record in tables.records(data, reading):
        name, year = record.get("Company", ""), identifiers.year(record.get("Award Year", ""))
        if not name or year is None:
            reading.say(row, "Company, Award Year", name, words.NOT_A_RECORD, words.NOT_A_RECORD_DO)
            continue
        key, agency = _company(row, record, reading), record.get("Agency", "")
        payer = folded_key("agency", agency)
        if agency and payer not in reading.keys:
            reading.take(Entrant(row, payer, "public", name_en=agency[:300], country="US"))
        amount = reading.number(row, "Award Amount", record.get("Award Amount", "").replace("$", "")) or Decimal(0)
        number = record.get("Contract") or record.get("Agency Tracking Number") or str(row)
        bonds.add(payer if agency else "", key, "grant", str(year), number, amount)
    reading.bonds += bonds.made()


def _company(row: int, record: dict[str, str], reading: Reading) -> str:
    uei = record.get("UEI") or record.get("Unique Entity Identifier") or ""
    key = f"uei:{uei}" if uei else folded_key(record["Company"], record.get("City", ""), record.get("State", ""))
    if key not in reading.keys:
        parts = ("Address1", "Address2", "City", "State", "Zip")
        address = ", ".join(record[part] for part in parts if record.get(part))
        site = record.get("Company Website") or record.get("Website") or ""
        reading.take(Entrant(
            row, key, "company", name_en=record["Company"][:300], country="US", city=record.get("City", "")[:120], website=site[:300],
            sites=(Spot(address_en=address[:300]),) if address else (),
        ))  # fmt: skip
    return key
