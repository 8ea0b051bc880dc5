"""The section of the report about the month's close: figures per use, their ratios to the peer's, and what was aimed at."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import median
from typing import Any

Step = Mapping[str, float]


def section(found: dict[str, Any]) -> str:
    """As RESULTS.md shows it. CPU is of application and database server together."""
    month, peer, events = found["month"], found["peer"], found["month"]["events"]
    price, issue = peer["steps"]["price"], peer["steps"]["close"]
    both = {key: price[key] + issue[key] for key in ("seconds", "app_cpu")}
    close, preview = _whole(found["close"]), _median(found["preview"], "preview")
    bare, paper, larger = _median(found["preview"], "bare"), found["paper"], found["larger"]
    rows = [
        ["Close, every explanation stored, invoices issued", "≥ 100 × the peer's pricing and invoices", *_against(close, events, both, peer)],
        ["Preview of the same month, nothing stored", "≥ 1,000 × the peer's pricing and invoices", *_against(preview, events, both, peer)],
        ["The same preview against the peer's pricing alone", "", *_against(preview, events, price, peer)],
        ["Preview against the bare SQL aggregation of the same table", "≤ 5 ×", f"{_s(preview)} and {_s(bare)}",
         f"{preview['seconds'] / bare['seconds']:.1f} × (wall), {_cpu(preview) / _cpu(bare):.1f} × (CPU)"],
        [f"{paper['documents']:,} invoices to PDF, {paper['pages'] / paper['documents']:.1f} pages each, two processes", "≤ 60 s",
         f"{paper['seconds']:.1f} s", f"CPU {paper['app_cpu']:.1f} s"],
        [f"Peak memory of the preview, {events:,} and {larger['events']:,} uses", "flat", f"{found['preview']['peak_mib']} MiB",
         f"{larger['peak_mib']} MiB"],
        [f"Peak memory of a worker that closes, {events:,} and {larger['events']:,} uses", "flat", f"{found['close']['peak_mib']} MiB",
         f"{larger['close']['peak_mib']} MiB"],
    ]  # fmt: skip
    text = (
        f"{events:,} uses of {month['companies']} companies on {month['instruments']} instruments in {found['first'][:7]}, in the order in "
        f"which they were recorded; a card with tiers, peak hours, discounts, minimums and a monthly cap. The close goes from confirmed usage "
        f"to issued invoices with {found['close']['workers']} workers; it came to the preview to the last unit in each of "
        f"{found['close']['invoices']} bills, and {found['evidence']['chains']} uses were opened down to event and version. {peer['packages'][1]} on "
        f"{peer['packages'][0]} priced {peer['events']:,} uses at {price['seconds'] / peer['events'] * 1e6:,.0f} µs each and made their "
        f"{peer['invoices']} invoices at {issue['seconds'] / peer['events'] * 1e6:,.0f} µs each, with {issue['statements']:,.0f} statements, in "
        f"the same run on the same server. Run on {found['machine']['Date']}, load average {found['load'][0]} at the start and "
        f"{found['load'][1]} at the end: other work on the machine lengthens wall times, less so CPU."
    )
    grid = "| What | Aimed at | Measured | |\n| --- | --- | --- | --- |\n" + "".join(f"| {' | '.join(row)} |\n" for row in rows)
    steps = "| Step | s | CPU, application | CPU, database |\n| --- | --- | --- | --- |\n" + "".join(
        f"| {name} | {step['seconds']:.1f} | {step['app_cpu']:.1f} | {step['db_cpu']:.1f} |\n"
        for name, step in found["close"]["steps"].items()
    )
    return (
        f"## Billing: a month closed and previewed\n\n{text}\n\n{grid}\n"
        f"The steps of the close (application: the first worker; the other used {found['close']['others_cpu']:.1f} s of CPU in all):\n\n{steps}"
    )


def _whole(close: dict[str, Any]) -> dict[str, float]:
    steps = close["steps"].values()
    return {
        "seconds": sum(s["seconds"] for s in steps), "app_cpu": sum(s["app_cpu"] for s in steps) + close["others_cpu"],
        "db_cpu": sum(s["db_cpu"] for s in steps),
    }  # fmt: skip


def _median(found: dict[str, Any], name: str) -> dict[str, float]:
    steps = [step for key, step in found["steps"].items() if key.startswith(name)]
    return {key: median(step[key] for step in steps) for key in ("seconds", "app_cpu", "db_cpu")}


def _cpu(step: Step) -> float:
    return step["app_cpu"] + step["db_cpu"]


def _s(step: Step) -> str:
    return f"{step['seconds']:.2f} s (CPU {_cpu(step):.2f} s)"


def _against(ours: Step, events: int, theirs: Step, peer: dict[str, Any]) -> tuple[str, str]:
    """Per use. The peer's CPU is its application's alone, which favours it."""
    wall, cpu = ours["seconds"] / events, _cpu(ours) / events
    said = f"{wall * 1e6:.1f} µs a use (CPU {cpu * 1e6:.1f} µs)"
    return said, f"{theirs['seconds'] / peer['events'] / wall:,.0f} × (wall), {theirs['app_cpu'] / peer['events'] / cpu:,.0f} × (CPU)"
