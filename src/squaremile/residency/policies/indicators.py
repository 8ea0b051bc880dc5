"""The figures a cluster is judged by, each declared once as data: what it is, in which version, and how it is made.

Published figures of incubators are restated from year to year because definitions move (does capital count the proceeds of
an acquisition?). Here every version of a definition stays, a report says which it used, and earlier figures are computed
again beside what was printed.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from squaremile.kernel.words import Text
from squaremile.residency.policies import measuring as how
from squaremile.residency.policies.measuring import Figure, Known
from squaremile.residency.words.indicators import AS_OF, NAMES, SHOWN, UNITS

FEWEST = 3
"""Companies that must stand behind a figure which tells of their business."""


@dataclass(frozen=True, slots=True)
class Definition:
    """One version of one indicator. `fewest` companies must stand behind each value; 0 where it tells no company's business.

    `within`: the indicator that this one is a part of: what is left of that one must not show a single company either.
    """

    code: str
    version: int
    since: date
    unit: str
    formula: str
    as_of: str
    measure: Callable[[Known], list[Figure]]
    fewest: int = FEWEST
    within: str = ""

    @property
    def name(self) -> Text:
        return NAMES[self.code]

    @property
    def unit_said(self) -> Text:
        return UNITS[self.unit]

    @property
    def as_of_said(self) -> Text:
        return AS_OF[self.as_of]

    @property
    def disclosure(self) -> Text:
        return SHOWN["three" if self.fewest else "all"]

    @property
    def evidence(self) -> Text:
        return SHOWN["evidence"]


_FIRST = date(2026, 1, 1)
_EARLY = "pre_seed + seed + series_a"
DEFINITIONS = (
    *(
        Definition(f"companies_{state}", 1, _FIRST, "companies", says, "record", partial(how.companies, state=state), 0)
        for state, says in (
            ("applied", "companies that ever reached `applicant`, or any state after it"),
            ("admitted", "companies that ever reached `admitted`, `resident` or `alumni`"),
            ("resident", "companies whose state on the day is `resident`"),
            ("alumni", "companies whose state on the day is `alumni`"),
            ("closed", "companies whose state on the day is `closed`, or with a `closed` entry by then"),
        )
    ),
    Definition("jobs", 1, _FIRST, "people", "sum over companies of the last `jobs` entry by the day", "latest", how.jobs),
    Definition(
        "jobs_added", 1, _FIRST, "people", "sum over companies of (last `jobs` entry - first `jobs` entry), "
        "where there are two or more", "latest", how.jobs_added,
    ),
    Definition(
        "capital", 1, _FIRST, "money", "sum of `capital` + sum of `ipo` + sum of `acquisition` proceeds, by currency",
        "cumulative", partial(how.capital, kinds=("capital", "ipo", "acquisition")),
    ),
    Definition(
        "capital", 2, _FIRST, "money", "sum of `capital` + sum of `ipo`, by currency; proceeds of an acquisition are left out, "
        "for they go to former owners", "cumulative", partial(how.capital, kinds=("capital", "ipo")),
    ),
    Definition(
        "capital_year", 1, _FIRST, "money", "as `capital` version 2, of the twelve months that end on the day", "year",
        partial(how.capital, kinds=("capital", "ipo"), year=True), within="capital",
    ),
    Definition(
        "capital_by_source", 1, _FIRST, "money", "sum of `capital`, by source and currency", "cumulative",
        partial(how.capital, kinds=("capital",), by="source"),
    ),
    Definition(
        "capital_by_round", 1, _FIRST, "money", "sum of `capital`, by round and currency", "cumulative",
        partial(how.capital, kinds=("capital",), by="round"),
    ),
    Definition(
        "regional_share", 1, _FIRST, "percent", f"100 · sum of `capital` in rounds {_EARLY} of the calendar year before the day"
        " / `regional_financing` of that year in the same currency", "calendar", how.regional_share,
    ),
    *(
        Definition(code, 1, _FIRST, unit, f"number of companies with an entry `{kind}` by the day", "cumulative",
                   partial(how.companies_with, kind=kind), 0)
        for code, kind, unit in (("ipos", "ipo", "companies"), ("acquisitions", "acquisition", "companies"))
    ),
    *(
        Definition(code, 1, _FIRST, unit, f"sum of `{kind}` by the day", "cumulative", partial(how.counted, kind=kind))
        for code, kind, unit in (
            ("patents_filed", "patent_filed", "patents"), ("patents_granted", "patent_granted", "patents"),
            ("trials_started", "trial_started", "trials"), ("participants_dosed", "participants_dosed", "people"),
            ("products", "product", "products"),
        )
    ),
    Definition(
        "alumni_within", 1, _FIRST, "percent", "share of companies with a `moved` entry whose last one is within 5 km (10 km) "
        "of the site; interval of Wilson", "latest", how.alumni_within,
    ),
    Definition(
        "survival", 1, _FIRST, "percent", "product-limit share of companies not closed one (three, five) years after their "
        "first licence began; interval of log(-log S); late records by left truncation", "cumulative", how.survival,
    ),
    Definition(
        "nps", 1, _FIRST, "score", "percent of 9 and 10 less percent of 0 to 6, over each company's last answer",
        "latest", how.recommending,
    ),
    Definition(
        "founder_diversity", 1, _FIRST, "percent", "share of companies with at least one woman among the founders, of those "
        "that answered; interval of Wilson", "latest", how.founders,
    ),
)
CODES = tuple(dict.fromkeys(each.code for each in DEFINITIONS))


def definition(code: str, version: int = 0) -> Definition:
    """That version, or the newest. Raises KeyError."""
    versions = {each.version: each for each in DEFINITIONS if each.code == code}
    if not versions:
        raise KeyError(code)
    return versions[version or max(versions)]


def chosen(versions: Mapping[str, int] | None = None) -> list[Definition]:
    """Every indicator in the version asked for, or the newest. Raises KeyError for what is not there."""
    asked = dict(versions or {})
    for code, version in asked.items():
        definition(code, version)
    return [definition(code, asked.get(code, 0)) for code in CODES]


def figures(known: Known, definitions: Iterable[Definition]) -> list[Figure]:
    """Every figure as it stands, nothing withheld: for those who keep the outcomes."""
    return [figure.by(each.code, each.version) for each in definitions for figure in each.measure(known)]
