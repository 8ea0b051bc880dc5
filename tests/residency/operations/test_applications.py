"""Applications: begun by a link, written together, handed in once and in time; who sees nothing of them."""

import pytest
from django.db import connection, transaction

from squaremile.core.models import Activity, DoorKey, Mail, StoredFile
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.scope import Grant, Scope, scope, system
from squaremile.residency import operations as residency
from squaremile.residency.models import (
    Answer,
    AnswerFile,
    Application,
    Declaration,
    DeclarationLine,
    FormVersion,
    Sheet,
)
from tests.residency.applying import DAY, answered, begun, handed_in, opened_call, outside
from tests.residency.forms import ANSWERS, sample
from tests.world import MONDAY

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7 deck"


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def call(world):
    return opened_call(world)


def refused(kind, act, **said):
    with pytest.raises(kind) as heard, transaction.atomic():
        act(**said)
    return heard.value


class TestForms:
    def test_a_change_is_a_new_version_and_the_same_again_is_none(self, world):
        with world.as_("programme"):
            numbers = [
                residency.import_form(form="F", body=body).number
                for body in (sample(), sample(), sample(deck=None), sample(deck=None), sample())
            ]
            assert numbers == [1, 1, 2, 2, 3]
            wrong = refused(Invalid, residency.import_form, form="F", body=sample(stage={"kind": "guess"}))
            assert (wrong.code, wrong.values["count"]) == ("residency.form_faulty", 1)
            assert refused(Refused, residency.import_form, form="A/B", body=sample()).code == "core.code_unfit"
        with world.as_("hajin"):
            refused(Forbidden, residency.import_form, form="F", body=sample())

    def test_the_database_changes_no_version(self, world, call):
        with world.as_("programme"), pytest.raises(Exception, match="permission denied"):
            FormVersion.objects.update(body={})
        connection.needs_rollback = False

    def test_an_application_of_version_one_goes_on_after_version_three(self, world, call):
        code = begun(call)
        with world.as_("programme"):
            for body in (sample(deck=None), sample(science={"key": "problem"})):
                residency.import_form(form="STANDARD", body=body)
            residency.edit_call(call=call, form="STANDARD")
        with outside():
            answered(code)
            residency.submit_application(application=code)
            assert Sheet.objects.get(application__code=code).version.number == 1
        newer = begun(call, "cto@other.example", "둘째바이오")
        with outside("cto@other.example"):
            refused(Missing, residency.save_answer, application=newer, question_key="science", value="x")
            residency.save_answer(application=newer, question_key="problem", value="x")

    def test_the_database_lets_no_application_change_its_version(self, world, call):
        begun(call)
        with world.as_("programme"):
            other = residency.import_form(form="STANDARD", body=sample(deck=None))
            with pytest.raises(Exception, match="keeps the version"), transaction.atomic():
                Sheet.objects.update(version=other)


class TestCalls:
    def test_what_a_call_refuses(self, world, call):
        with world.as_("programme"):
            for said, code in (
                ({"title_ko": " "}, "residency.call_title_needed"), ({"closes_at": MONDAY - DAY}, "residency.call_dates"),
                ({"form": "NOBODY"}, "residency.form_unknown"), ({"eligibility": [{"rule": "luck"}]}, "residency.rules_faulty"),
                ({"code": call}, "core.code_taken"), ({"code": "A/B"}, "core.code_unfit"),
            ):  # fmt: skip
                error = refused((Refused, Invalid, Missing), residency.draft_call, **({"form": "STANDARD", "title_ko": "공고"} | said))
                assert error.code == code
            assert refused(Missing, residency.open_call, call="NOBODY").code == "residency.call_unknown"
            residency.close_call(call=call)
            assert residency.open_call(call=call).state == "open"
            draft = residency.draft_call(form="STANDARD", title_en="Later")
            assert refused(Refused, residency.close_call, call=draft.code).code == "residency.call_step"
            assert residency.edit_call(call=draft.code, says_en="Soon", eligibility=[]).says_en == "Soon"
        with world.as_("hajin"):
            refused(Forbidden, residency.open_call, call=call)

    @pytest.mark.parametrize("at", [MONDAY - 2 * DAY, MONDAY + 30 * DAY])
    def test_nobody_begins_before_or_after(self, call, at):
        with clock.as_of(at), scope(system("public")):
            error = refused(Refused, residency.begin_application, call=call, email="a@b.example", name_ko="가")
            assert error.code == "residency.call_shut"


