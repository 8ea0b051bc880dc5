"""Calls for applications: written, opened, closed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from squaremile.core.words import CODE_TAKEN, CODE_UNFIT
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.residency import rules
from squaremile.residency.models import Call, CallTerms, FormVersion
from squaremile.residency.policies.eligibility import faults
from squaremile.residency.words import applications as words

SOUND = {"call_titled": words.CALL_TITLE_NEEDED, "call_dated": words.CALL_DATES}
STEP = {"call_step_allowed": words.CALL_STEP}


@operation(
    "residency.draft_call", ko="공고 쓰기", en="Draft a call", may=rules.hold_calls,
    refuses=(words.FORM_UNKNOWN, words.RULES_FAULTY),
    constraints={**SOUND, "residency_call_code_key": CODE_TAKEN, "call_code_fits": CODE_UNFIT},
)
def draft_call(
    *, form: str, title_ko: str = "", title_en: str = "", says_ko: str = "", says_en: str = "",
    opens_at: datetime | None = None, closes_at: datetime | None = None, eligibility: Sequence[Any] = (), code: str = "",
) -> Call:
    """Write a call that asks the newest version of a form. With an end it is dated, without one it is rolling.

    `eligibility` are rules as data: age_most, capital_most, stages, no_work, people_most.
    """
    version, sound = _newest(form), _rules(eligibility)
    now = clock.now()
    made = Call.objects.create(
        code=code.strip() or short_code("CL"), kind="dated" if closes_at else "rolling", state="draft",
        title_ko=title_ko.strip(), title_en=title_en.strip(), says_ko=says_ko.strip(), says_en=says_en.strip(),
        opens_at=opens_at or now, closes_at=closes_at, created_at=now,
    )
    CallTerms.objects.create(call=made, version=version, eligibility=sound)
    note(subject=made, form=form, version=version.number)
    return made


@operation(
    "residency.edit_call", ko="공고 고치기", en="Edit a call", may=rules.hold_calls,
    refuses=(words.CALL_UNKNOWN, words.FORM_UNKNOWN, words.RULES_FAULTY), constraints=SOUND,
)
def edit_call(
    *, call: str, title_ko: str | None = None, title_en: str | None = None, says_ko: str | None = None,
    says_en: str | None = None, opens_at: datetime | None = None, closes_at: datetime | None = None,
    form: str | None = None, eligibility: Sequence[Any] | None = None,
) -> Call:
    """Write it anew. What is left out stays. Another version of the form is for applications that begin from now on."""
    found = locked_call(call)
    terms = CallTerms.objects.select_for_update().get(call=found)
    said = {"title_ko": title_ko, "title_en": title_en, "says_ko": says_ko, "says_en": says_en}
    for name, value in said.items():
        if value is not None:
            setattr(found, name, value.strip())
    if opens_at is not None:
        found.opens_at = opens_at
    if closes_at is not None:
        found.closes_at, found.kind = closes_at, "dated"
    if form is not None:
        terms.version = _newest(form)
    if eligibility is not None:
        terms.eligibility = _rules(eligibility)
    found.save()
    terms.save()
    note(subject=found, closes_at=found.closes_at, version=terms.version.number)
    return found


@operation(
    "residency.open_call", ko="공고 열기", en="Open a call", may=rules.hold_calls, refuses=(words.CALL_UNKNOWN,),
    constraints=STEP,
)
def open_call(*, call: str) -> Call:
    """From now on everybody may read it, and companies may apply from `opens_at` on."""
    return _stepped(call, "open")


@operation(
    "residency.close_call", ko="공고 닫기", en="Close a call", may=rules.hold_calls, refuses=(words.CALL_UNKNOWN,),
    constraints=STEP,
)
def close_call(*, call: str) -> Call:
    """No application begins and none is handed in any more; those handed in stay."""
    return _stepped(call, "closed")


def locked_call(code: str) -> Call:
    """A call by its code, locked. Raises Missing."""
    found = Call.objects.select_for_update().filter(code=code).first()
    if found is None:
        raise Missing(words.CALL_UNKNOWN)
    return found


def _stepped(code: str, state: str) -> Call:
    found = locked_call(code)
    note(subject=found, before=found.state, after=state)
    found.state = state
    found.save(update_fields=["state"])
    return found


def _newest(form: str) -> FormVersion:
    found = FormVersion.objects.filter(form__code=form).order_by("-number").first()
    if found is None:
        raise Missing(words.FORM_UNKNOWN)
    return found


def _rules(said: Sequence[Any]) -> list[Any]:
    wrong = faults(list(said))
    if wrong:
        raise Invalid(words.RULES_FAULTY, {"first": wrong[0]})
    return list(said)
