"""Which entries may be the same person or organisation: probabilistic linkage (Fellegi and Sunter, 1969) by splink.

The weights are fixed, not learnt: a directory of some hundreds of entries is too small to train them on. Each level of
a comparison has m (how often it holds between entries of one and the same) and u (between those of two different).
"""

import logging
import math
import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

PRIOR = 0.001
"""Of how many pairs that share something at all, one is of the same: 1 in 1000."""
LEAST = 0.1
"""Probability from which a pair is shown to somebody."""


class MatcherMissing(RuntimeError):
    """splink is not installed (the extra `match`)."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two keys, the smaller first; `reasons` are (field, level, bits): positive bits speak for, negative against."""

    left: str
    right: str
    probability: float
    reasons: tuple[tuple[str, str, float], ...]


@dataclass(frozen=True, slots=True)
class Level:
    """One degree of agreement: a condition in DuckDB's SQL over columns `_l` and `_r`."""

    label: str
    sql: str
    m: float
    u: float


def _text(column: str, *, m: tuple[float, ...], u: tuple[float, ...], near: float = 0.92) -> tuple[Level, ...]:
    return (
        Level("missing", f"{column}_l IS NULL OR {column}_r IS NULL", 0, 0),
        Level("equal", f"{column}_l = {column}_r", m[0], u[0]),
        Level("alike", f"jaro_winkler_similarity({column}_l, {column}_r) >= {near}", m[1], u[1]),
        Level("different", "ELSE", m[2], u[2]),
    )


def _exact(column: str, m: float, u: float) -> tuple[Level, ...]:
    return (
        Level("missing", f"{column}_l IS NULL OR {column}_r IS NULL", 0, 0),
        Level("equal", f"{column}_l = {column}_r", m, u),
        Level("different", "ELSE", 1 - m, 1 - u),
    )


_COAUTHORS = (
    Level("missing", "len(coauthors_l) = 0 OR len(coauthors_r) = 0", 0, 0),
    Level("several", "len(list_intersect(coauthors_l, coauthors_r)) >= 2", 0.45, 0.002),
    Level("one", "len(list_intersect(coauthors_l, coauthors_r)) = 1", 0.25, 0.02),
    Level("none", "ELSE", 0.30, 0.978),
)
_INITIALS = (
    Level("missing", "name_en_l IS NULL OR name_en_r IS NULL", 0, 0),
    Level("equal", "name_en_l = name_en_r", 0.70, 0.001),
    Level("alike", "jaro_winkler_similarity(name_en_l, name_en_r) >= 0.92", 0.15, 0.004),
    Level("initial", "initials_l = initials_r", 0.12, 0.01),
    Level("different", "ELSE", 0.03, 0.985),
)
COMPARISONS: Mapping[str, Mapping[str, tuple[Level, ...]]] = {
    "person": {
        "name_ko": _text("name_ko", m=(0.93, 0.03, 0.04), u=(0.002, 0.01, 0.988), near=0.95),
        "name_en": _INITIALS,
        "orcid": _exact("orcid", 0.98, 0.000001),
        "home": _exact("home", 0.70, 0.05),
        "coauthors": _COAUTHORS,
    },
    "partner": {
        "name_ko": _text("name_ko", m=(0.80, 0.12, 0.08), u=(0.0005, 0.005, 0.9945)),
        "name_en": _text("name_en", m=(0.75, 0.18, 0.07), u=(0.0005, 0.005, 0.9945)),
        "ror": _exact("ror", 0.98, 0.000001),
        "domain": _exact("domain", 0.85, 0.0005),
        "country": _exact("country", 0.98, 0.30),
        "city": _exact("city", 0.85, 0.05),
    },
}
BLOCKS: Mapping[str, tuple[str, ...]] = {
    "person": ("name_ko", "name_en", "initials", "orcid"),
    "partner": ("name_ko", "name_en", "ror", "domain", "start_en", "start_ko"),
}
"""Only entries that share one of these are compared at all."""
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "person": ("name_ko", "name_en", "initials", "orcid", "home"),
    "partner": ("name_ko", "name_en", "ror", "domain", "country", "city", "start_en", "start_ko"),
}


