"""My settings, notices, acting, files, and the demonstration's door."""

import re
from datetime import timedelta

import pytest
from icalendar import Calendar

from squaremile.booking import operations as booking
from squaremile.core import operations as core
from squaremile.core import refs
from squaremile.core.entering import enter_token
from squaremile.core.models import Activity, Notice, RoleGrant, Token
from squaremile.core.notices import tell
from squaremile.core.reads import files
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from squaremile.kernel.words import Text
from tests.world import MONDAY, World

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20
WHY = "예약을 옮겨 달라고 전화하셨습니다"


@pytest.mark.parametrize("address", ["/me/", "/notices/", "/files/x/"])
def test_visitors_are_led_to_sign_in(enter, address):
    answer = enter().get(address)
    assert (answer.status_code, answer["location"]) == (302, f"/accounts/login/?next={address}")


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("who", ["hana", "director", "auditor"])
def test_my_settings_open_for_everyone(enter, who, language):
    page = enter(who, language).get("/me/").content.decode()
    assert f"{who}@example.org" in page
    assert not re.search(r"[0-9a-f]{8}-[0-9a-f]{4}-7", page), "keys are never shown"


def test_the_profile_is_saved_and_the_language_follows(enter, world: World):
    client = enter("hana", "en")
    answer = client.post("/me/", {"name_ko": "김하나", "name_en": "Hana K", "language": "ko", "phone": ""})
    assert (answer.status_code, answer.cookies["django_language"].value) == (303, "ko")
    with world.as_("hana"):
        from squaremile.core.models import User

        me = User.objects.get(id=world.people["hana"])
        assert (me.name_en, me.mail_bookings) == ("Hana K", False)
    answer = client.post("/me/", {"name_ko": "", "name_en": "", "language": "ko"})
    assert answer.status_code == 409
    assert "core.name_needed" in answer.content.decode()


def test_a_token_is_shown_once_and_revoked(enter, world: World):
    client = enter("hana")
    page = client.post("/me/tokens/", {"name": "script", "ability": "write", "days": "30"})
    secret = re.search(r'data-copy-text-value="(sm_[^"]+)"', page.content.decode())[1]
    assert "no-store" in page["Cache-Control"]
    mine = client.get("/me/").content.decode()
    assert secret not in mine
    with enter_token(secret, "api") as someone:
        assert someone.scope.may_write
    address = re.search(r'action="(/me/tokens/[^"]+/revoke/)"', mine)[1]
    assert enter("sora").post(address).status_code == 404
    assert client.post(address).status_code == 303
    with enter_token(secret, "api") as someone:
        assert someone is None


def test_a_token_that_lasts_too_long_is_said_beside_the_field(enter):
    assert enter("hana").post("/me/tokens/", {"name": "x", "ability": "read", "days": "999"}).status_code == 422


def test_a_calendar_address_shows_ones_own_bookings_until_it_is_revoked(enter, world: World):
    client = enter("hana")
    assert "Google may lag" in client.get("/me/").content.decode()
    page = client.post("/me/feeds/", {"name": "phone"}).content.decode()
    secret = re.search(r"(smf_[\w-]+)", page)[1]
    for who, hour in (("hana", 1), ("haeun", 3), ("sora", 5)):
        with world.as_(who):
            start = MONDAY + timedelta(hours=hour)
            booking.reserve(equipment="CONFOCAL", start=start, end=start + timedelta(hours=1), purpose="비밀")
    answer = enter().get(f"/feeds/{secret}.ics")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert [(e["summary"], e["dtstart"].dt) for e in events] == [("공초점 현미경", MONDAY + timedelta(hours=1))]
    assert enter("sora").get(f"/feeds/{secret}.ics").content == answer.content, "the secret alone decides"
    with world.as_("hana"):
        core.revoke_token(token=Token.objects.get().id)
    assert [enter().get(f"/feeds/{each}.ics").status_code for each in (secret, "smf_made-up")] == [404, 404]


def test_a_feed_secret_is_no_key_to_anything_else(enter, world: World):
    with world.as_("hana"):
        feed, api = (core.create_token(name="x", purpose=purpose).secret for purpose in ("feed", "api"))
    assert enter().get("/api/v1/me", headers={"authorization": f"Bearer {feed}"}).status_code in (401, 403, 404)
    assert enter().get(f"/feeds/{api}.ics").status_code == 404


def test_notices_are_read(enter, world: World):
    with scope(system("worker")):
        tell([world.people["hana"]], "x", Text(ko="옮겼습니다", en="It was moved"), "/bookings/", "one")
        tell([world.people["hana"], world.people["sora"]], "x", Text(ko="둘", en="Second"), "", "two")
    client = enter("hana")
    page = client.get("/notices/").content.decode()
    assert "It was moved" in page
    assert '<span class="count">2</span>' in page
    one = re.search(r'name="notice" value="([^"]+)"', page)[1]
    client.post("/notices/read/", {"notice": one})
    assert '<span class="count">1</span>' in client.get("/notices/").content.decode()
    client.post("/notices/read/")
    assert 'class="count"' not in client.get("/notices/").content.decode()
    with world.as_("sora"):
        assert Notice.objects.filter(read_at=None).count() == 1


def act_for(client, world: World, whom: str, reason: str = WHY):
    return client.post(f"/people/{refs.ref('person', world.people[whom])}/act-for/", {"reason": reason})


