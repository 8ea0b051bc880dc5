"""The race itself: the peer, then preview and close of the month, its evidence and its paper, and a month four times as large."""

from __future__ import annotations

import os
import tempfile
from typing import Any

from benchmarks.machine import describe
from benchmarks.postgres import Server

from .nemo_side import NemoBilling
from .side import Billing
from .terms import Month

PEER_EVENTS = 10_000
PRINTED = 1_000
CORES = 2


def measured(running: Server, events: int = Month.events, peer_events: int = PEER_EVENTS) -> dict[str, Any]:
    """Everything in one run. Each answer is proved sound before its time counts."""
    month, load = Month(events=events), os.getloadavg()[0]
    peer = NemoBilling(running, peer_events).raced()
    side = Billing(running, month)
    side.prepare()
    first = str(month.first)
    preview = side.inside("preview", first)
    close = side.inside("close", first, str(CORES))
    _sound(month, preview, close)
    evidence = side.inside("explain")
    paper = printed(side)
    larger = Billing(running, Month(events=events * 4))
    larger.prepare()
    more = larger.inside("preview", first, "1")
    return {
        "machine": describe(running), "load": [round(load, 1), round(os.getloadavg()[0], 1)], "month": month.__dict__, "first": first,
        "peer": peer, "preview": _short(preview), "close": _short(close), "evidence": evidence, "paper": paper,
        "larger": {**_short(more), "close": _short(larger.inside("close", first, str(CORES)))},
    }  # fmt: skip


def _sound(month: Month, preview: dict[str, Any], close: dict[str, Any]) -> None:
    if preview["bills"] != close["bills"]:
        raise SystemExit("The preview is not the close, to the last unit.")
    if (close["explained"], close["invoices"], close["states"]) != (month.events, month.companies, ["issued"]):
        raise SystemExit(f"The close is not whole: {close['explained']} uses explained, {close['invoices']} invoices, {close['states']}")
    if preview["events"] != month.events:
        raise SystemExit(f"The preview saw {preview['events']} uses")


def _short(found: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in found.items() if key != "bills"}


def printed(side: Billing) -> dict[str, Any]:
    """A thousand invoices as PDF, on as many processes as cores."""
    with tempfile.TemporaryDirectory() as folder:
        parts = side.beside([("print", str(PRINTED), folder, str(n), str(CORES)) for n in range(CORES)])
    steps = [part["steps"]["print"] for part in parts]
    return {
        "documents": sum(part["documents"] for part in parts), "pages": sum(part["pages"] for part in parts),
        "bytes": sum(part["bytes"] for part in parts), "seconds": max(step["seconds"] for step in steps),
        "app_cpu": round(sum(step["app_cpu"] for step in steps), 2),
    }  # fmt: skip
