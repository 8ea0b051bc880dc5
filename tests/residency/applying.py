"""How tests apply: a call, a link from the mail, answers."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from squaremile.core.entering import enter_key, secret_hash
from squaremile.core.models import Mail
from squaremile.kernel.scope import Scope, scope, system
from squaremile.residency import operations as residency
from tests.residency.forms import ANSWERS, sample
from tests.world import MONDAY

DAY = timedelta(days=1)
RULES = [
    {"rule": "age_most", "years": 7}, {"rule": "no_work", "works": ["bsl4", "select_agents", "radioisotopes", "animals"]},
    {"rule": "capital_most", "amount": "7500000", "currency": "USD", "for_one": {"KRW": "1350"}},
]


def opened_call(world, *, days: int | None = 30, **said: Any) -> str:
    """An open call of the programme; rolling where `days` is None."""
    with world.as_("programme"):
        residency.import_form(form="STANDARD", body=sample())
        made = residency.draft_call(
            form="STANDARD", title_ko="봄 입주 공고", title_en="Spring call", opens_at=MONDAY - DAY,
            closes_at=MONDAY + days * DAY if days else None, eligibility=RULES, **said,
        )
        residency.open_call(call=made.code)
    return made.code


def begun(call: str, email: str = "ceo@prospect.example", name_ko: str = "새싹바이오", **said: Any) -> str:
    """The code of an application that somebody outside has begun."""
    with scope(system("public")):
        return residency.begin_application(call=call, email=email, name_ko=name_ko, **said).application


def secret(email: str = "ceo@prospect.example") -> str:
    """The secret of the newest link that was mailed there."""
    with scope(system("worker")):
        newest = Mail.objects.filter(to=email, body__contains="/door/enter/").order_by("-id").first()
        assert newest is not None
        return newest.body.partition("/door/enter/")[2].partition("/")[0]


@contextmanager
def outside(email: str = "ceo@prospect.example") -> Iterator[Scope]:
    """As whoever holds the newest link of an address."""
    with enter_key(secret_hash(secret(email))) as entered:
        assert entered is not None
        yield entered.scope


def answered(application: str, **changes: Any) -> None:
    """Every answer of the sample; None leaves one out."""
    for key, value in (ANSWERS | changes).items():
        if value is not None:
            residency.save_answer(application=application, question_key=key, value=value)


def handed_in(call: str, email: str = "ceo@prospect.example", name_ko: str = "새싹바이오", **changes: Any) -> str:
    code = begun(call, email, name_ko)
    with outside(email):
        answered(code, **changes)
        residency.submit_application(application=code)
    return code