class TestBeginning:
    def test_a_link_is_mailed_and_no_account_made(self, world, call):
        code = begun(call, "CEO@Prospect.example")
        with scope(system("worker")):
            letter = Mail.objects.get(to="ceo@prospect.example")
            assert "새싹바이오" in letter.body
            assert DoorKey.objects.get().email == "ceo@prospect.example"
        with outside() as asking:
            assert asking.actor is None
            assert [a.code for a in Application.objects.all()] == [code]

    def test_the_same_again_mails_the_same_application(self, call):
        first = begun(call)
        assert begun(call, name_ko="(주)새싹 바이오") == first
        assert begun(call, name_ko="다른바이오") != first
        with scope(system("worker")):
            assert Mail.objects.filter(to="ceo@prospect.example").count() == 3

    def test_an_address_is_mailed_five_times_a_day(self, call):
        codes = [begun(call, name_ko=f"기업{n}") for n in range(6)]
        assert codes[5] == ""
        assert all(codes[:5])
        with clock.as_of(MONDAY + DAY * 1.1):
            assert begun(call, name_ko="기업5")

    @pytest.mark.parametrize(
        ("said", "code"),
        [
            ({"email": "nobody"}, "residency.email_unfit"), ({"email": "a@b.example\nBcc: x@y.example"}, "residency.email_unfit"),
            ({"name_ko": "(주)"}, "residency.company_name_needed"), ({"call": "NOBODY"}, "residency.call_unknown"),
        ],
    )  # fmt: skip
    def test_what_it_refuses(self, call, said, code):
        with scope(system("public")):
            error = refused((Invalid, Missing), residency.begin_application, **({"call": call, "email": "a@b.example", "name_ko": "가"} | said))
        assert error.code == code

    def test_a_company_that_is_here_applies_with_its_account(self, world, call):
        with world.as_("programme"):
            residency.open_record(organisation="HANBIT")
        with world.as_("hajin"):
            made = residency.begin_own_application(call=call)
            assert residency.begin_own_application(call=call).code == made.code
            residency.save_answer(application=made.code, question_key="science", value="한빛의 계획")
            assert Answer.objects.get().saved_by == "hajin@example.org"
            residency.invite_editor(application=made.code, email="lab@hanbit.example")
        with outside("lab@hanbit.example") as asking:
            assert asking.actor is None
            residency.save_answer(application=made.code, question_key="science", value="함께 쓴 계획", version=1)
        with world.as_("sujin"):
            refused(Missing, residency.begin_own_application, call=call)
            refused(Missing, residency.save_answer, application=made.code, question_key="science", value="훔침")


