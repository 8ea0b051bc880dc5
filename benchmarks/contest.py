"""The order of the races: contestants take turns in rounds, so that a noisy minute hits them all."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from .contestant import Contestant
from .load import Accept, Make, Round, burst
from .nemo_side import Nemo
from .postgres import Server
from .processes import Web, serving
from .race import RaceResult, race
from .raw import RawPlan, raw
from .squaremile_side import Squaremile
from .terms import CLIENTS, DELAYS_MS, ROOT, Effort, Shape
from .wire import Reply, request

Key = tuple[str, str, int]
Say = Callable[[str], None]


@dataclass
class Results:
    """Rounds by (scenario, contestant, clients), and what was counted rather than timed."""

    rounds: dict[Key, list[Round]] = field(default_factory=dict)
    races: list[RaceResult] = field(default_factory=list)
    statements: dict[str, dict[str, int]] = field(default_factory=dict)
    events: dict[str, int] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)

    def add(self, scenario: str, contestant: str, measured: Round) -> None:
        """Keep one round."""
        self.rounds.setdefault((scenario, contestant, measured.clients), []).append(measured)


@dataclass
class Contest:
    """Everything a run needs at hand."""

    server: Server
    shape: Shape
    effort: Effort
    say: Say
    results: Results = field(default_factory=Results)

    def prepare(self) -> tuple[Squaremile, Nemo]:
        """Install and seed both products."""
        us, peer = Squaremile(self.server, self.shape), Nemo(self.server, self.shape)
        for contestant in (us, peer):
            self.say(f"preparing {contestant.title} with {self.shape.reservations:,} reservations")
            contestant.prepare()
            self.results.versions[contestant.name] = contestant.versions()
        self.results.statements[peer.name] = peer.statements()
        return us, peer

    def run(self, rounds: int) -> None:
        """Every timed race."""
        us, peer = self.prepare()
        with ExitStack() as stack:
            floor = stack.enter_context(_floor(us.gunicorn))
            webs = {c.name: stack.enter_context(c.serve()) for c in (us, peer)}
            both: tuple[Contestant, ...] = (us, peer)
            for contestant in both:
                web = webs[contestant.name]
                for clients in CLIENTS:
                    self._burst("warm", contestant, web, clients, self.effort.warm_up)
            for number in range(1, rounds + 1):
                self.say(f"round {number} of {rounds}: creating reservations")
                self._creates(both, webs, us)
                self.say(f"round {number} of {rounds}: week feeds")
                self._weeks(us, peer, webs)
                for clients in CLIENTS:
                    self._floor(floor, clients)
        self.results.rounds = {k: v for k, v in self.results.rounds.items() if k[0] != "warm"}

    def race(self, pairs: int) -> None:
        """The double-booking races, contestants alternating at each delay."""
        us, peer = self.prepare()
        both: tuple[Contestant, ...] = (us, peer)
        with ExitStack() as stack:
            webs = {c.name: stack.enter_context(c.serve()) for c in both}
            for contestant in both:
                self._burst("warm", contestant, webs[contestant.name], 4, self.effort.warm_up)
            for delay in DELAYS_MS:
                for contestant in both:
                    found = race(webs[contestant.name], contestant, delay, pairs)
                    self.results.races.append(found)
                    self.say(
                        f"{delay} ms apart, {contestant.title}: {found.double_bookings} double "
                        f"bookings in {pairs} pairs"
                    )
        self.results.rounds.clear()

    # -- one round ---------------------------------------------------------------------------
    def _creates(self, both: tuple[Contestant, ...], webs: dict[str, Web], us: Squaremile) -> None:
        for clients, requests in self.effort.creates:
            for contestant in both:
                self._burst("create", contestant, webs[contestant.name], clients, requests)
            plan: RawPlan = us.raw_plan(self.effort.raw_inserts)
            self.results.add("create", "raw", raw(plan, clients))

    def _burst(self, scenario: str, contestant: Contestant, web: Web, clients: int, requests: int) -> None:
        measured = burst(
            web,
            contestant.create,
            contestant.created,
            clients=clients,
            requests=requests,
            database=self.server.postmaster(),
        )
        if measured.outcomes["ok"] < requests:
            raise SystemExit(f"{contestant.title} refused free slots: {dict(measured.outcomes)} {measured.refusal}")
        self.results.add(scenario, contestant.name, measured)
        if measured.statements and scenario == "create":
            self._count(contestant.name, "create", measured)

    def _weeks(self, us: Squaremile, peer: Nemo, webs: dict[str, Web]) -> None:
        ours, theirs = webs[us.name], webs[peer.name]
        for clients in CLIENTS:
            self._feed("week", us, ours, us.week, clients, self.effort.weeks)
        self._feed("tool week", peer, theirs, peer.instrument_week, 1, self.effort.peer_tool_weeks)
        self._weeks_after_change(us, ours)
        self._feed("bare week", peer, theirs, peer.bare_week, 1, self.effort.peer_weeks)
        self._feed("week", peer, theirs, peer.week, 1, self.effort.peer_weeks)

    def _weeks_after_change(self, us: Squaremile, web: Web) -> None:
        """Each week is asked right after somebody booked: nothing that was kept helps."""
        total = Round(1)
        for _ in range(self.effort.weeks // 2):
            for make, accept, keep in (
                (us.create, us.created, False),
                (us.week, lambda reply: reply.status == 200, True),
            ):
                one = burst(web, make, accept, clients=1, requests=1, database=self.server.postmaster())
                if one.refusal:
                    raise SystemExit(f"{us.title} week after a change: {one.refusal}")
                if keep:
                    total.join(one)
        self.results.add("changed week", us.name, total)

    def _feed(
        self,
        scenario: str,
        contestant: Contestant,
        web: Web,
        make: Make,
        clients: int,
        requests: int,
    ) -> None:
        last: list[Reply] = []

        def accept(reply: Reply) -> bool:
            last[:] = [reply]
            return reply.status == 200

        accepted: Accept = accept
        measured = burst(
            web, make, accepted,
            clients=clients, requests=requests, database=self.server.postmaster(),
        )  # fmt: skip
        if measured.outcomes["ok"] < requests:
            raise SystemExit(f"{contestant.title} {scenario}: {measured.refusal}")
        self.results.add(scenario, contestant.name, measured)
        self.results.events[f"{scenario}, {contestant.name}"] = contestant.events(last[0])
        if measured.statements:
            self._count(contestant.name, scenario, measured)

    def _count(self, contestant: str, scenario: str, measured: Round) -> None:
        typical = sorted(measured.statements)[len(measured.statements) // 2]
        self.results.statements.setdefault(contestant, {})[scenario.replace(" ", "_")] = typical

    def _floor(self, web: Web, clients: int) -> None:
        measured = burst(
            web,
            lambda: request("GET", "/"),
            lambda reply: reply.status == 200,
            clients=clients,
            requests=self.effort.floor,
            database=None,
        )
        self.results.add("floor", "floor", measured)


def _floor(gunicorn: Path):  # type: ignore[no-untyped-def]
    application = "benchmarks.floor_app:application"
    return serving("floor", gunicorn, application, {"PYTHONPATH": str(ROOT)}, "/")
