"""Do they gather, or stand where buildings are: K-density and M against chance, each with its envelope and its verdict."""

from collections.abc import Mapping
from typing import Any

from squaremile.atlas.measures.points.concentration import Concentration, Trial, kd_test, m_test
from squaremile.atlas.measures.points.leaving import metres
from squaremile.atlas.measures.points.sites import Marks, Sites, globe, marks
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.policies.precision import density_from
from squaremile.atlas.reports import charts
from squaremile.atlas.reports.document import Block, Column, Grid, Picture, Said, number
from squaremile.atlas.reports.job import Job, known, titled, wanted
from squaremile.kernel.words import Text

FEWEST = 5
"""Sites of the type: of fewer the curve would tell where each of them is."""
SHOWN = 8
TESTS = {"kd": (kd_test, "k_density", 1000.0), "m": (m_test, "m_function", 1.0)}
"""Measure: its test, its indicator, and the factor it is shown by."""
TITLES = {"kd": Text(ko="K-밀도", en="K-density"), "m": Text(ko="M 함수", en="M function")}
UNITS = {"kd": Text(ko="킬로미터당 밀도", en="density per kilometre"), "m": Text(ko="M(1이면 우연과 같음)", en="M (1: as by chance)")}
ALONG = Text(ko="거리(m)", en="distance (m)")
LEGEND = (Text(ko="관측한 곡선", en="observed"), Text(ko="전역 신뢰대", en="global envelope"), Text(ko="우연의 기댓값", en="expected by chance"))
TOO_FEW = Text(
    ko=f"이 유형의 사업장이 {FEWEST}곳보다 적어 곡선을 보이지 않습니다.", en=f"There are fewer than {FEWEST} sites of the type: no curve is shown."
)


def write(spec: Mapping[str, Any], job: Job) -> None:
    """Fields: data, lat, lon, type, precision (columns); reference (the type looked at), neighbour (another type, M alone);
    measures (["kd", "m"]), max (metres), simulations, level."""
    known(spec, "data", "lat", "lon", "type", "precision", "reference", "neighbour", "measures", "max", "simulations", "level")
    title = titled(spec, Text(ko="모여 있는가, 건물이 있는 곳에 있을 뿐인가", en="Do they gather, or stand where buildings are"))
    try:
        sites, of_type = _sites(spec, job)
    except Unmeasurable as why:
        evidence = job.cite(spec, "k_density", "concentration", "refused")
        job.desk.write(title, [Said(why.text, evidence, "warning"), *([Said(why.remedy)] if why.remedy else [])])
        return
    trial = Trial(int(spec.get("simulations", 999)), float(spec.get("level", 0.05)), job.manifest.seed)
    top = float(spec["max"]) if "max" in spec else None
    blocks: list[Block] = []
    for measure in _measures(spec, of_type):
        blocks += _measured(spec, job, measure, TESTS[measure][0](sites, of_type, None, top, trial))
    job.desk.write(title, blocks)


def _measures(spec: Mapping[str, Any], of_type: Marks) -> list[str]:
    asked = spec.get("measures", list(TESTS) if of_type.one_type else ["m"])
    if not isinstance(asked, list) or not asked or set(asked) - set(TESTS):
        raise Unmeasurable(Text(ko="measures는 kd, m의 목록입니다.", en="measures is a list of kd and m."))
    return [str(each) for each in asked]


def _sites(spec: Mapping[str, Any], job: Job) -> tuple[Sites, Marks]:
    """Those known by their address. Raises Unmeasurable where too many are not, or too few are of the type."""
    held = job.columns(spec, "lat", "lon", "type", "precision")
    kept = density_from([each.strip() or "unknown" for each in held[spec["precision"]]], job.manifest.region)
    kinds = [held[spec["type"]][n] for n in kept]
    reference, neighbour = wanted(spec, "reference"), spec.get("neighbour")
    of_type = marks(kinds, reference, None if neighbour is None else str(neighbour))
    if min(int(of_type.reference.sum()), int(of_type.neighbour.sum())) < FEWEST:
        raise Unmeasurable(TOO_FEW)
    return globe(held.numbers(spec["lat"])[kept], held.numbers(spec["lon"])[kept]), of_type


def _measured(spec: Mapping[str, Any], job: Job, measure: str, found: Concentration) -> list[Block]:
    _, indicator, by = TESTS[measure]
    columns = ("distance_m", "observed", "expected", "envelope_low", "envelope_high")
    rows = tuple(zip(*(each.tolist() for each in (found.radii, found.observed, found.expected, found.lo, found.hi)), strict=True))
    settings = (
        f"{found.references} of type {spec['reference']} among {found.sites} sites; {found.simulations} simulations ({found.null});"
        f" level {found.level:g}; global p {found.p_value:.6g}; seed {found.seed}"
        + (f"; bandwidth {found.bandwidth:.6g} m" if found.bandwidth else "")
    )
    evidence = job.cite(spec, indicator, f"concentration-{measure}", settings, columns=columns, rows=rows)
    verdict = Text(ko=f"{TITLES[measure].ko}: {found.verdict.ko}", en=f"{TITLES[measure].en}: {found.verdict.en}")
    picture = _picture(measure, found, by, evidence)
    step = max(1, (len(rows) - 1) // SHOWN)
    places = 4 if measure == "kd" else 2
    grid = Grid(
        TITLES[measure],
        (Column(Text(ko="거리", en="Distance"), True), Column(UNITS[measure], True), Column(LEGEND[2], True), Column(LEGEND[1], True)),
        tuple(
            (metres(r), number(o * by, places), number(e * by, places), f"{number(a * by, places)} – {number(b * by, places)}")
            for r, o, e, a, b in rows[step::step]
        ),
        evidence, len(rows) - len(rows[step::step]),
    )  # fmt: skip
    return [Said(verdict, evidence), picture, grid]


def _picture(measure: str, found: Concentration, by: float, evidence: str) -> Picture:
    observed, low, high, expected = ((each * by).tolist() for each in (found.observed, found.lo, found.hi, found.expected))
    name = TITLES[measure]
    title = Text(ko=f"{name.ko}와 {1 - found.level:.0%} 전역 신뢰대", en=f"{name.en} with its {1 - found.level:.0%} global envelope")
    svg = {
        lang: charts.band(title.say(lang), UNITS[measure].say(lang), ALONG.say(lang), found.radii.tolist(), observed, low,
                          high, expected, (LEGEND[0].say(lang), LEGEND[1].say(lang), LEGEND[2].say(lang)))
        for lang in ("ko", "en")
    }  # fmt: skip
    return Picture(f"concentration-{measure}", title, svg, evidence)