class TestWriting:
    def test_two_at_one_question_never_overwrite_each_other(self, call):
        code = begun(call)
        with outside():
            residency.invite_editor(application=code, email="cto@prospect.example", name="이공동")
            first = residency.save_answer(application=code, question_key="science", value="하나")
            assert first.version == 1
        with outside("cto@prospect.example"):
            assert residency.save_answer(application=code, question_key="science", value="둘", version=1).version == 2
        with outside():
            for stale in (0, 1, 3):
                error = refused(Refused, residency.save_answer, application=code, question_key="science", value="셋", version=stale)
                assert (error.code, error.values["by"]) == ("residency.answer_changed", "cto@prospect.example")
            assert Answer.objects.get(question="science").value == "둘"

    def test_what_it_refuses(self, call):
        code = begun(call)
        with outside():
            for said, found in (
                ({"question_key": "nobody"}, "residency.question_unknown"),
                ({"question_key": "head_count", "value": "many"}, "residency.answer_unsound"),
                ({"application": "AP-NOBODY"}, "residency.application_unknown"),
            ):  # fmt: skip
                error = refused((Invalid, Missing), residency.save_answer, **({"application": code, "question_key": "science", "value": "x"} | said))
                assert error.code == found

    def test_an_answer_is_confidential_until_it_is_opened(self, call):
        code = begun(call)
        with outside():
            made = residency.save_answer(application=code, question_key="science", value="비밀")
            assert made.confidential is True
            assert residency.save_answer(application=code, question_key="science", value="비밀", version=1, confidential=False).confidential is False
            assert residency.save_answer(application=code, question_key="summary", value="소개").confidential is False

    def test_files_are_added_bounded_and_taken_out(self, call):
        code = begun(call)
        with outside():
            made = [residency.add_answer_file(application=code, question_key="deck", name=f"{n}.pdf", content=PDF) for n in "ab"]
            assert Answer.objects.get(question="deck").value == ["a.pdf", "b.pdf"]
            for said, found in (
                ({}, "residency.files_enough"), ({"question_key": "science"}, "residency.question_unknown"),
            ):
                asked = {"application": code, "question_key": "deck", "name": "c.pdf", "content": PDF} | said
                error = refused((Refused, Missing), residency.add_answer_file, **asked)
                assert error.code == found
            for each in made:
                residency.remove_answer_file(answer_file=each.code)
            assert Answer.objects.get(question="deck").value is None
            assert refused(Missing, residency.remove_answer_file, answer_file=made[0].code).code == "residency.file_gone"
            for content, found in ((b"", "core.file_empty"), (b"MZ", "core.file_kind")):
                error = refused(Invalid, residency.add_answer_file, application=code, question_key="deck", name="x", content=content)
                assert error.code == found
            assert residency.save_answer(application=code, question_key="deck", value=["forged.pdf"], version=4).value is None

    def test_writers_are_invited_and_taken_off(self, call):
        code = begun(call)
        with outside():
            assert refused(Refused, residency.remove_editor, application=code, email="ceo@prospect.example").code == "residency.last_editor"
            assert refused(Invalid, residency.invite_editor, application=code, email="x").code == "residency.email_unfit"
            for n in range(7):
                residency.invite_editor(application=code, email=f"e{n}@prospect.example")
            residency.invite_editor(application=code, email="e6@prospect.example", language="en")
            assert refused(Refused, residency.invite_editor, application=code, email="e9@prospect.example").code == "residency.editors_enough"
            residency.remove_editor(application=code, email="e0@prospect.example")
            assert refused(Missing, residency.remove_editor, application=code, email="e0@prospect.example").code == "residency.email_unfit"
        with pytest.raises(AssertionError), outside("e0@prospect.example"):
            pass


class TestHandingIn:
    def test_everything_missing_is_named(self, call):
        code = begun(call)
        with outside():
            answered(code, science=None, works=["animals"])
            error = refused(Refused, residency.submit_application, application=code)
            assert error.values == {"count": 2}
            assert set(error.fields) == {"science", "animals"}
            assert "‘해결하려는 문제와 방법’에 답이 없습니다." in error.arithmetic.ko

    def test_handed_in_it_stays_as_it_is(self, world, call):
        code = handed_in(call)
        with outside():
            for act, said in (
                (residency.save_answer, {"question_key": "science", "value": "뒤늦게", "version": 1}), (residency.submit_application, {}),
                (residency.add_answer_file, {"question_key": "deck", "name": "x.pdf", "content": PDF}),
            ):  # fmt: skip
                assert refused(Refused, act, application=code, **said).code == "residency.application_shut"
            with pytest.raises(Exception, match="takes no changes"), transaction.atomic():
                Answer.objects.update(value="뒤늦게")
            assert Declaration.objects.get().biosafety == 1
            (line,) = DeclarationLine.objects.all()
            assert (line.name, line.unit, line.state, float(line.quantity)) == ("에탄올", "L", "liquid", 0.5)
            with pytest.raises(Exception, match="permission denied"), transaction.atomic():
                DeclarationLine.objects.update(name="물")
        with world.as_("programme"):
            assert Activity.objects.filter(operation="residency.submit_application").count() == 1

    def test_after_the_deadline_nothing_changes(self, call):
        code = begun(call)
        with outside():
            answered(code)
        with clock.as_of(MONDAY + 30 * DAY), outside():
            for act, said in (
                (residency.save_answer, {"question_key": "science", "value": "x", "version": 1}), (residency.submit_application, {}),
            ):
                assert refused(Refused, act, application=code, **said).code == "residency.application_shut"
            with pytest.raises(Exception, match="takes no changes"), transaction.atomic():
                Answer.objects.update(value="x", saved_at=clock.now())
            with pytest.raises(Exception, match="takes no applications then"), transaction.atomic():
                Application.objects.update(state="submitted", submitted_at=clock.now())
            assert residency.withdraw_application(application=code).state == "withdrawn"

    def test_a_closed_call_takes_nothing(self, world, call):
        code = begun(call)
        with world.as_("programme"):
            residency.close_call(call=call)
        with outside():
            assert refused(Refused, residency.save_answer, application=code, question_key="science", value="x").code == "residency.application_shut"

    def test_withdrawn_is_over(self, call):
        code = handed_in(call)
        with outside():
            residency.withdraw_application(application=code)
            assert refused(Refused, residency.withdraw_application, application=code).code == "residency.application_step"
            assert refused(Refused, residency.submit_application, application=code).code == "residency.application_shut"


