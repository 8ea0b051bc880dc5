"""Writes RESULTS.md from the kept numbers: us, the peer, the limit, their ratios, and the targets."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import Any

from .billing import report as billing
from .summary import Summary
from .terms import CLIENTS, ROOT, TARGETS

FILE = ROOT / "benchmarks" / "RESULTS.md"
US = "squaremile"


Who = tuple[str, str, int]
"""Scenario, contestant, clients."""


@dataclass(frozen=True)
class _Table:
    """The timed section, asked by key."""

    section: Summary

    def row(self, who: Who) -> Summary | None:
        """One measured row, or None where it was not run."""
        found = self.section["measured"].get("|".join(map(str, who)))
        return found if isinstance(found, dict) else None

    def value(self, who: Who, what: str) -> float:
        """The median of one measure; 0 where it was not run."""
        row = self.row(who)
        return float(row[what]["median"]) if row else 0.0

    def ratio(self, over: Who, under: Who, what: str) -> float:
        """Median of the ratios within each round, where noise hits both; 0 where not run."""
        one, other = self.row(over), self.row(under)
        if one is None or other is None:
            return 0.0
        pairs = zip(one["by_round"][what], other["by_round"][what], strict=True)
        return median([a / b if b else 0.0 for a, b in pairs])


def write(whole: Summary) -> str:
    """Render every section that there is, write RESULTS.md, return its text."""
    parts = ["# Results of the races\n\nWritten by `python -m benchmarks`; see README.md beside it.\n"]
    if "timed" in whole:
        table = _Table(whole["timed"])
        parts += [
            _targets(table, whole.get("race")),
            _creating(table),
            _weeks(table),
            _statements(table),
        ]
    if "race" in whole:
        parts.append(_races(whole["race"]))
    if "residency" in whole:
        parts.append(_residency(whole["residency"]))
    if "safety" in whole:
        parts.append(_safety(whole["safety"]))
    if "billing" in whole:
        parts.append(billing.section(whole["billing"]))
    if "timed" in whole:
        parts.append(_conditions(whole["timed"]))
    text = "\n".join(parts)
    FILE.write_text(text)
    return text


def _grid(head: list[str], rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:,.1f}"


def _spread(found: dict[str, float]) -> str:
    low, high = _number(found["min"]), _number(found["max"])
    middle = _number(found["median"])
    return middle if low == high else f"{middle} ({low}–{high})"


def _targets(table: _Table, race: Summary | None) -> str:
    rows = []
    for clients in (4, 16):
        ratio = table.ratio(("create", US, clients), ("create", "nemo", clients), "per_second")
        goal = TARGETS.create_times_peer
        rows.append(_target(f"Reservations per second at {clients} clients, times NEMO",
                            f"≥ {goal:g}×", f"{ratio:.1f}×", met=ratio >= goal))  # fmt: skip
    for clients in CLIENTS:
        share = table.ratio(("create", US, clients), ("create", "raw", clients), "per_second")
        goal = TARGETS.create_share_of_raw
        rows.append(_target(f"Reservations per second at {clients} clients, share of the raw limit",
                            f"≥ {goal:.0%}", f"{share:.1%}", met=share >= goal))  # fmt: skip
    for scenario, when in (("week", ""), ("changed week", " right after a change")):
        ratio = table.ratio(("week", "nemo", 1), (scenario, US, 1), "p50_ms")
        goal = TARGETS.week_times_peer
        rows.append(_target(f"Week of every instrument{when}, times faster than NEMO",
                            f"≥ {goal:g}×", f"{ratio:,.0f}×", met=ratio >= goal))  # fmt: skip
        p95, goal = table.value((scenario, US, 1), "server_p95_ms"), TARGETS.week_p95_server_ms
        rows.append(_target(f"Week of every instrument{when}, server time p95",
                            f"≤ {goal:g} ms", f"{p95:.1f} ms", met=0 < p95 <= goal))  # fmt: skip
    if race:
        ours = [row for row in race["rows"] if row["contestant"] == US]
        found, pairs = sum(row["double_bookings"] for row in ours), sum(r["pairs"] for r in ours)
        rows.append(_target(f"Double bookings in {pairs:,} pairs", str(TARGETS.double_bookings),
                            str(found), met=found <= TARGETS.double_bookings))  # fmt: skip
    return "## Targets\n\n" + _grid(["Target", "Said", "Measured", ""], rows)


def _target(what: str, said: str, measured: str, *, met: bool) -> list[str]:
    return [what, said, measured, "met" if met else "**not met**"]


def _creating(table: _Table) -> str:
    rows = []
    names = {US: "squaremile", "nemo": "NEMO", "raw": "raw INSERT, psycopg alone",
             "floor": "empty application"}  # fmt: skip
    for clients in CLIENTS:
        us = ("create", US, clients)
        for name, title in names.items():
            who = ("floor" if name == "floor" else "create", name, clients)
            row = table.row(who)
            if row is None:
                continue
            ratio, cpu = table.ratio(us, who, "per_second"), table.ratio(who, us, "cpu_ms")
            times = {US: "", "floor": "", "nemo": f"{ratio:.1f}× as fast, 1/{cpu:.1f} of the CPU"}
            rows.append([
                str(clients), title, _spread(row["per_second"]), _spread(row["p50_ms"]),
                _spread(row["p95_ms"]), _server(row), _cpu(row),
                times.get(name, f"{ratio:.0%} of it"),
            ])  # fmt: skip
    return (
        "## Creating a reservation over HTTP\n\n"
        "Median of the rounds (lowest–highest); ratios are medians of the ratios within rounds. "
        "The raw row is the physical limit: the one INSERT that a booking sends, with its constraints and triggers and no "
        "product around them. The empty application is what load client and web server alone can "
        "do.\n\n"
        + _grid(["Clients", "Who", "Per second", "p50 ms", "p95 ms", "Server p50 / p95 ms",
                 "CPU ms app + database", "squaremile is"], rows)
    )  # fmt: skip


def _server(row: Summary) -> str:
    p50, p95 = row["server_p50_ms"]["median"], row["server_p95_ms"]["median"]
    return f"{_number(p50)} / {_number(p95)}" if p95 else ""


def _cpu(row: Summary) -> str:
    app, database = row["app_cpu_ms"]["median"], row["db_cpu_ms"]["median"]
    return f"{app:.1f} + {database:.1f}" if app or database else ""


def _weeks(table: _Table) -> str:
    section, rows = table.section, []
    lines: list[tuple[Who, str]] = [(("week", US, c), f"squaremile, all instruments, clients: {c}") for c in CLIENTS]
    lines += [
        (("changed week", US, 1), "squaremile, all instruments, right after a change"),
        (("week", "nemo", 1), "NEMO, all instruments (calendar feed)"),
        (("bare week", "nemo", 1), "NEMO, all instruments (REST list, rows of numbers only)"),
        (("tool week", "nemo", 1), "NEMO, one instrument only (calendar feed)"),
    ]
    for who, title in lines:
        row = table.row(who)
        if row is None:
            continue
        ratio = table.ratio(who, ("week", US, 1), "p50_ms")
        rows.append([
            title, f"{section['events'].get(f'{who[0]}, {who[1]}', 0):,}", f"{row['bytes']:,}",
            _spread(row["p50_ms"]), _spread(row["p95_ms"]), _server(row), _cpu(row),
            f"{ratio:,.0f}×" if who[1] == "nemo" else "",
        ])  # fmt: skip
    total = section["shape"]["reservations"]
    return f"## The week of one site, {total:,} reservations in the table\n\n" + _grid(
        ["Request", "Reservations", "Bytes", "p50 ms", "p95 ms", "Server p50 / p95 ms",
         "CPU ms app + database", "squaremile is faster by"], rows
    )  # fmt: skip


def _statements(table: _Table) -> str:
    counted: dict[str, dict[str, Any]] = table.section["statements"]
    ours, theirs = counted.get("squaremile", {}), counted.get("nemo", {})
    names = {"create": "Creating a reservation", "week": "Week of every instrument",
             "tool_week": "Week of one instrument (56 reservations)"}  # fmt: skip
    rows = [[title, str(ours.get(name, "–")), str(theirs.get(name, "–"))] for name, title in names.items()]
    return "## SQL statements per request\n\n" + _grid(["Request", "squaremile", "NEMO"], rows)


def _races(section: Summary) -> str:
    delays = sorted({row["delay_ms"] for row in section["rows"]})
    found = {(row["contestant"], row["delay_ms"]): row for row in section["rows"]}
    rows = []
    for delay in delays:
        cells = [f"{delay} ms"]
        for name in ("squaremile", "nemo"):
            row = found.get((name, delay))
            cells.append(f"{row['double_bookings']} of {row['pairs']:,}" if row else "–")
        rows.append(cells)
    return (
        "## Double bookings: two people, one free slot\n\n"
        "Counted in each product's tables, not from its answers. "
        f"Run on {section['machine']['Date']}.\n\n" + _grid(["Second request after", "squaremile", "NEMO"], rows)
    )


def _residency(section: Summary) -> str:
    parts = [
        "## Residency: reviewers and places\n\nEvery answer is checked against the hard rules before its time counts. "
        f"Run on {section['date']}, {section['machine']}, load average {section['load']} at the start.\n",
    ]
    for title, rows in (
        ("2,000 applications, 200 reviewers, three each", section["assignment"]),
        ("120 companies, 400 places, two solver threads; the bound of one seed is the same for both ways", section["allocation"]),
    ):
        parts.append(f"{title}:\n\n" + _grid(list(rows[0]), [list(row.values()) for row in rows]))
    return "\n".join(parts)


def _safety(section: Summary) -> str:
    stock, asked, counted = section["stock"], section["verdicts"], section["reconciliation"]
    answers = ", ".join(f"{n:,} {answer.replace('_', ' ')}" for answer, n in sorted(asked["answers"].items()))
    rows = [
        ["One verdict: server time p50 / p95", "p95 ≤ 20 ms", f"{asked['server_p50_ms']} / {asked['server_p95_ms']} ms"],
        ["One verdict: CPU, application + database", "", f"{asked['app_cpu_ms']} + {asked['db_cpu_ms']} ms"],
        [f"{counted['scans']:,} scans sent in parts of {counted['part']:,} and reconciled", "≤ 10 s", f"{counted['seconds']} s"],
    ]
    return (
        "## Safety: may this come in, and what was found\n\n"
        f"{stock['containers']:,} containers of {stock['companies']} companies in {stock['areas']} control areas, two rule packs in "
        f"force in each, over HTTP from one client; {asked['requests']:,} questions ({answers}), each kept with its answer. "
        f"Run on {section['machine']['Date']}, load average {section['load']} at the start.\n\n"
        + _grid(["What", "Said", "Measured"], rows)
    )


def _conditions(section: Summary) -> str:
    web, shape = section["server"], section["shape"]
    rows = [[name, value] for name, value in section["machine"].items()]
    rows += [[f"Versions, {name}", value] for name, value in section["versions"].items()]
    rows.append(["Web server of both", f"{web['program']}, {web['workers']} "
                 f"workers × {web['threads']} threads, connections to the database kept "
                 f"{web['database_connection_age_s']} s"])  # fmt: skip
    rows.append(["Data of both", f"{shape['instruments']} instruments, {shape['people']:,} people, "
                 f"{shape['companies']} companies, {shape['per_day']} one-hour reservations per "
                 f"instrument and day over {shape['days']} days"])  # fmt: skip
    rows.append(["Load client", "one process on the same cores, keep-alive, loopback only"])
    return "## Conditions\n\n" + _grid(["What", "Value"], rows)
