"""Who is told of visits: approvers that it is their turn, hosts that the day runs late."""

from squaremile.core.notices import Letter, post, tell
from squaremile.core.outbox import handles
from squaremile.kernel.words import Text
from squaremile.network.policies.two_clocks import zone_name
from squaremile.network.reads.visit_telling import Told, approver, told
from squaremile.published.visits import DayRanLate, DelegationSubmitted

YOUR_TURN = Text(ko="{name}: 승인을 기다립니다.", en="{name} awaits your decision.")
LATE = Text(
    ko="{name} 방문단이 늦어져 「{stop}」 시간이 {start}–{end}로 바뀌었습니다.",
    en="The delegation {name} is running late: “{stop}” is now {start}–{end}.")
LATE_SUBJECT = Text(ko="시간 변경: {stop} {start}–{end}", en="New time: {stop} {start}–{end}")


@handles("DelegationSubmitted")
def ask_the_approver(fact: DelegationSubmitted) -> None:
    """It is her turn to decide."""
    said = YOUR_TURN.fill({"name": Text(ko=fact.name_ko or fact.name_en, en=fact.name_en or fact.name_ko)})
    letter = Letter(subject=said, body=said, about_bookings=False)
    tell(
        approver(fact.delegation, fact.turn), "network.delegation_waits", said, f"/network/visits/{fact.code}/", f"delegation:{fact.told}", letter,
    )


@handles("DayRanLate")
def tell_the_hosts(fact: DayRanLate) -> None:
    """The hosts of every stop that moved: in the application where they have an account, else by mail."""
    for stop in told(fact.stops):
        said, subject = LATE.fill(_values(stop)), LATE_SUBJECT.fill(_values(stop))
        tell(
            stop.users, "network.visit_late", said, "/network/visits/", f"late:{fact.told}:{stop.code}",
            Letter(subject=subject, body=said, about_bookings=False),
        )
        for address, language in stop.addresses:
            post(to=address, subject=subject.say(language), body=said.say(language))


def _values(stop: Told) -> dict[str, object]:
    return {"name": stop.name, "stop": stop.title, "start": f"{stop.start:%H:%M}", "end": f"{stop.end:%H:%M} {zone_name(stop.start)}"}