class TestWhoSees:
    """Asked of the tables themselves, as the serving role."""

    MINE = (Application, Sheet, Answer, AnswerFile, Declaration, DeclarationLine)

    def counts(self):
        return [model.objects.count() for model in self.MINE]

    def test_rivals_residents_and_visitors_see_nothing(self, world, call):
        code = begun(call)
        begun(call, "rival@other.example", "경쟁바이오")
        with outside():
            answered(code)
            residency.add_answer_file(application=code, question_key="deck", name="비밀.pdf", content=PDF)
            residency.submit_application(application=code)
        with outside("rival@other.example"):
            assert self.counts() == [1, 1, 0, 0, 0, 0]
            assert StoredFile.objects.count() == 0
            for act, said in (
                (residency.save_answer, {"question_key": "science", "value": "x"}), (residency.submit_application, {}),
                (residency.withdraw_application, {}), (residency.invite_editor, {"email": "x@y.example"}),
            ):
                assert refused(Missing, act, application=code, **said).code == "residency.application_unknown"
        for asking in (world.person("sujin"), world.person("hana"), Scope()):
            with scope(asking):
                assert self.counts() == [0] * 6

    def test_staff_see_answers_once_they_are_handed_in(self, world, call):
        code = begun(call)
        with outside():
            answered(code)
        with world.as_("programme"):
            assert Application.objects.count() == 1
            assert Answer.objects.count() == 0
        with outside():
            residency.submit_application(application=code)
        for who in ("programme", "safety", "director", "auditor"):
            with world.as_(who):
                assert Answer.objects.count() == len(ANSWERS)

    def test_sponsors_and_the_public_see_only_what_is_not_confidential(self, world, call):
        from squaremile.kernel.ids import uuid7

        code = begun(call)
        sponsor = Scope(grants=(Grant("sponsor", uuid7()),))
        with outside():
            answered(code)
        for asking in (sponsor, system("public")):
            with scope(asking):
                assert Answer.objects.count() == 0
        with outside():
            residency.submit_application(application=code)
        for asking in (sponsor, system("public")):
            with scope(asking):
                assert set(Answer.objects.values_list("question", flat=True)) == {"stage", "summary", "fields"}

    def test_a_reviewers_key_opens_no_answer(self, world, call):
        handed_in(call)
        from squaremile.kernel.ids import uuid7

        with scope(Scope(grants=(Grant("reviewer", uuid7()),))):
            assert self.counts() == [0] * 6


def test_nobody_is_sent_links_without_end(call):
    code = begun(call)
    with outside():
        residency.invite_editor(application=code, email="cto@prospect.example")
        for _ in range(4):
            residency.remove_editor(application=code, email="cto@prospect.example")
            residency.invite_editor(application=code, email="cto@prospect.example")
        assert refused(Refused, residency.invite_editor, application=code, email="cto@prospect.example").code == "residency.letters_enough"
