"""Official statistics of the United States: QCEW (https://www.bls.gov/cew) and County Business Patterns (https://www.census.gov/cbp)."""

from __future__ import annotations

import re
from decimal import Decimal

from squaremile.atlas.policies.records import Area, Doing, Figure
from squaremile.cli.imports.atlas import tables, words
from squaremile.cli.imports.atlas.reading import Options, Reading
from squaremile.kernel.errors import Invalid

_QCEW = {"area_fips", "own_code", "industry_code", "year", "qtr", "disclosure_code", "annual_avg_estabs", "annual_avg_emplvl"}
_CBP = {"fipstate", "fipscty", "naics", "emp", "est"}
PRIVATE, TOTAL = "5", "0"
_INDUSTRY = re.compile(r"\d{2,6}(-\d{2})?")


def _needed(data: bytes, columns: set[str]) -> None:
    header = tables.columns(data)
    if missing := columns - set(header):
        raise Invalid(words.NO_FIELDS, {"missing": ", ".join(sorted(missing)), "found": ", ".join(header)})


def qcew(data: bytes, reading: Reading, options: Options) -> None:
    """Annual averages: private jobs, establishments and wages by county and NAICS; all owners together for the total.

    Disclosure code N withholds jobs and wages; the number of establishments is always said.
    """
    _needed(data, _QCEW)
    named: set[str] = set()
    for row, record in tables.records(data, reading):
        industry, owner = record["industry_code"], record["own_code"]
        total = industry == "10" and owner == TOTAL
        if record["qtr"] != "A" or not (total or (owner == PRIVATE and _INDUSTRY.fullmatch(industry) and not industry.startswith("10"))):
            continue
        area, title = record["area_fips"].zfill(5), record.get("area_title", "")
        if title and area not in named:
            named.add(area)
            reading.report.saw("regions")
            reading.areas.append(Area(row, area, name_en=title[:200]))
        withheld, what = record["disclosure_code"] == "N", None if total else Doing("naics", industry, name_en=record.get("industry_title", "")[:200])
        for measure, column in (("firms", "annual_avg_estabs"), ("jobs", "annual_avg_emplvl"), ("wages", "total_annual_wages")):
            if column not in record:
                continue
            value = None if withheld and measure != "firms" else reading.number(row, column, record[column])
            _figure(reading, Figure(row, area, record["year"], measure, value, what))


def cbp(data: bytes, reading: Reading, options: Options) -> None:
    """The county file of one year: employees and establishments by NAICS. The year is in the mapping's constants.

    A flag other than G, H or J withholds the employees (D, S, N).
    """
    _needed(data, _CBP)
    year = str(options.mapping.get("constants", {}).get("year", ""))
    if not re.fullmatch(r"\d{4}", year):
        raise Invalid(words.BAD_MAPPING, {"where": "constants.year", "known": "year"})
    for row, record in tables.records(data, reading):
        industry = record["naics"].strip("-/")
        if industry and not industry.isdecimal():
            continue
        area = f"{record['fipstate']:0>2}{record['fipscty']:0>3}"
        what = Doing("naics", industry) if industry else None
        withheld = record.get("emp_nf", "") in ("D", "S", "N")
        jobs = None if withheld else reading.number(row, "emp", record["emp"])
        _figure(reading, Figure(row, area, year, "jobs", jobs, what))
        _figure(reading, Figure(row, area, year, "firms", reading.number(row, "est", record["est"]), what))


def _figure(reading: Reading, one: Figure) -> None:
    reading.report.saw("facts")
    if one.value is not None and one.value < Decimal(0):
        reading.say(one.row, one.measure, one.value, words.BAD_NUMBER, words.BAD_NUMBER_DO)
    reading.figures.append(one)