def pairs(kind: str, entries: Iterable[Mapping[str, Any]], *, least: float = LEAST) -> list[Pair]:
    """Pairs of entries that are the same with probability `least` or more, the likeliest first.

    An entry is `key` and the columns of its kind as text (empty: not known); people also have `coauthors`, a list of
    folded names.

    Raises:
        MatcherMissing: splink cannot be imported.
    """
    rows = [_row(kind, each) for each in entries]
    if len(rows) < 2:
        return []
    return sorted(_linked(kind, rows, least), key=lambda pair: (-pair.probability, pair.left, pair.right))


def _row(kind: str, entry: Mapping[str, Any]) -> dict[str, Any]:
    row: dict[str, Any] = {name: entry.get(name) or None for name in _COLUMNS[kind]}
    if kind == "person":
        row["coauthors"] = sorted(entry.get("coauthors", ()))
    return {"unique_id": str(entry["key"]), **row}


def _linked(kind: str, rows: Sequence[Mapping[str, Any]], least: float) -> list[Pair]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the libraries, about themselves
        try:
            import pandas as pd  # noqa: PLC0415 – slow to load, and an extra
            from splink import DuckDBAPI, Linker, SettingsCreator, block_on  # noqa: PLC0415
        except ImportError as error:
            raise MatcherMissing(str(error)) from error
        logging.getLogger("splink").setLevel(logging.ERROR)
        database = DuckDBAPI()
        settings = SettingsCreator(
            link_type="dedupe_only", probability_two_random_records_match=PRIOR,
            comparisons=[_comparison(name, levels) for name, levels in COMPARISONS[kind].items()],
            blocking_rules_to_generate_predictions=[block_on(column) for column in BLOCKS[kind]],
            retain_intermediate_calculation_columns=True, retain_matching_columns=False,
        )  # fmt: skip
        linker = Linker(database.register(_frame(pd, kind, rows)), settings, log_level=logging.ERROR)
        found = linker.inference.predict(threshold_match_probability=least).as_record_list()
    return [_pair(kind, each) for each in found]


def _frame(pd: Any, kind: str, rows: Sequence[Mapping[str, Any]]) -> Any:
    """Texts as texts even where a whole column is empty: DuckDB would take it for numbers."""
    frame = pd.DataFrame(rows)
    for column in ("unique_id", *_COLUMNS[kind]):
        frame[column] = frame[column].astype("string")
    return frame


def _comparison(name: str, levels: Sequence[Level]) -> dict[str, Any]:
    said: list[dict[str, Any]] = []
    for level in levels:
        one: dict[str, Any] = {"sql_condition": level.sql, "label_for_charts": level.label}
        if level.label == "missing":
            one["is_null_level"] = True
        else:
            one |= {"m_probability": level.m, "u_probability": level.u, "fix_m_probability": True, "fix_u_probability": True}
        said.append(one)
    return {"output_column_name": name, "comparison_levels": said}


def _pair(kind: str, found: Mapping[str, Any]) -> Pair:
    reasons = []
    for name, levels in COMPARISONS[kind].items():
        bits = float(found[f"mw_{name}"])
        # A weight tells its level: log2(m / u) differs between all levels of a comparison, and is 0 where nothing is known.
        level = min(levels, key=lambda each: abs(_bits(each) - bits))
        if level.label != "missing":
            reasons.append((name, level.label, round(bits, 2)))
    left, right = sorted((str(found["unique_id_l"]), str(found["unique_id_r"])))
    return Pair(left, right, min(float(found["match_probability"]), 1.0), tuple(reasons))


def _bits(level: Level) -> float:
    return math.log2(level.m / level.u) if level.u else 0.0
