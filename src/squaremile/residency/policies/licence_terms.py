"""The terms of a licence at a time, and what an amendment changes in them, line by line in both languages."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from squaremile.kernel.money import Money
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds. `rent` is a month of all places and `deposit` once, in minor units of `currency`; `last_day` on the site."""

    last_day: date
    price_version: str
    rent: int
    currency: str
    deposit: int
    notice_months: int
    most_people: int
    permitted_use: str
    covenants: tuple[str, ...]

    @property
    def rent_money(self) -> Money:
        return Money(self.rent, self.currency)

    @property
    def deposit_money(self) -> Money:
        return Money(self.deposit, self.currency)


def month_of_change(before: int, after: int, day: date) -> int:
    """What a month costs in which the fee changes on `day`: by days, rounded half up once. `day` is the first at the new fee."""
    days = monthrange(day.year, day.month)[1]
    whole = before * (day.day - 1) + after * (days - day.day + 1)
    return (2 * whole + days) // (2 * days)


def changes(before: Terms, after: Terms, *, adds: Sequence[str] = (), gives_up: Sequence[str] = ()) -> list[Text]:
    """A line for each term that differs, and for places that come and go (by code). Empty where nothing changes."""
    said = [Text(ko=f"자리 추가: {code}", en=f"Place added: {code}") for code in adds]
    said += [Text(ko=f"자리 반납: {code}", en=f"Place given up: {code}") for code in gives_up]
    for ko, en, was, becomes in (
        ("마지막 날", "Last day", f"{before.last_day}", f"{after.last_day}"),
        ("최대 인원", "Most people", f"{before.most_people}", f"{after.most_people}"),
        ("사용 목적", "Permitted use", before.permitted_use, after.permitted_use),
        ("가격표", "List of prices", before.price_version, after.price_version),
        ("월 사용료", "Monthly fee", before.rent_money.said, after.rent_money.said),
    ):
        if was != becomes:
            said.append(Text(ko=f"{ko}: {was} → {becomes}", en=f"{en}: {was} → {becomes}"))
    return said
