"""The order of the races: contestants take turns in rounds, so that a noisy minute hits them all."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from .contestant import Contestant
from .load import Make, Round, burst
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


class _Last:
    """Accepts every 200 and keeps the last reply."""

    def __init__(self) -> None:
        self.reply: Reply | None = None

    def __call__(self, reply: Reply) -> bool:
        self.reply = reply
        return reply.status == 200


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
        for contestant in (us, peer):
            # Housekeeping after so many new rows now, for both, and not in the middle of somebody's race.
            with self.server.connect(contestant.database) as connection:
                connection.execute("VACUUM ANALYZE")
                connection.execute("CHECKPOINT")
        self.results.statements[peer.name] = peer.statements()
        return us, peer

    def run(self, rounds: int) -> None:
        """Every timed race."""
        us, peer = self.prepare()
        with ExitStack() as stack:
            floor = stack.enter_context(_floor(us.program))
            webs = {c.name: stack.enter_context(c.serve()) for c in (us, peer)}
            both: tuple[Contestant, ...] = (us, peer)
            for contestant in both:
                web = webs[contestant.name]
                self.say(f"warming {contestant.title}")
                self._burst("warm", contestant, web, max(CLIENTS), self.effort.warm_creates)
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
        # Every worker has made the week once: what is timed next is a week that did not change.
        burst(ours, us.week, _Last(), clients=16, requests=4 * self.effort.warm_up, database=None)
        for clients in CLIENTS:
            self._feed("week", us, ours, us.week, clients, self.effort.weeks)
        self._feed("tool week", peer, theirs, peer.instrument_week, 1, self.effort.peer_tool_weeks)
        self._weeks_after_change(us, ours)
        self._feed("bare week", peer, theirs, peer.bare_week, 1, self.effort.peer_weeks)
        self._feed("week", peer, theirs, peer.week, 1, self.effort.peer_weeks)

    def _weeks_after_change(self, us: Squaremile, web: Web) -> None:
        """Each week is asked right after somebody booked: nothing that was kept helps."""
        total, last = Round(1), _Last()
        for _ in range(max(1, self.effort.weeks // 2)):
            self._burst("warm", us, web, 1, 1)
            one = burst(web, us.week, last, clients=1, requests=1, database=self.server.postmaster())
            total.join(one)
        self._kept("changed week", us, total, last)

    def _feed(self, scenario: str, contestant: Contestant, web: Web, make: Make, clients: int, requests: int) -> None:
        last, database = _Last(), self.server.postmaster()
        measured = burst(web, make, last, clients=clients, requests=requests, database=database)
        self._kept(scenario, contestant, measured, last)

    def _kept(self, scenario: str, contestant: Contestant, measured: Round, last: _Last) -> None:
        """Keep a round of feeds, if it was the week that was asked for."""
        if measured.outcomes["ok"] < measured.requests or last.reply is None:
            raise SystemExit(f"{contestant.title} {scenario}: {measured.refusal}")
        events = contestant.events(last.reply)
        expected = self.shape.week_events // (self.shape.instruments if "tool" in scenario else 1)
        if events != expected:
            raise SystemExit(f"{contestant.title} {scenario}: {events} reservations, not {expected}")
        self.results.add(scenario, contestant.name, measured)
        self.results.events[f"{scenario}, {contestant.name}"] = events
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


def _floor(program: Path) -> AbstractContextManager[Web]:
    application = "benchmarks.floor_app:application"
    return serving("floor", program, application, {"PYTHONPATH": str(ROOT)}, "/")
