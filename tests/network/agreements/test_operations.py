"""What is written about agreements, and every way it is refused."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from squaremile.core.models import Card
from squaremile.kernel import clock
from squaremile.kernel.errors import SquaremileError
from squaremile.network import operations as network
from squaremile.network.models import (
    Agreement,
    AgreementPaper,
    AgreementSummary,
    AgreementTransition,
    CommitmentEntry,
    Partner,
)
from squaremile.network.policies.agreements import MOVES, STATES
from squaremile.network.words import agreements as words
from tests.network.agreements.making import SIGNED, arrived, draft, promise, signed
from tests.world import MONDAY, World

pytestmark = pytest.mark.usefixtures("at_monday")
PDF = b"%PDF-1.7 text of the agreement"
TODAY = date(2027, 3, 1)


def refused(expected: str, act, /, **asked):
    with pytest.raises(SquaremileError) as heard:
        act(**asked)
    assert heard.value.code == expected


def test_a_draft_has_its_readers_kept_by_the_database(world: World):
    with world.as_("programme"):
        made = draft(world)
        made.refresh_from_db()
        assert made.readers == [world.organisations["SAEBOM"]]
        party = made.parties.get(organisation=world.organisations["SAEBOM"])
        network.remove_party(agreement=made.code, party=party.code)
        made.refresh_from_db()
        assert made.readers == []


def test_who_sees_an_agreement(world: World):
    with world.as_("programme"):
        code = signed(world).code
    sees = {}
    for who in ("director", "programme", "auditor", "sora", "sujin", "hana", "hajin", "operator", "finance", "safety"):
        with world.as_(who):
            sees[who] = Agreement.objects.filter(code=code).exists()
    assert {who for who, seen in sees.items() if seen} == {"director", "programme", "auditor", "sora", "sujin"}


def test_a_partner_that_lives_here_brings_its_people_in(world: World):
    with world.as_("programme"):
        network.add_partner(code="PN-HAN", kind="company", name_ko="한빛바이오", name_en="Hanbit",
                            organisation=world.organisations["HANBIT"])
        made = draft(world, organisation="")
        network.add_party(agreement=made.code, partner="PN-HAN")
        refused(words.PARTY_TAKEN, network.add_party, agreement=made.code, organisation=world.organisations["HANBIT"])
    with world.as_("hana"):
        assert Agreement.objects.filter(code=made.code).exists()


def test_the_whole_life_is_written_with_days_and_reasons(world: World):
    with world.as_("programme"):
        made = signed(world)
        network.advance_agreement(agreement=made.code, step="effective", happened_on=date(2027, 2, 1))
        network.renew_agreement(agreement=made.code, ends_on=date(2030, 1, 31), reason="성과가 좋음")
        network.renew_agreement(agreement=made.code, ends_on=date(2031, 1, 31), reason="한 번 더")
        network.end_agreement(agreement=made.code, ending="terminated", reason="합병", lesson_ko="조항을 둘 것")
        steps = AgreementTransition.objects.filter(agreement=made).order_by("id")
        told = {(s.before, s.after, s.happened_on.isoformat(), s.reason) for s in steps}
    assert told == {
        ("", "draft", "2027-03-01", ""), ("draft", "review", "2027-03-01", ""), ("review", "approved", "2027-03-01", ""),
        ("approved", "signed", "2027-01-15", ""), ("signed", "effective", "2027-02-01", ""),
        ("effective", "renewed", "2027-03-01", "성과가 좋음"), ("renewed", "renewed", "2027-03-01", "한 번 더"),
        ("renewed", "terminated", "2027-03-01", "합병"),
    }  # fmt: skip
    assert {s.at for s in steps} == {MONDAY}


def test_the_database_lets_through_exactly_the_moves(world: World):
    """Tried by the last colleague himself: every pair of states."""
    from django.db import IntegrityError, transaction

    let = set()
    with world.as_("programme"):
        made = draft(world)
        start, made.moved_why = made.state, "왜"
        for before in STATES:
            for after in STATES:
                if before == after:
                    continue
                try:
                    with transaction.atomic():
                        made.signed_on = SIGNED
                        for step in _path(before):
                            made.state = step
                            made.signed_on = None if step in ("draft", "review", "approved") else SIGNED
                            made.save()
                        made.state = after
                        made.signed_on = None if after in ("draft", "review", "approved") else SIGNED
                        made.save()
                        let.add((before, after))
                        raise InterruptedError
                except (IntegrityError, InterruptedError):
                    made.state = start
    assert let == {move for move in MOVES if move[0]}


def _path(to: str) -> tuple[str, ...]:
    whole = ("draft", "review", "approved", "signed", "effective", "renewed")
    return whole[1 : whole.index(to) + 1] if to in whole else (*whole[1:4], to)


def test_refusals_of_drafting(world: World):
    sound = {"agreement_type": "MOU", "binding": False, "title_ko": "협약"}
    with world.as_("programme"):
        made = draft(world)
        for code, more in (
            (words.TITLE_NEEDED, {"title_ko": ""}), ("core.bad_input", {"agreement_type": "PACT"}),
            (words.TERM_UNSOUND, {"effective_on": TODAY, "ends_on": TODAY - timedelta(1)}),
            (words.TERM_UNSOUND, {"notice_days": 30}), (words.AGREEMENT_UNKNOWN, {"parent_agreement": "AG-NO"}),
            ("core.not_found", {"officer": "nobody@example.org"}), (words.OFFICER_UNKNOWN, {"deputy": "finance@example.org"}),
            ("core.code_taken", {"code": made.code}), ("core.code_unfit", {"code": "A/B"}),
            ("core.bad_input", {"parent_agreement": made.code, "relation": "cousin"}),
        ):  # fmt: skip
            refused(code, network.draft_agreement, **(sound | more))
        child = network.draft_agreement(**sound, parent_agreement=made.code)
        assert child.relation == "follows"
        refused(words.FAMILY_LOOP, network.edit_agreement, agreement=made.code, parent_agreement=child.code, **sound)
        edited = network.edit_agreement(agreement=child.code, **(sound | {"title_en": "Now in English"}))
        assert (edited.title_en, edited.parent, edited.relation) == ("Now in English", None, "")
        refused(words.AGREEMENT_UNKNOWN, network.edit_agreement, agreement="AG-NO", **sound)
        done = signed(world)
        refused(words.AGREEMENT_FIXED, network.edit_agreement, agreement=done.code, **sound)
        refused(words.AGREEMENT_FIXED, network.add_party, agreement=done.code, partner="PN-CHARLES")
    for who in ("hajin", "auditor", "operator"):
        with world.as_(who):
            refused("access.not_allowed", network.draft_agreement, **sound)


def test_refusals_of_parties_and_signatories(world: World):
    with world.as_("programme"):
        made = draft(world)
        refused(words.PARTY_NEEDED, network.add_party, agreement=made.code)
        refused("network.partner_unknown", network.add_party, agreement=made.code, partner="PN-NO")
        refused("core.bad_input", network.add_party, agreement=made.code, partner="PN-CHARLES", party_role="judge")
        refused("core.not_found", network.add_party, agreement=made.code, organisation=world.people["hana"])
        refused(words.PARTY_UNKNOWN, network.remove_party, agreement=made.code, party="PT-NO")
        party = made.parties.get(partner__code="PN-PROVINCE")
        refused(words.TITLE_NEEDED, network.add_signatory, agreement=made.code, party=party.code)
        refused(words.DAY_TOO_LATE, network.add_signatory, agreement=made.code, party=party.code, name_ko="도지사",
                signed_on=TODAY + timedelta(1))
        assert network.add_signatory(agreement=made.code, party=party.code, name_ko="도지사").signed_on is None
        other = promise(made).party
        refused(words.PARTY_PROMISED, network.remove_party, agreement=made.code, party=other.code)
        network.remove_party(agreement=made.code, party=party.code)
        assert made.parties.count() == 1
        refused(words.PARTY_UNKNOWN, network.add_signatory, agreement=made.code, party=party.code, name_ko="도지사")


def test_approval_needs_a_clear_check_and_two_parties(world: World):
    with world.as_("programme"):
        made = network.draft_agreement(agreement_type="MOU", binding=True, title_ko="혼자")
        network.advance_agreement(agreement=made.code, step="review")
        refused(words.CHECKS_OPEN, network.advance_agreement, agreement=made.code, step="approved")
        for item in ("capacity", "conflicts"):
            network.record_check(agreement=made.code, check_item=item, check_result="clear")
        network.record_check(agreement=made.code, check_item="sanctions", check_result="concern", says="거래 제한 명단")
        refused(words.CHECKS_OPEN, network.advance_agreement, agreement=made.code, step="approved")
        refused(words.REASON_NEEDED, network.record_check, agreement=made.code, check_item="sanctions",
                check_result="concern")
        refused(words.DAY_TOO_LATE, network.record_check, agreement=made.code, check_item="sanctions",
                check_result="clear", checked_on=TODAY + timedelta(1))
        refused("core.bad_input", network.record_check, agreement=made.code, check_item="luck", check_result="clear")
        network.record_check(agreement=made.code, check_item="sanctions", check_result="not_needed")
        refused(words.PARTIES_MISSING, network.advance_agreement, agreement=made.code, step="approved")


def test_refusals_of_steps(world: World):
    with world.as_("programme"):
        made = draft(world)
        refused(words.AGREEMENT_STEP, network.advance_agreement, agreement=made.code, step="signed")
        refused(words.AGREEMENT_STEP, network.advance_agreement, agreement=made.code, step="lapsed")
        refused(words.AGREEMENT_STEP, network.end_agreement, agreement=made.code, ending="lapsed", reason="왜")
        refused(words.AGREEMENT_STEP, network.end_agreement, agreement=made.code, ending="signed", reason="왜")
        refused(words.AGREEMENT_STEP, network.renew_agreement, agreement=made.code, ends_on=date(2035, 1, 1))
        refused(words.AGREEMENT_UNKNOWN, network.advance_agreement, agreement="AG-NO", step="review")
        done = signed(world)
        refused(words.DAY_TOO_LATE, network.advance_agreement, agreement=done.code, step="effective",
                happened_on=TODAY + timedelta(1))
        refused(words.DAY_TOO_EARLY, network.advance_agreement, agreement=done.code, step="effective",
                happened_on=SIGNED - timedelta(1))
        refused(words.REASON_NEEDED, network.end_agreement, agreement=done.code, ending="lapsed")
        network.advance_agreement(agreement=done.code, step="effective")
        refused(words.RENEWAL_NOT_LATER, network.renew_agreement, agreement=done.code, ends_on=date(2029, 1, 31))


def test_papers_are_kept_with_their_hash_and_one_prevails(world: World):
    with world.as_("programme"):
        made = signed(world)
        first = network.add_paper(agreement=made.code, name="협약서.pdf", content=PDF, text_language="ko", prevails=True)
        second = network.add_paper(agreement=made.code, name="mou.pdf", content=PDF + b"e", text_language="en", prevails=True)
        refused("core.file_empty", network.add_paper, agreement=made.code, name="x.pdf", content=b"")
        refused("core.file_kind", network.add_paper, agreement=made.code, name="x.pdf", content=b"text")
        refused("core.bad_input", network.add_paper, agreement=made.code, name="x.pdf", content=PDF, text_language="KO")
        assert list(AgreementPaper.objects.filter(prevails=True).values_list("code", flat=True)) == [second.code]
        assert first.sha256 != second.sha256
    with world.as_("sujin"):
        evidence = network.add_paper(agreement=made.code, name="영수증.pdf", content=PDF + b"r")
        assert evidence.language == ""
        refused("access.not_allowed", network.add_paper, agreement=made.code, name="x.pdf", content=PDF, text_language="ko")
    with world.as_("hajin"):
        refused(words.AGREEMENT_UNKNOWN, network.add_paper, agreement=made.code, name="x.pdf", content=PDF)
        assert not AgreementPaper.objects.exists()


def test_too_large_a_paper(world: World, monkeypatch):
    from squaremile.network.operations import agreement_papers

    monkeypatch.setattr(agreement_papers, "MOST_BYTES", 10)
    with world.as_("programme"):
        refused("core.file_too_large", network.add_paper, agreement=draft(world).code, name="x.pdf", content=PDF)


def test_refusals_of_commitments(world: World):
    with world.as_("programme"):
        made = signed(world)
        for code, more in (
            (words.AMOUNT_UNSOUND, {"amount": Decimal("0")}), (words.AMOUNT_UNSOUND, {"amount": Decimal("1.5")}),
            (words.AMOUNT_UNSOUND, {"amount": Decimal(10) ** 19}), (words.TITLE_NEEDED, {"what_ko": "", "what_en": ""}),
            ("core.bad_input", {"commitment_kind": "luck"}), ("core.bad_input", {"amount_unit": "BTC"}),
            (words.PARTY_UNKNOWN, {"party": "PT-NO"}), (words.OFFICER_UNKNOWN, {"officer": "hana@example.org"}),
        ):  # fmt: skip
            refused(code, promise, agreement=made, **more)
        network.end_agreement(agreement=made.code, ending="completed")
        refused(words.AGREEMENT_OVER, promise, agreement=made)


def test_entries_are_added_corrected_and_never_changed(world: World):
    from django.db import ProgrammingError, transaction

    with world.as_("programme"):
        made = promise(signed(world))
        wrong = arrived(made, 900)
        refused(words.REASON_NEEDED, arrived, commitment=made, amount=90, supersedes=wrong.code)
        right = arrived(made, 90, supersedes=wrong.code, reason="자릿수를 잘못 적음")
        assert right.supersedes_id == wrong.id
        refused(words.ENTRY_CORRECTED, arrived, commitment=made, amount=91, supersedes=wrong.code, reason="또")
        refused(words.ENTRY_UNKNOWN, arrived, commitment=made, amount=91, supersedes="EN-NO", reason="또")
        refused(words.EVIDENCE_NEEDED, arrived, commitment=made, amount=91, evidence_url="")
        refused(words.EVIDENCE_NEEDED, arrived, commitment=made, amount=91, confirmed_by=" ")
        refused(words.PAPER_UNKNOWN, arrived, commitment=made, amount=91, paper="PP-NO")
        refused(words.REASON_NEEDED, arrived, commitment=made, amount=0, entry_state="lapsed")
        refused(words.DAY_TOO_LATE, arrived, commitment=made, amount=1, on=TODAY + timedelta(1))
        refused(words.DAY_TOO_EARLY, arrived, commitment=made, amount=1, on=SIGNED - timedelta(1))
        refused(words.AMOUNT_UNSOUND, arrived, commitment=made, amount=-1)
        refused("core.bad_input", arrived, commitment=made, amount=1, entry_state="dreamt")
        refused(words.NOT_SIGNED, arrived, commitment=promise(draft(world)), amount=1)
        with pytest.raises(ProgrammingError), transaction.atomic():
            CommitmentEntry.objects.update(amount=1)
        with pytest.raises(ProgrammingError), transaction.atomic():
            type(made).objects.update(amount=1)


def test_a_party_reports_and_staff_confirm(world: World):
    with world.as_("programme"):
        made = promise(signed(world))
        others = network.add_commitment(
            agreement=made.agreement.code, party=made.agreement.parties.get(partner__code="PN-PROVINCE").code,
            commitment_kind="other", amount=Decimal(1), amount_unit="item", due_on=TODAY, what_ko="도로",
        )
    with world.as_("sujin"):
        told = arrived(made, 5, entry_state="reported")
        assert told.recorded_by_id == world.people["sujin"]
        refused(words.CONFIRMED_BY_STAFF, arrived, commitment=made, amount=5)
        refused(words.CONFIRMED_BY_STAFF, arrived, commitment=others, amount=1, entry_state="reported")
        refused(words.CONFIRMED_BY_STAFF, arrived, commitment=made, amount=1, entry_state="reported",
                supersedes=told.code, reason="왜")
    with world.as_("sora"):
        refused("access.not_allowed", arrived, commitment=made, amount=5, entry_state="reported")
    with world.as_("hajin"):
        refused(words.COMMITMENT_UNKNOWN, arrived, commitment=made, amount=5, entry_state="reported")


def test_what_is_open_lapses_with_the_agreement(world: World):
    with world.as_("programme"):
        made = signed(world)
        part, whole = promise(made, 100), promise(made, 50)
        arrived(part, 30)
        arrived(whole, 50, entry_state="completed")
        network.end_agreement(agreement=made.code, ending="lapsed", reason="자금 조달 실패", lesson_ko="담보를 볼 것")
        entries = CommitmentEntry.objects.filter(state="lapsed").values_list("commitment__code", "amount", "reason")
        assert list(entries) == [(part.code, Decimal(30), "자금 조달 실패")]


def test_a_published_summary_and_nothing_else_is_for_everybody(world: World):
    with world.as_("programme"):
        refused(words.NOT_SIGNED, network.publish_agreement, agreement=draft(world).code)
        made = signed(world)
        network.publish_agreement(agreement=made.code, says_ko="공장을 짓습니다")
    with world.as_("hana"):
        shown = AgreementSummary.objects.get()
        assert (shown.code, shown.parties_ko) == (made.code, "전새도 · 새봄테라퓨틱스")
        assert not Agreement.objects.exists()
        assert Card.objects.filter(kind="agreement").count() == 1
    with world.as_("programme"):
        network.unpublish_agreement(agreement=made.code)
        refused(words.AGREEMENT_UNKNOWN, network.unpublish_agreement, agreement="AG-NO")
    with world.as_("hana"):
        assert not AgreementSummary.objects.exists()
        assert not Card.objects.filter(kind="agreement").exists()


def test_clocks_are_answered_once_and_settable(world: World):
    with world.as_("programme"):
        made = signed(world)
        asked = {"agreement": made.code, "clock_name": "council_report", "anchor": SIGNED, "says": "의회에 보고함"}
        refused(words.CLOCK_NOT_DUE, network.answer_clock, **(asked | {"anchor": TODAY}))
        refused(words.CLOCK_NOT_DUE, network.answer_clock, **(asked | {"clock_name": "lunch"}))
        refused(words.REASON_NEEDED, network.answer_clock, **(asked | {"says": " "}))
        refused(words.DAY_TOO_LATE, network.answer_clock, **asked, answered_on=TODAY + timedelta(1))
        assert network.answer_clock(**asked).answered_on == TODAY
        refused(words.CLOCK_ANSWERED, network.answer_clock, **asked)
        assert network.set_clock(clock_name="council_report", days=30).days == 30
        assert network.set_clock(clock_name="council_report", days=40).days == 40
        refused(words.CLOCK_UNSOUND, network.set_clock, clock_name="council_report", days=0)
        refused(words.CLOCK_NOT_DUE, network.set_clock, clock_name="lunch", days=1)


QUARTER = MONDAY + timedelta(days=31)
"""The first of April."""


def test_figures_are_published_as_aggregates(world: World):
    from squaremile.kernel.scope import Scope, scope
    from squaremile.network.models import PublishedFigure
    from squaremile.network.reads.kpis import publication

    with world.as_("programme"):
        for n in range(3):
            arrived(promise(signed(world, title_ko=f"협약 {n}"), 100 + n), 50)
        promise(signed(world), 7, amount_unit="person", commitment_kind="jobs")
        refused(words.DAY_TOO_LATE, network.publish_figures, as_of=TODAY + timedelta(1))
        refused(words.NO_FIXED_DAY, network.publish_figures, as_of=TODAY)
        with clock.as_of(QUARTER):
            network.publish_figures()
            refused(words.PUBLISHED_ALREADY, network.publish_figures)
    for asking in (Scope(), world.person("hana")):
        with scope(asking):
            shown = publication()
            told = {(line.kpi.code, v.unit): (v.value, v.base) for line in shown.lines for v in line.values}
            assert told["promised", "KRW"] == (Decimal(303), 3)
            assert told["arrived", "KRW"] == (Decimal(150), 3)
            assert told["promised", "person"] == (None, None), "withheld: one agreement's own promise"
            assert shown.as_of == date(2027, 3, 31)
            assert not PublishedFigure.objects.exists()


def test_one_event_between_two_publications_is_not_told(world: World):
    """One agreement more: the figure of the quarter before stands. With three more it moves."""
    from squaremile.network.reads.kpis import publication

    def promised():
        return next((v.value, v.base) for line in publication().lines for v in line.values if (line.kpi.code, v.unit) == ("promised", "KRW"))

    with world.as_("programme"):
        for n in range(3):
            promise(signed(world, title_ko=f"협약 {n}"), 100)
    with clock.as_of(QUARTER), world.as_("programme"):
        network.publish_figures()
        assert promised() == (300, 3)
        promise(signed(world, title_ko="하나 더", on=QUARTER.date()), 1000)
    with clock.as_of(QUARTER + timedelta(days=91)), world.as_("programme"):
        network.publish_figures()
        assert (publication().as_of, promised()) == (date(2027, 6, 30), (300, 3))
        for n in range(2):
            promise(signed(world, title_ko=f"또 {n}", on=QUARTER.date()), 1000)
    with clock.as_of(QUARTER + timedelta(days=183)), world.as_("programme"):
        network.publish_figures()
        assert promised() == (3300, 6)


def test_partners_merge_or_hide_without_changing_what_was_signed(world: World):
    with world.as_("programme"):
        made = signed(world)
        Partner.objects.filter(code="PN-PROVINCE").update(name_ko="다른 이름", hidden=True)
    with world.as_("sora"):
        assert set(made.parties.values_list("name_ko", flat=True)) == {"전새도", "새봄테라퓨틱스"}