def test_staff_act_for_a_person_visibly_and_stop(enter, world: World):
    client = enter("operator")
    assert act_for(client, world, "hana").status_code == 303
    page = client.get("/me/").content.decode()
    assert "You are acting for Hana Kim" in page
    assert re.search(r"It ends by itself:\s+<time[^>]*>\d\d:\d\d</time>", page)
    assert WHY in page
    assert client.post("/me/", {"name_ko": "다른", "name_en": "", "language": "ko"}).status_code == 409
    assert client.get("/organisations/SAEBOM/").status_code == 404, "her rights, not staff's"
    client.post("/acting/stop/")
    assert "operator@example.org" in client.get("/me/").content.decode()
    client.post("/acting/stop/")
    with world.as_("auditor"):
        told = Activity.objects.filter(operation__in=("core.act_for", "core.stop_acting")).order_by("id")
        assert [(a.operation, a.operator) for a in told] == [
            ("core.act_for", world.people["operator"]), ("core.stop_acting", world.people["operator"])]


@pytest.mark.parametrize(
    ("who", "whom", "reason", "status"),
    [("operator", "hana", "짧다", 422), ("operator", "finance", WHY, 409), ("hajin", "hana", WHY, 403),
     ("hajin", "sora", WHY, 403)],
)
def test_acting_is_refused(enter, world: World, who, whom, reason, status):
    assert act_for(enter(who), world, whom, reason).status_code == status


def test_acting_ends_with_the_right_to_it(enter, world: World):
    client = enter("operator")
    act_for(client, world, "hana")
    with world.as_("director"):
        core.end_role(grant=RoleGrant.objects.get(user=world.people["operator"]).id)
    assert client.get("/me/")["location"] == "/"
    assert "operator@example.org" in client.get("/me/").content.decode()


def test_acting_ends_after_its_time_and_says_so(enter, world: World, settings):
    settings.ACTING_MINUTES = 30
    client = enter("operator")
    act_for(client, world, "hana")
    with clock.as_of(MONDAY + timedelta(minutes=29)):
        assert "You are acting for Hana Kim" in client.get("/me/").content.decode()
    with clock.as_of(MONDAY + timedelta(minutes=30)):
        late = client.post("/me/tokens/", {"name": "x", "ability": "read", "days": 9})
        assert (late.status_code, late["location"]) == (302, "/")
        page = client.get("/me/").content.decode()
        assert "operator@example.org" in page
        assert "acting for another person has ended" in page
        act_for(client, world, "hana")
        assert "You are acting for Hana Kim" in client.get("/me/").content.decode()


def without_secrets(page: str, address: str) -> str:
    """A page without its address and the tokens that differ at every look."""
    page = re.sub(r'(name="next" value|content|name="csrfmiddlewaretoken" value)="[^"]*"', "", page)
    return page.replace(address, "")


@pytest.fixture
def address(world: World) -> str:
    with world.as_("hana"):
        kept = core.store_file(name='사진 "1".png', content=PNG, organisation=world.organisations["HANBIT"])
        return files.url(kept.id, kept.name)


def test_a_file_opens_for_its_company_and_staff(enter, address, world: World):
    for who in ("hajin", "operator"):
        answer = enter(who).get(address)
        assert b"".join(answer.streaming_content) == PNG
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Disposition"].startswith("inline; filename*=utf-8''")
        assert "sandbox" in answer["Content-Security-Policy"]
    assert str(world.organisations["HANBIT"]) not in address


def test_a_file_is_not_there_for_a_rival_or_under_another_name(enter, address):
    ref = address.split("/")[2]
    for wrong in (f"/files/{ref[::-1]}/", "/files/x/", f"/files/{'A' * 28}/"):
        assert enter("hana").get(wrong).status_code == 404
    assert enter("sora").get(address).status_code == 404
    rival = enter("sora")
    told = [without_secrets(rival.get(a).content.decode(), a) for a in (address, f"/files/{'A' * 28}/x.png")]
    assert told[0] == told[1]


def test_a_pdf_is_downloaded_not_shown(enter, world: World):
    with world.as_("operator"):
        kept = core.store_file(name="설명서.pdf", content=b"%PDF-1.7 x")
    answer = enter("sora").get(files.url(kept.id, kept.name))
    assert answer["Content-Disposition"].startswith("attachment")
    answer.close()


def test_outside_demo_mode_there_is_no_such_door(enter, settings):
    settings.DEMO = False
    assert enter().get("/demo/").status_code == 404
    assert enter().post("/demo/", {"email": "hana@example.org"}).status_code == 404
    settings.DEMO, settings.DEBUG = True, False
    assert enter().get("/demo/").status_code == 404


def test_demo_mode_opens_to_the_named_people_alone(enter, settings, world: World, monkeypatch):
    from types import SimpleNamespace

    from django.urls import get_resolver

    said = {"name": "Hana", "label": "Scientist", "suggestion": "Book.", "company": "HANBIT"}
    cast = [SimpleNamespace(email="hana@example.org", **said)]
    pattern = next(p for p in get_resolver().url_patterns if getattr(p, "name", "") == "personas")
    monkeypatch.setitem(pattern.default_args, "personas", cast)
    settings.DEMO = settings.DEBUG = True
    client = enter()
    assert "Enter as Hana" in client.get("/demo/").content.decode()
    assert client.post("/demo/", {"email": "director@example.org"}).status_code == 404
    assert client.post("/demo/", {"email": "hana@example.org"}).status_code == 303
    assert "hana@example.org" in client.get("/me/").content.decode()


def test_demo_mode_refuses_to_start_without_debug():
    import os
    import subprocess
    import sys

    env = {**os.environ, "DEBUG": "false", "SQUAREMILE_DEMO": "true", "SECRET_KEY": "x" * 50,
           "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}
    code = "import squaremile.config.settings"
    started = subprocess.run([sys.executable, "-W", "ignore", "-c", code], env=env, capture_output=True, text=True)
    assert started.returncode == 1
    assert "SQUAREMILE_DEMO lets anyone enter as anyone" in started.stderr
