"""Licences: every place that is let is let by one, signed, insured and paid for; some offers are still on their way."""

from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, time, timedelta
from decimal import Decimal

from squaremile.cli.demo.homes import Let
from squaremile.cli.demo.residency.stage import Stage
from squaremile.core.seals import certificate
from squaremile.kernel import clock
from squaremile.kernel.period import civil
from squaremile.kernel.scope import scope, system
from squaremile.kernel.words import Text
from squaremile.residency import operations as residency

LABEL = Text(ko="입주계약", en="licences")
BENCH, SUITE = 620_000, 4_800_000
"""Won a month."""
REACHED = {"BARAE": 2, "GALMAET": 1, "DALMURI": 0}
"""How far the offers of those who arrive have come: both have signed, accepted, open."""
COVENANTS = ("매년 성과를 알립니다 / Outcomes are told every year", "다른 기업의 비밀을 지킵니다 / Others' secrets are kept")


def _homes(stage: Stage) -> dict[str, list[Let]]:
    homes: dict[str, list[Let]] = defaultdict(list)
    for let in stage.lets:
        homes[let.company].append(let)
    return homes


def total(stage: Stage) -> int:
    return len(_homes(stage))


def make(stage: Stage) -> Iterable[int]:
    """From the offer to the first day, each at the moment it would have been done."""
    earliest = stage.at(-400)
    with suppress(FileExistsError):
        certificate.make(certificate.of_cluster(), stage.at(-2000))
    with clock.as_of(earliest), scope(stage.staffed("programme")):
        prices = residency.publish_prices(
            name_ko="기본 사용료", name_en="Standard prices", valid_from=earliest.date(), bench=BENCH, suite=SUITE,
        ).code
    with scope(stage.staffed("programme")):
        for kind, monthly in (("bench", BENCH), ("suite", SUITE)):
            residency.set_forecast_price(place_kind=kind, from_on=earliest.date(), monthly=Decimal(monthly))
    seats = {company.code: company.scientists + 3 for company in stage.companies}
    for count, (code, lets) in enumerate(_homes(stage).items(), 1):
        _licence(stage, code, lets, prices, seats[code])
        yield count


def _licence(stage: Stage, code: str, lets: list[Let], prices: str, seats: int) -> None:
    start, end = (civil(day, time(9), stage.zone) for day in (lets[0].start, lets[0].end))
    here = lets[0].moved_in
    offered = start - timedelta(days=21) if here else stage.now - timedelta(days=4)
    deposit = 2 * sum(SUITE if "-B" not in let.place.removeprefix("JB-") else BENCH for let in lets)
    with clock.as_of(offered), scope(stage.staffed("programme")):
        licence = residency.make_offer(
            company=stage.records[code], spots=[let.place for let in lets], start=start, end=end,
            until=offered + timedelta(days=14), price_version=prices, most_people=seats, deposit=deposit,
            permitted_use="생명과학 연구개발 / Research and development in the life sciences", covenants=COVENANTS,
            notice_months=2,
        ).code  # fmt: skip
    reached = 3 if here else REACHED.get(code, 0)
    with clock.as_of(offered + timedelta(days=2)), scope(stage.admin(code)):
        if reached:
            residency.answer_offer(licence=licence, accept=True)
        if reached > 1:
            residency.sign_licence(licence=licence, signed_name=stage.signer(code))
    if reached > 1:
        with clock.as_of(offered + timedelta(days=3)), scope(stage.staffed("site_director")):
            residency.sign_licence(licence=licence, signed_name="백서윤")
        with clock.as_of(offered + timedelta(days=3)), scope(system("worker")):
            residency.seal_documents()
    if reached > 2:
        _begun(stage, licence, deposit, start, end)


def _begun(stage: Stage, licence: str, deposit: int, start: datetime, end: datetime) -> None:
    with clock.as_of(start - timedelta(days=7)), scope(stage.staffed("site_director")):
        residency.record_insurance(
            licence=licence, insurer="한마음손해보험", policy_number=f"DEMO-{licence}", expires_on=(end + timedelta(days=30)).date(),
        )
        residency.record_deposit(licence=licence, amount=deposit, paid_on=(start - timedelta(days=8)).date())
    with clock.as_of(start + timedelta(hours=2)), scope(stage.staffed("site_director")):
        residency.start_licence(licence=licence)
