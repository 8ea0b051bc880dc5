"""An event to come, and a partnering event in which rivals and staff take part."""

from dataclasses import dataclass
from datetime import timedelta

import pytest

from squaremile.kernel import clock
from squaremile.network import operations as network
from tests.world import MONDAY, World

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


def talk(world: World, state: str = "open", **more):
    """An event in the state asked for, by the liaison staff."""
    asked = {
        "kind": "talk", "start": MONDAY + DAY, "end": MONDAY + DAY + HOUR, "title_ko": "세포치료 강연",
        "title_en": "Cell therapy talk",
    }  # fmt: skip
    with world.as_("programme"):
        made = network.add_event(**{**asked, **more})
        for step in {"draft": (), "announced": ("announced",), "open": ("open",), "closed": ("open", "closed"),
                     "running": ("open", "running"), "finished": ("open", "running", "finished"),
                     "cancelled": ("open", "cancelled")}[state]:  # fmt: skip
            made = network.set_event_state(event=made.code, state=step)
    return made


@dataclass
class Fair:
    """A partnering event: its code, and profiles by person."""

    world: World
    code: str
    profiles: dict[str, str]

    def ask(self, who: str, whom: str, **more):
        with self.world.as_(who):
            asked = {"reason": "공동 연구", **more}
            return network.request_meeting(event=self.code, participant=self.profiles[whom], **asked)

    def accepted(self, who: str, whom: str, **more):
        made = self.ask(who, whom, **more)
        with self.world.as_(whom):
            return network.accept_request(request=made.code)

    def met(self, who: str, whom: str, slot: int = 1):
        made = self.accepted(who, whom)
        with self.world.as_("programme"):
            return network.schedule_meeting(request=made.code, slot=slot)


def fair(world: World, *people: str, mode: str = "self", tables: int = 2, **more) -> Fair:
    made = talk(world, "open", kind="partnering", start=MONDAY + HOUR, end=MONDAY + 5 * HOUR, **more)
    with world.as_("programme"):
        network.set_up_partnering(event=made.code, mode=mode, tables=tables, first="10:00", last="12:00", minutes=30)
    profiles = {}
    for who in people:
        with world.as_(who):
            profiles[who] = network.register_participant(event=made.code, offers_ko=f"{who}의 기술").code
    return Fair(world, made.code, profiles)


@pytest.fixture
def meet(world: World) -> Fair:
    """Hana (Hanbit), Sora (Saebom) and the programme officer take part; participants choose slots."""
    return fair(world, "hana", "sora", "programme")
