"""Turns rounds into medians with their spread, and keeps them as JSON under var/bench.

The timed races and the double-booking race may run on different days; each keeps its own section
with its own machine description, and the report shows the latest of both.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from statistics import median
from typing import Any

from .contest import Results
from .load import Round, percentile
from .terms import VAR, WEB, Effort, Shape

FILE = VAR / "results.json"
Summary = dict[str, Any]


def _spread(values: list[float]) -> dict[str, float]:
    return {
        "median": round(median(values), 3),
        "min": round(min(values), 3),
        "max": round(max(values), 3),
    }


def _measured(rounds: list[Round]) -> Summary:
    return {
        "rounds": len(rounds),
        "by_round": {
            "per_second": [round(r.rate, 3) for r in rounds],
            "p50_ms": [round(percentile(r.latencies, 0.50), 3) for r in rounds],
            "cpu_ms": [round(r.app_cpu_ms + r.db_cpu_ms, 3) for r in rounds],
        },
        "requests": sum(r.requests for r in rounds),
        "per_second": _spread([r.rate for r in rounds]),
        "p50_ms": _spread([percentile(r.latencies, 0.50) for r in rounds]),
        "p95_ms": _spread([percentile(r.latencies, 0.95) for r in rounds]),
        "server_p50_ms": _spread([percentile(r.server, 0.50) for r in rounds]),
        "server_p95_ms": _spread([percentile(r.server, 0.95) for r in rounds]),
        "app_cpu_ms": _spread([r.app_cpu_ms for r in rounds]),
        "db_cpu_ms": _spread([r.db_cpu_ms for r in rounds]),
        "bytes": rounds[-1].size,
    }


def timed(results: Results, machine: dict[str, str], shape: Shape, effort: Effort) -> Summary:
    """The section of the timed races."""
    return {
        "machine": machine,
        "server": asdict(WEB),
        "shape": {**asdict(shape), "days": shape.days},
        "effort": asdict(effort),
        "versions": results.versions,
        "events": results.events,
        "statements": results.statements,
        "measured": {
            f"{scenario}|{contestant}|{clients}": _measured(rounds)
            for (scenario, contestant, clients), rounds in sorted(results.rounds.items())
        },
    }


def races(results: Results, machine: dict[str, str]) -> Summary:
    """The section of the double-booking races."""
    rows = []
    for found in results.races:
        row = asdict(found)
        row["accepted"] = {str(k): v for k, v in sorted(found.accepted.items())}
        rows.append(row)
    return {"machine": machine, "versions": results.versions, "rows": rows}


def keep(section: str, content: Summary) -> Summary:
    """Store one section; the whole, with what earlier runs left in the other."""
    whole = load()
    whole[section] = content
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n")
    return whole


def load() -> Summary:
    """What earlier runs kept."""
    if not FILE.exists():
        return {}
    found = json.loads(FILE.read_text())
    assert isinstance(found, dict)
    return found
