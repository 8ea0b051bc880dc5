"""The races themselves, over HTTP: what the server says it took, with the answers counted."""

from __future__ import annotations

import json
from collections import Counter
from itertools import count
from typing import Any

from benchmarks.load import Round, burst, percentile
from benchmarks.squaremile_seed import token
from benchmarks.terms import SIGNED_IN
from benchmarks.wire import Reply, request

from .side import Safety

VERDICTS = 600
WARM_UP = 60
AMOUNTS = ("1 L", "4 L", "20 L", "60 L")
MOST_MS = 20.0


def rows(side: Safety) -> dict[str, Any]:
    """Both races."""
    return {"verdicts": verdicts(side)}


def verdicts(side: Safety) -> dict[str, Any]:
    """People of every company ask about every area in turn: one substance, one room, four amounts."""
    answers: Counter[str] = Counter()
    turn = count()

    def ask() -> bytes:
        n = next(turn)
        wish = {
            "substance": f"SUB-{3 * (1 + n * 31 % 130)}", "how_much": AMOUNTS[n % len(AMOUNTS)],
            "place": f"ROOM-{1 + n * 607 % side.stock.rooms}",
        }  # fmt: skip
        headers = {"Authorization": f"Bearer {token(1 + n % SIGNED_IN)}", "Content-Type": "application/json"}
        return request("POST", "/api/v1/safety/can-bring", headers, json.dumps(wish).encode())

    def answered(reply: Reply) -> bool:
        if reply.status == 201:
            answers[json.loads(reply.body)["answer"]] += 1
        return reply.status == 201

    with side.serve() as web:
        burst(web, ask, answered, clients=1, requests=WARM_UP, database=side.server.postmaster())
        answers.clear()
        found: Round = burst(web, ask, answered, clients=1, requests=VERDICTS, database=side.server.postmaster())
    if found.outcomes["ok"] != VERDICTS:
        raise SystemExit(f"A question was refused: {found.refusal}")
    if len(answers) < 2:
        raise SystemExit(f"Every answer was the same: {answers}")
    return {
        "requests": VERDICTS, "answers": dict(answers), "statements": max(found.statements, default=0),
        "server_p50_ms": round(percentile(found.server, 0.5), 1), "server_p95_ms": round(percentile(found.server, 0.95), 1),
        "app_cpu_ms": round(found.app_cpu_ms, 1), "db_cpu_ms": round(found.db_cpu_ms, 1),
    }  # fmt: skip
