"""Writes RESULTS.md from the kept numbers: us, the peer, the limit, their ratios, and the targets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .summary import Summary
from .terms import CLIENTS, ROOT, TARGETS

FILE = ROOT / "benchmarks" / "RESULTS.md"


@dataclass(frozen=True)
class _Table:
    """The timed section, asked by key."""

    section: Summary

    def row(self, scenario: str, contestant: str, clients: int) -> Summary | None:
        """One measured row, or None where it was not run."""
        found = self.section["measured"].get(f"{scenario}|{contestant}|{clients}")
        return found if isinstance(found, dict) else None

    def value(self, scenario: str, contestant: str, clients: int, what: str) -> float:
        """The median of one measure; 0 where it was not run."""
        row = self.row(scenario, contestant, clients)
        return float(row[what]["median"]) if row else 0.0


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


def _ratio(over: float, under: float) -> str:
    return f"{over / under:,.1f}×" if under else "–"


def _targets(table: _Table, race: Summary | None) -> str:
    rows = []
    for clients in (4, 16):
        ratio = _share(table, "create", clients, "nemo")
        goal = TARGETS.create_times_peer
        rows.append(_target(f"Reservations per second at {clients} clients, times NEMO",
                            f"≥ {goal:g}×", f"{ratio:.1f}×", met=ratio >= goal))  # fmt: skip
    for clients in CLIENTS:
        share, goal = _share(table, "create", clients, "raw"), TARGETS.create_share_of_raw
        rows.append(_target(f"Reservations per second at {clients} clients, share of the raw limit",
                            f"≥ {goal:.0%}", f"{share:.1%}", met=share >= goal))  # fmt: skip
    theirs = table.value("week", "nemo", 1, "p50_ms")
    for scenario, when in (("week", ""), ("changed week", " right after a change")):
        ours, goal = table.value(scenario, "squaremile", 1, "p50_ms"), TARGETS.week_times_peer
        ratio = theirs / ours if ours else 0.0
        rows.append(_target(f"Week of every instrument{when}, times faster than NEMO",
                            f"≥ {goal:g}×", f"{ratio:,.0f}×", met=ratio >= goal))  # fmt: skip
        p95 = table.value(scenario, "squaremile", 1, "server_p95_ms")
        goal = TARGETS.week_p95_server_ms
        rows.append(_target(f"Week of every instrument{when}, server time p95",
                            f"≤ {goal:g} ms", f"{p95:.1f} ms", met=0 < p95 <= goal))  # fmt: skip
    if race:
        ours_rows = [row for row in race["rows"] if row["contestant"] == "squaremile"]
        found = sum(row["double_bookings"] for row in ours_rows)
        pairs = sum(row["pairs"] for row in ours_rows)
        rows.append(_target(f"Double bookings in {pairs:,} pairs", str(TARGETS.double_bookings),
                            str(found), met=found <= TARGETS.double_bookings))  # fmt: skip
    return "## Targets\n\n" + _grid(["Target", "Said", "Measured", ""], rows)


def _share(table: _Table, scenario: str, clients: int, other: str) -> float:
    under = table.value(scenario, other, clients, "per_second")
    return table.value(scenario, "squaremile", clients, "per_second") / under if under else 0.0


def _target(what: str, said: str, measured: str, *, met: bool) -> list[str]:
    return [what, said, measured, "met" if met else "**not met**"]


def _creating(table: _Table) -> str:
    rows = []
    for clients in CLIENTS:
        for name, title in (("squaremile", "squaremile"), ("nemo", "NEMO"),
                            ("raw", "raw INSERT, psycopg alone"), ("floor", "empty application")):  # fmt: skip
            scenario = "floor" if name == "floor" else "create"
            row = table.row(scenario, name, clients)
            if row is None:
                continue
            us = table.value("create", "squaremile", clients, "per_second")
            rows.append([
                str(clients), title, _spread(row["per_second"]),
                _spread(row["p50_ms"]), _spread(row["p95_ms"]), _server(row),
                _cpu(row), "" if name == "squaremile" else _ratio(us, row["per_second"]["median"]),
            ])  # fmt: skip
    return (
        "## Creating a reservation over HTTP\n\n"
        "Median of the rounds (lowest–highest). The raw row is the physical limit: the same rows "
        "and constraints with no product around them. The empty application shows what client and "
        "web server alone can do.\n\n"
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
    lines = [("week", "squaremile", c, f"squaremile, all instruments, {c} clients") for c in CLIENTS]
    lines += [
        ("changed week", "squaremile", 1, "squaremile, all instruments, right after a change"),
        ("week", "nemo", 1, "NEMO, all instruments (calendar feed)"),
        ("bare week", "nemo", 1, "NEMO, all instruments (REST list, rows of numbers only)"),
        ("tool week", "nemo", 1, "NEMO, one instrument only (calendar feed)"),
    ]
    for scenario, name, clients, title in lines:
        row = table.row(scenario, name, clients)
        if row is None:
            continue
        us = table.value("week", "squaremile", 1, "p50_ms")
        rows.append([
            title, f"{section['events'].get(f'{scenario}, {name}', 0):,}", f"{row['bytes']:,}",
            _spread(row["p50_ms"]), _spread(row["p95_ms"]), _server(row), _cpu(row),
            _ratio(row["p50_ms"]["median"], us) if name == "nemo" else "",
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


def _conditions(section: Summary) -> str:
    web, shape = section["server"], section["shape"]
    rows = [[name, value] for name, value in section["machine"].items()]
    rows += [[f"Versions, {name}", value] for name, value in section["versions"].items()]
    rows.append(["Web server of both", f"{web['program']} {web['worker_class']}, {web['workers']} "
                 f"workers × {web['threads']} threads, connections to the database kept "
                 f"{web['database_connection_age_s']} s"])  # fmt: skip
    rows.append(["Data of both", f"{shape['instruments']} instruments, {shape['people']:,} people, "
                 f"{shape['companies']} companies, {shape['per_day']} one-hour reservations per "
                 f"instrument and day over {shape['days']} days"])  # fmt: skip
    rows.append(["Load client", "one process on the same cores, keep-alive, loopback only"])
    return "## Conditions\n\n" + _grid(["What", "Value"], rows)
