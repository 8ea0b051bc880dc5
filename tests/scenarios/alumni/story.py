"""One company's way through the cluster: who acts and when, what one scene leaves to the next, and which step each is."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from squaremile.core import operations as core
from squaremile.core.entering import enter_key, enter_person, secret_hash
from squaremile.core.models import Mail, User
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.scope import Scope, scope, system
from tests.world import MONDAY, PASSWORD, World, setup_scope

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
CEO, CTO, RIVAL, LATE = "ceo@saessak.example", "cto@saessak.example", "ceo@dutjjae.example", "ceo@setjjae.example"
NAME = "새싹바이오"
STEPS: dict[int, Callable[["Story"], None]] = {}
"""The scenes in the order in which they are played, by the number of the operator's step that each is."""


def step(number: int) -> Callable[[Callable[["Story"], None]], Callable[["Story"], None]]:
    """Whoever plays a step that is played already has miscounted."""

    def kept(scene: Callable[["Story"], None]) -> Callable[["Story"], None]:
        assert number not in STEPS, f"step {number} is played twice"
        STEPS[number] = scene
        return scene

    return kept


def refused(code: str) -> "pytest.RaisesExc[Refused | Invalid | Missing | Forbidden]":
    return pytest.raises((Refused, Invalid, Missing, Forbidden), match=code.replace(".", r"\."))


def moment(day: float, hour: float = 0) -> datetime:
    """Days and hours after the Monday on which it begins, nine in the morning in Seoul."""
    return MONDAY + day * DAY + hour * HOUR


def on(day: int) -> date:
    return MONDAY.date() + day * DAY


@dataclass
class Story:
    """What was made so far, by its code."""

    world: World
    lead: str = ""
    call: str = ""
    applications: dict[str, str] = field(default_factory=dict)
    """By the address of whoever applied."""
    round: str = ""
    sponsor: str = ""
    prices: str = ""
    licence: str = ""
    company: str = ""
    organisation: UUID | None = None
    code: str = ""
    """The organisation's."""
    members: dict[str, str] = field(default_factory=dict)
    departure: str = ""

    @contextmanager
    def by(self, who: str, day: float, hour: float = 0) -> Iterator[Scope]:
        """As one of the staff, as somebody of a company by her address, or as a system (`public`, `worker`)."""
        with clock.as_of(moment(day, hour)), ExitStack() as entered:
            if "@" in who:
                asking = entered.enter_context(enter_person(self.person(who)))
                assert asking is not None, f"{who} has no account"
                yield asking.scope
            else:
                entering: AbstractContextManager[Scope] = (
                    self.world.as_(who) if who in self.world.people else scope(system(who))
                )
                yield entered.enter_context(entering)

    @contextmanager
    def by_key(self, email: str, day: float, hour: float = 0) -> Iterator[Scope]:
        """As whoever holds the newest link that was mailed to an address."""
        with clock.as_of(moment(day, hour)), enter_key(secret_hash(self.mailed(email, "/door/enter/"))) as entered:
            assert entered is not None, f"the key of {email} opens nothing"
            yield entered.scope

    def mailed(self, email: str, path: str) -> str:
        """The secret after `path` in the newest letter to an address."""
        with scope(system("worker")):
            newest = Mail.objects.filter(to=email, body__contains=path).order_by("-id").first()
            assert newest is not None, f"{email} was mailed no {path}"
            return newest.body.partition(path)[2].partition("/")[0]

    def person(self, email: str) -> UUID:
        with scope(setup_scope()):
            return User.objects.get(email=email).id

    def comes_in(self, email: str, name: str, day: float) -> None:
        """Whoever was invited accepts, as somebody new."""
        with clock.as_of(moment(day)), scope(system("auth")):
            core.accept_invitation(
                secret=self.mailed(email, "/invitation/"), name_ko=name, name_en=email, password=PASSWORD
            )
