"""What came of it over the years: jobs, capital, patents, trials, exits, each with where it is known from; two reports."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from random import Random

from squaremile.cli.demo.residency.records import ALUMNI
from squaremile.cli.demo.residency.stage import Stage
from squaremile.kernel.scope import scope
from squaremile.kernel.words import Text
from squaremile.residency import operations as residency

LABEL = Text(ko="성과", en="outcomes")
YEARS = 3
EVIDENCE = "https://example.org/evidence/{}"
REPORTS = 2


def _of(stage: Stage) -> list[str]:
    """Alumni first, and those who have moved in."""
    moved_in = {let.company for let in stage.lets if let.moved_in}
    return [*(one[0] for one in ALUMNI), *(code for code in stage.records if code in moved_in)]


def total(stage: Stage) -> int:
    return len(_of(stage)) + REPORTS


def make(stage: Stage) -> Iterable[int]:
    """Each company's entries, then the report of each of the last years."""
    draw, this_year = stage.draw("outcomes"), stage.now.astimezone(stage.zone).year
    alumni = {one[0] for one in ALUMNI}
    for count, code in enumerate(_of(stage), 1):
        with scope(stage.staffed("programme")):
            for n, said in enumerate(_told(code in alumni, this_year, draw)):
                residency.record_outcome(
                    company=stage.records[code], evidence_url=EVIDENCE.format(f"{code.lower()}-{n}"), verified=n % 3 != 2,
                    may_publish=True, **said,
                )
        yield count
    with scope(stage.staffed("programme")):
        for n, year in enumerate(range(this_year - REPORTS, this_year), 1):
            made = residency.freeze_impact_report(
                as_of=date(year, 12, 31), title_ko=f"{year}년 성과 보고서", title_en=f"Impact report {year}",
                preface_ko="모든 숫자에는 정의의 판, 기준일, 출처가 있습니다.",
                preface_en="Every figure has the version of its definition, its day and its source.",
            )
            residency.publish_impact_report(impact_report=made.code)
            yield len(_of(stage)) + n


def _told(alumnus: bool, this_year: int, draw: Random) -> Iterable[dict[str, object]]:
    people = draw.randint(6, 14) if alumnus else draw.randint(2, 4)
    for year in range(this_year - (YEARS if alumnus else 1), this_year):
        people += draw.randint(1, 9 if alumnus else 3)
        yield {"kind": "jobs", "happened_on": date(year, 12, 31), "counted": people}
        if draw.random() < (0.7 if alumnus else 0.5):
            yield {
                "kind": "capital", "happened_on": date(year, draw.randint(2, 11), 15), "currency": "KRW",
                "money": Decimal(draw.randint(3, 180 if alumnus else 20)) * 100_000_000, "funding_source": "venture",
                "funding_round": draw.choice(("series_a", "series_b") if alumnus else ("pre_seed", "seed")),
            }  # fmt: skip
        if draw.random() < 0.6:
            yield {"kind": "patent_filed", "happened_on": date(year, draw.randint(1, 12), 9), "counted": draw.randint(1, 3)}
        if alumnus and draw.random() < 0.4:
            yield {"kind": "trial_started", "happened_on": date(year, draw.randint(3, 12), 1), "counted": 1}
    if alumnus:
        yield {"kind": "moved", "happened_on": date(this_year - YEARS, 6, 1), "counted": draw.choice((900, 2400, 5200, 31000))}
