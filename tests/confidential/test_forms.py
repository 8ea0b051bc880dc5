"""Forms: every address is sent one, with a rival's references in address and body. Nothing of hers changes or shows."""

import pytest
from django.db import transaction
from django.test import Client

from squaremile.booking import operations as booking
from tests import parts
from tests.confidential.addresses import SECRET, patterns, typed
from tests.confidential.asking import client_of, clients_by_key, text_of
from tests.confidential.rival import Rival
from tests.confidential.untouched import Untouched
from tests.world import World

FOR_ANYBODY = {"public/calls/<str:code>/"}
"""Anybody begins an application, whatever address she gives: a letter goes there, and nothing of hers changes."""
PAGES = [pattern for pattern, _ in patterns() if not pattern.startswith("api/")]


def form(rival: Rival) -> dict[str, str]:
    """Fields of every form there is, filled with what is hers wherever they name something."""
    codes = rival.codes
    return {
        "reservation": codes["reservation"], "session": codes["session"], "organisation": "SAEBOM",
        "project": codes["project"], "person": codes["person ref"], "notice": codes["notice ref"],
        "token": codes["token ref"], "fault": codes["fault"], "occupancy": codes["occupancy"],
        "start": "2027-03-01T13:00", "end": "2027-03-01T13:30", "date": "2027-03-01", "until": "2027-03-02",
        "reason": "왜", "why": "왜", "resolution": "왜", "says": "왜", "severity": "note", "role": "scientist",
        "email": codes["email"], "name_ko": "훔침", "name_en": "Stolen", "kind": "company", "lang": "ko",
        "language": "ko", "state": "out_of_service", "says_ko": "왜", "work_type": "repair", "displace": "on", "needs": "CHILLER",
    } | {name: codes.get(value, value) for name, value in parts.merged("FORM").items()}  # fmt: skip


@pytest.mark.parametrize("who", ["hana", "hajin", "auditor", ""])
def test_nobody_changes_what_is_anothers(rival_kept: Rival, untouched: Untouched, who: str):
    client, filled = client_of(who) if who else Client(), form(rival_kept)
    before, leaks, broken, changed = untouched(), [], [], []
    for pattern in PAGES:
        for address in typed(pattern, rival_kept):
            response = client.post(address, filled)
            text = text_of(response)
            known = (address, *filled.values())
            if who != "auditor":
                leaks += [(address, s) for s in rival_kept.secrets if s in text and not any(s in k for k in known)]
            if response.status_code >= 500:
                broken.append((address, response.status_code))
        if (after := untouched()) != before:
            if pattern in FOR_ANYBODY:
                before = after
                continue
            changed.append((pattern, [table for table in after if after[table] != before[table]]))
            before = after
    assert (leaks, broken, changed) == ([], [], [])


def test_those_who_may_are_answered(world: World, rival: Rival):
    """The same addresses, sent to by those whose they are and by staff: they are there."""
    people, filled, dead = [client_of(who) for who in ("operator", "sujin", "sora", "director")], form(rival), []
    people += clients_by_key()
    for pattern in PAGES:
        if "<" in pattern and not pattern.startswith(SECRET):
            tries = (_status(client, address, filled) for address in typed(pattern, rival) for client in people)
            dead += [] if any(status not in (403, 404) for status in tries) else [pattern]
    assert dead == []


def _status(client: Client, address: str, filled: dict[str, str]) -> int:
    with transaction.atomic():
        status = client.post(address, filled).status_code
        transaction.set_rollback(True)
    return status


def test_the_digest_sees_what_changes(committed_world: World, rival_kept: Rival, untouched: Untouched):
    before = untouched()
    assert "booking_reservation_detail" in {table for table, rows in before.items() if rows}
    with committed_world.as_("sora"):
        booking.cancel(reservation=rival_kept.codes["reservation"])
    after = untouched()
    assert {table for table in after if after[table] != before[table]} == {
        "booking_reservation", "booking_reservation_detail", "booking_reservation_transition", "core_activity",
        "core_outbox_fact",
    }  # fmt: skip
