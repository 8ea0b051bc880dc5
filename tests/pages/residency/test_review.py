"""Pages of review: a reviewer at her door, and programme staff with a round."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from squaremile.kernel import clock
from squaremile.residency import operations as residency
from squaremile.residency.models import Review, Reviewer, ReviewRound
from tests.pages.people import browser
from tests.residency.applying import answered, opened_call, outside, secret
from tests.residency.reviewing import CHECKS, in_review, judged, reviewer, round_of
from tests.world import MONDAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def found(world):
    call = opened_call(world)
    for n in range(2):
        in_review(world, call, f"ceo{n}@prospect{n}.example", name_ko=f"새싹{n}호")
    for n in range(2):
        reviewer(world, f"judge{n}@univ{n}.example")
    return round_of(world, call, each=2)


def entered(email="judge0@univ0.example"):
    client = Client()
    client.get(reverse("door_enter", args=[secret(email)]))
    return client


class TestDoor:
    def test_she_reads_saves_and_hands_in(self, found):
        client = entered()
        listed = client.get(reverse("door_reviewer")).content.decode()
        with outside("judge0@univ0.example"):
            first, second = [r.code for r in Review.objects.order_by("code")]
        assert first in listed
        page = client.get(reverse("door_review", args=[first])).content.decode()
        assert "간 오가노이드의 칩" in page
        assert "탁월함" in page
        assert "새싹" not in page
        url = reverse("door_review", args=[first])
        saved = client.post(url, {"points-science": "5", "version": "0"}, headers={"HX-Request": "true"})
        assert 'name="version" value="1"' in saved.content.decode()
        late = client.post(url, {"points-science": "4", "version": "0"}, headers={"HX-Request": "true"})
        assert late.status_code == 409
        submit = reverse("door_review_submit", args=[first])
        assert client.post(submit, {"points-science": "5", "version": "1"}).status_code == 409
        sent = client.post(submit, {"points-science": "5", "points-team": "3", "comment": "좋음", "version": "2"})
        assert (sent.status_code, sent["Location"]) == (303, reverse("door_review", args=[second]))

    def test_a_conflict_takes_it_off_her_list(self, found):
        client = entered()
        with outside("judge0@univ0.example"):
            code = Review.objects.order_by("code").first().code
        assert client.post(reverse("door_review_conflict", args=[code]), {"kind": "luck"}).status_code == 422
        assert client.post(reverse("door_review_conflict", args=[code]), {"kind": "kin"}).status_code == 303
        assert client.get(reverse("door_review", args=[code])).status_code == 404

    def test_anothers_review_is_not_there(self, world, found):
        with world.as_("programme"):
            code = Review.objects.filter(reviewer__contact="judge1@univ1.example").first().code
        for name in ("door_review", "door_review_submit", "door_review_conflict"):
            assert entered().post(reverse(name, args=[code]), {}).status_code == 404


class TestStaff:
    @pytest.mark.parametrize("language", ["ko", "en"])
    def test_a_round_with_ranking_spread_and_letters(self, world, found, language):
        judged(world, 5)
        with world.as_("programme"):
            code = ReviewRound.objects.get().call.applications.first().code
            residency.decide_application(application=code, outcome="accept", reasons="과학이 탄탄합니다.")
        client = browser(world, "programme", language)
        page = client.get(reverse("residency_round", args=[found])).content.decode()
        assert "100.00" in page
        assert "과학이 탄탄합니다." in page
        assert client.get(reverse("residency_reviews")).status_code == 200

    def test_from_draft_to_letter_by_hand(self, world):
        call, client = opened_call(world), browser(world, "programme", "ko")
        code = in_review(world, call, "ceo@prospect.example")
        said = {"call": call, "review_stage": "paper", "each": 1, "quorum": 1, "pass_mark": 70, "room_for": 1, "blind": "on"}
        assert client.post(reverse("residency_round_draft"), said | {"quorum": 3}).status_code == 422
        made = client.post(reverse("residency_round_draft"), said)["Location"].rstrip("/").rpartition("/")[2]
        added = {"name_ko": "김심사", "email": "judge@univ.example", "capacity": 5, "fields_said": "오가노이드"}
        assert client.post(reverse("residency_reviewer_add"), added).status_code == 303
        assert client.post(reverse("residency_round_step", args=[made, "assign"])).status_code == 409
        for step in ("open", "assign", "close"):
            assert client.post(reverse("residency_round_step", args=[made, step])).status_code == 303
        decide = reverse("residency_decide", args=[made, code])
        assert client.post(decide, {"outcome": "accept", "reasons": ""}).status_code == 422
        accepted = {"outcome": "accept", "reasons": "좋음"}
        assert client.post(decide, accepted).status_code == 409, "nobody has reviewed it: the director may, with a reason"
        director = browser(world, "director", "ko")
        assert director.post(decide, accepted | {"exception": "지역 전략 분야"}).status_code == 303
        assert client.post(reverse("residency_round_step", args=[made, "letters"])).status_code == 303

    def test_by_hand_one_reviewer_one_conflict_and_what_she_takes(self, world):
        call, client = opened_call(world), browser(world, "programme", "ko")
        code, judge = in_review(world, call, "ceo@prospect.example"), reviewer(world)
        found = round_of(world, call, assign=False, each=1, quorum=1)
        pair, one = {"application": code, "reviewer": judge}, reverse("residency_round", args=[found])
        assert client.get(reverse("residency_assign_one", args=[found])).status_code == 200
        assert client.post(reverse("residency_assign_one", args=[found]), pair | {"reviewer": "RE-NONE"}).status_code == 422
        assert client.post(reverse("residency_assign_one", args=[found]), pair).status_code == 303
        assert client.post(reverse("residency_assign_one", args=[found]), pair).status_code == 409
        conflict = reverse("residency_record_conflict", args=[found])
        assert client.post(conflict, pair | {"kind": "investor", "why": "지분을 가지고 있음"}).status_code == 303
        assert "지분을 가지고 있음" in client.get(one).content.decode()
        edit = reverse("residency_reviewer_edit", args=[judge])
        assert client.post(edit, {"fields_said": "항체, 세포", "capacity": 3}).status_code == 303
        with world.as_("programme"):
            kept = Reviewer.objects.get(code=judge)
            assert (kept.fields, kept.capacity, kept.active, Review.objects.get().state) == (["항체", "세포"], 3, False, "barred")
        for address in (edit, conflict, reverse("residency_assign_one", args=[found])):
            assert browser(world, "auditor").get(address).status_code == 403
            assert client.get(address.replace(judge, "RE-NONE").replace(found, "RR-NONE")).status_code == 404

    @pytest.mark.parametrize("blind", [True, False])
    def test_files_are_read_in_open_rounds_and_names_are_hidden_in_blind_ones(self, world, blind):
        call = opened_call(world)
        with world.as_("programme"):
            residency.open_record(organisation="HANBIT")
        with world.as_("hajin"):
            code = residency.begin_own_application(call=call).code
            answered(code, summary="최하진 대표와 김하나 연구원이 합니다.")
            made = residency.add_answer_file(application=code, question_key="deck", name="deck.pdf", content=b"%PDF-1.7 deck")
            residency.submit_application(application=code)
        with world.as_("programme"):
            residency.screen_application(application=code, checks=CHECKS)
            residency.pass_to_review(application=code)
        for n in range(2):
            reviewer(world, f"judge{n}@univ{n}.example")
        round_of(world, call, each=1, quorum=1, blind=blind)
        with world.as_("programme"):
            review = Review.objects.select_related("reviewer").get()
        hers = review.reviewer.contact
        other = "judge1@univ1.example" if hers == "judge0@univ0.example" else "judge0@univ0.example"
        page = entered(hers).get(reverse("door_review", args=[review.code])).content.decode()
        file = reverse("door_review_file", args=[review.code, made.code])
        assert ("최하진" in page, "김하나" in page, file in page) == (not blind, not blind, not blind)
        answer = entered(hers).get(file)
        assert answer.status_code == (404 if blind else 200)
        assert blind or b"".join(answer.streaming_content).startswith(b"%PDF")
        assert entered(other).get(file).status_code == 404

    def test_others_are_kept_out(self, world, found):
        for who in ("hajin", "safety"):
            assert browser(world, who, "ko").get(reverse("residency_round", args=[found])).status_code == 403
        client = browser(world, "auditor", "en")
        assert client.get(reverse("residency_round", args=[found])).status_code == 200
        assert client.post(reverse("residency_round_step", args=[found, "close"])).status_code == 403

    def test_as_many_statements_at_one_as_at_three(self, world):
        call = opened_call(world)
        in_review(world, call, "ceo@prospect.example")
        reviewer(world)
        code, client, counts = round_of(world, call, each=1, quorum=1), browser(world, "programme", "en"), []
        for more in (0, 2):
            for n in range(more):
                in_review(world, call, f"ceo{n}@prospect{n}.example", name_ko=f"새싹{n}호")
            with world.as_("programme"):
                residency.assign_reviewers(review_round=code)
            judged(world, 4)
            with CaptureQueriesContext(connection) as said:
                assert client.get(reverse("residency_round", args=[code])).status_code == 200
            counts.append(len(said))
        assert counts[0] == counts[1]
