"""Makes the money by operations only, as finance, the worker and the payers would have done it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from squaremile.billing.handlers.bills import booking_missed
from squaremile.booking.reads.missed import missed
from squaremile.cli.demo.bookings import handed_over
from squaremile.cli.demo.money import accounts, overseas, rounds
from squaremile.cli.demo.money.setting import Setting
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from squaremile.kernel.words import Text
from squaremile.stores import operations as stores

LABEL = Text(ko="청구", en="bills")
STEPS = 10
"""Two of setting up, and two of each round of each issuer."""


def make(organisations: Mapping[str, UUID], finance: UUID, now: datetime, today: date, zone: ZoneInfo) -> Iterator[int]:
    """What was used in a month is recorded before it is closed; the rest a moment after everything else was."""
    # Some of what was used is recorded by the clock on the wall while the demonstration is built.
    setting = Setting(organisations, finance, max(now, clock.now()) + timedelta(seconds=1), today, zone)
    _missed(setting, now)
    with clock.as_of(now), scope(system("worker")):
        stores.count_cylinder_days()
    whose = overseas.entered(setting)
    yield 1
    opened = accounts.opened(setting)
    yield 2
    steps = 2
    for issuer, of, held in (
        (accounts.CENTRE, setting, opened), (overseas.ISSUER, replace(setting, organisations={overseas.COMPANY: whose.organisation}),
                                              {overseas.COMPANY: whose.account}),
    ):
        for _ in rounds.over(of, issuer, held):
            yield (steps := steps + 1)
        for _ in rounds.running(of, issuer):
            yield (steps := steps + 1)


def _missed(setting: Setting, now: datetime) -> None:
    """Billing hears of bookings that nobody came to, each as its month is handed over: what is recorded in bulk tells nobody."""
    for fact in list(missed(setting.at(setting.first), now)):
        with clock.as_of(min(handed_over(fact.start.astimezone(setting.zone)), now)), scope(system("worker")):
            booking_missed(fact)
