"""Pages of training: each role, both languages, a rival; a course written, taken on a phone, signed off, and carried away."""

import json
from itertools import cycle

import pytest

from squaremile.kernel import clock
from squaremile.safety import operations as safety
from squaremile.safety.models import CourseVersion, TrainingRecord
from squaremile.safety.policies.passport_check import check
from squaremile.safety.reads import passports
from tests.pages.people import browser
from tests.world import MONDAY, PEOPLE

TRAINERS = ("site_director", "safety_officer", "lab_operations")
ASKED = [{"ask_ko": "불이 나면?", "ask_en": "On fire?", "choices": [{"ko": "대피", "en": "Leave"}, {"ko": "구경", "en": "Watch"}], "right": [0]}]


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def courses(world):
    with world.as_("safety"):
        safety.publish_course(
            code="BASIC", minutes=120, signed_off=False, name_ko="기본 안전", name_en="Basics", valid_days=365, questions=ASKED
        )
        safety.publish_course(code="LASER", minutes=60, signed_off=True, name_en="Laser", questions=ASKED)
        safety.need_course(course="BASIC", role="scientist")


@pytest.mark.parametrize(("who", "language"), list(zip(PEOPLE, cycle(("ko", "en", "ko")))))
def test_each_role_gets_what_is_hers(world, courses, who, language):
    role, _company = PEOPLE[who]
    trains = role in TRAINERS
    looks = trains or role in ("auditor", "company_admin")
    expected = {
        "/safety/training/": 200, "/safety/training/courses/": 200, "/safety/training/courses/BASIC/": 200,
        "/safety/training/courses/BASIC/quiz/": 403 if role == "auditor" else 200,
        "/safety/training/courses/publish/": 200 if trains else 403, "/safety/training/courses/BASIC/edit/": 200 if trains else 403,
        "/safety/training/sign-off/": 200 if trains else 403, "/safety/training/matrix/": 200 if looks else 403,
        "/safety/training/plans/": 200 if looks else 403, "/safety/training/passport/": 200,
        "/safety/training/courses/NOBODY/": 404,
    }  # fmt: skip
    client = browser(world, who, language)
    assert {address: client.get(address).status_code for address in expected} == expected


def test_a_course_is_written_in_forms(world, courses):
    officer = browser(world, "safety", "en")
    sent = {
        "code": "GAS", "name_en": "Gas", "minutes": "30", "pass_percent": "80", "attempts_a_day": "3",
        "questions-TOTAL_FORMS": "2", "questions-INITIAL_FORMS": "0",
        "questions-0-ask_en": "A leak?", "questions-0-en_0": "Leave", "questions-0-en_2": "Call", "questions-0-en_3": "Sniff",
        "questions-0-right_0": "on", "questions-0-right_2": "on",
    }  # fmt: skip
    more = officer.post("/safety/training/courses/publish/", sent | {"act": "more"})
    assert (more.status_code, b'name="questions-2-ask_en"' in more.content, b"A leak?" in more.content) == (200, True, True)
    wrong = officer.post("/safety/training/courses/publish/", sent | {"questions-1-ask_en": "No choices"})
    assert (wrong.status_code, "Question 2" in wrong.content.decode()) == (422, True)
    assert officer.post("/safety/training/courses/publish/", sent).status_code == 303
    with world.as_("safety"):
        kept = CourseVersion.objects.get(course__code="GAS")
        assert [(q["ask_en"], len(q["choices"]), q["several"]) for q in kept.questions] == [("A leak?", 3, True)]
        assert kept.answers.right == [[0, 1]]
    page = officer.get("/safety/training/courses/GAS/edit/").content.decode()
    assert page.count("checked") == 2
    with world.as_("hana"):
        assert "checked" not in browser(world, "hana", "en").get("/safety/training/courses/GAS/quiz/").content.decode()


