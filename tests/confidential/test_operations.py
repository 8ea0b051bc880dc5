"""Every operation there is, asked about a rival's things by those they are not: refused, and nothing of hers changes."""

from dataclasses import replace
from itertools import product

import pytest
from django.db import transaction

from squaremile.kernel import clock
from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.ids import uuid7
from squaremile.kernel.operation import Operation, registry
from squaremile.kernel.scope import Scope, scope, system
from tests.confidential.asked import arguments, names_her
from tests.confidential.rival import HOUR, Rival
from tests.confidential.untouched import Untouched
from tests.world import MONDAY, World

OPERATIONS = [registry[name] for name in sorted(registry) if registry[name].call.__module__.startswith("squaremile.")]
SILENT = {"core.mark_notices_read"}
"""Does what it can and says nothing of the rest: a notice that is not one's own is as read as it was."""

BY_SECRET = {
    "core.accept_invitation", "network.answer_by_letter", "residency.cancel_tour_by_letter", "residency.look_at_profile",
    "residency.declare_conflict", "residency.save_review", "residency.submit_review", "safety.take_container",
}  # fmt: skip
"""Opened by what only the letter tells, or the key that is handed over with a bottle."""
HUNG_UP = {"booking.add_manual", "booking.edit_equipment"}
"""Would show a file to everyone: a company's own is refused to staff as well."""


def answer(asking: Scope, operation: Operation, rival: Rival) -> tuple[int, str]:
    """The status and the words of its refusal; 200 where it was done."""
    try:
        with scope(asking):
            operation.call(**arguments(operation, rival))
    except SquaremileError as refused:
        return refused.status, f"{refused} {refused.arithmetic} {refused.remedy}"
    return 200, ""


def nobody(rival: Rival) -> Rival:
    """As many codes and keys, of things that never were."""
    return Rival(dict.fromkeys(rival.codes, "NO-SUCH-THING"), {name: uuid7() for name in rival.keys}, ())


@pytest.fixture(autouse=True)
def connected(settings) -> None:
    """A host with a provider of payments and one of tax invoices: without them everybody is refused alike."""
    settings.PAYMENT_PROVIDER = settings.ETAX_PROVIDER = "sandbox"


@pytest.mark.parametrize("who", ["hana", "hajin", "auditor", ""])
def test_nobody_does_it_to_another(committed_world: World, rival_kept: Rival, untouched: Untouched, who: str):
    """What is hers is refused in the very words that meet what never was."""
    asking, before = committed_world.person(who) if who else Scope(), untouched()
    done, differs, changed = [], [], []
    for operation in OPERATIONS:
        heard = answer(asking, operation, rival_kept)
        if names_her(operation) and operation.name not in SILENT:
            done += [operation.name] if heard[0] == 200 else []
            differs += [operation.name] if heard != answer(asking, operation, nobody(rival_kept)) else []
        if (after := untouched()) != before:
            changed.append((operation.name, [table for table in after if after[table] != before[table]]))
            before = after
    assert (done, differs, changed) == ([], [], [])


@pytest.mark.parametrize("operation", [each for each in OPERATIONS if each.name not in BY_SECRET | HUNG_UP], ids=lambda operation: operation.name)
def test_somebody_may(world: World, rival: Rival, operation: Operation):
    """What is asked can be done, by whoever may: a refusal above is about who asks."""
    people = [world.person(who) for who in ("sora", "sujin", "operator", "director", "finance", "programme")]
    acting = replace(world.person("sora"), operator=world.people["operator"], reason="support")
    answers = set()
    for asking, at in product((*people, acting, system("worker"), system("public")), (MONDAY, MONDAY + HOUR / 4)):
        with transaction.atomic(), clock.as_of(at):
            answers.add(answer(asking, operation, rival)[0])
            transaction.set_rollback(True)
        if 200 in answers:
            return
    raise AssertionError(f"{operation.name} was done by nobody: {answers}")