def test_a_quiz_is_taken_and_a_trainer_confirms(world, courses):
    hana, officer = browser(world, "hana", "en"), browser(world, "safety", "en")
    assert "You still need" in hana.get("/safety/training/").content.decode()
    missed = hana.post("/safety/training/courses/BASIC/quiz/", {"q1": "2"}).content.decode()
    assert "0 of 1 are right" in missed and "2 attempts are left" in missed
    assert hana.post("/safety/training/courses/BASIC/quiz/", {"q1": "1"}).status_code == 303
    assert "You still need" not in hana.get("/safety/training/").content.decode()
    assert hana.post("/safety/training/courses/LASER/quiz/", {"q1": "1"}).status_code == 303
    waiting = officer.get("/safety/training/sign-off/").content.decode()
    ref = waiting.partition('name="person" value="')[2].partition('"')[0]
    assert "Hana Kim" in waiting and "Confirm Laser for Hana Kim" in waiting
    assert officer.post("/safety/training/sign-off/", {"person": ref, "course": "LASER"}).status_code == 303
    assert "Nobody waits" in officer.get("/safety/training/sign-off/").content.decode()
    person = officer.get(f"/safety/training/people/{ref}/").content.decode()
    with world.as_("safety"):
        code = TrainingRecord.objects.get(way="sign_off").code
    assert code in person and "Safety An" in person
    assert officer.post(f"/safety/training/people/{ref}/", {"record": code, "reason": " "}).status_code == 422
    assert officer.post(f"/safety/training/people/{ref}/", {"record": code, "reason": "wrong day"}).status_code == 303
    assert hana.post(f"/safety/training/people/{ref}/", {"record": code, "reason": "mine"}).status_code == 403
    for rival in ("sora", "sujin"):
        assert browser(world, rival, "en").get(f"/safety/training/people/{ref}/").status_code == 404
    assert browser(world, "haeun", "en").get(f"/safety/training/people/{ref}/").status_code == 404
    assert browser(world, "hajin", "en").get(f"/safety/training/people/{ref}/").status_code == 200


def test_the_matrix_is_everybodys_own(world, courses):
    hana = browser(world, "hana", "en")
    hana.post("/safety/training/courses/BASIC/quiz/", {"q1": "1"})
    admin, officer = browser(world, "hajin", "en"), browser(world, "safety", "en")
    ours, all_of_them = (c.get("/safety/training/matrix/").content.decode() for c in (admin, officer))
    said = ("Hana Kim", "50%", "Sora", "Saebom", 'id="filter-company"')
    assert [word in ours for word in said] == [True, True, False, False, False]
    assert "Sora Lee" in all_of_them and "0%" in all_of_them
    assert "Hana Kim" not in officer.get("/safety/training/matrix/?company=SAEBOM").content.decode()
    gaps = officer.get("/safety/training/matrix/?state=gap").content.decode()
    assert "Haeun Park" in gaps and "Hana Kim" not in gaps


def test_plans_are_changed_by_those_who_keep_courses(world, courses):
    officer, admin = browser(world, "safety", "en"), browser(world, "hajin", "en")
    assert officer.post("/safety/training/plans/", {"role": "company_admin", "course": "LASER"}).status_code == 303
    assert officer.post("/safety/training/plans/", {"role": "company_admin", "course": "LASER"}).status_code == 409
    assert "Laser" in admin.get("/safety/training/plans/").content.decode()
    assert admin.post("/safety/training/plans/", {"act": "end", "role": "company_admin", "course": "LASER"}).status_code == 403
    assert officer.post("/safety/training/plans/", {"act": "end", "role": "company_admin", "course": "LASER"}).status_code == 303


def test_a_passport_is_carried_away(world, courses):
    hana = browser(world, "hana", "en")
    assert hana.post("/safety/training/passport/").status_code == 409
    hana.post("/safety/training/courses/BASIC/quiz/", {"q1": "1"})
    assert hana.post("/safety/training/passport/").status_code == 303
    page = hana.get("/safety/training/passport/").content.decode()
    assert "<svg" in page and "Basics" in page
    code = page.partition("/safety/training/passports/")[2].partition("/")[0]
    file = hana.get(f"/safety/training/passports/{code}/file/")
    assert check(json.loads(file.content), MONDAY, keys=passports.published_key()["keys"]).good
    assert browser(world, "haeun", "en").get(f"/safety/training/passports/{code}/file/").status_code == 404
    assert browser(world, "sora", "en").post(f"/safety/training/passports/{code}/revoke/", {"reason": "x"}).status_code == 404
    assert hana.post(f"/safety/training/passports/{code}/revoke/", {"reason": ""}).status_code == 422
    assert hana.post(f"/safety/training/passports/{code}/revoke/", {"reason": "lost"}).status_code == 303
