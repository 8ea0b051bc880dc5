"""An application is handed in, or withdrawn."""

from typing import Any

from squaremile.kernel import clock
from squaremile.kernel.errors import Refused
from squaremile.kernel.operation import note, operation, publish
from squaremile.kernel.words import Text
from squaremile.published.residency import ApplicationMoved, DeclarationMade
from squaremile.residency import rules
from squaremile.residency.models import Answer, Application, Declaration, DeclarationLine
from squaremile.residency.operations.answers import own_application, writable
from squaremile.residency.policies.declaration import Declared, Line, declared
from squaremile.residency.policies.form_answers import Complaint, complaints
from squaremile.residency.words import applications as words

STEP = {"application_step_allowed": words.APPLICATION_STEP}


@operation(
    "residency.submit_application", ko="신청서 내기", en="Hand an application in", may=rules.apply,
    refuses=(words.APPLICATION_UNKNOWN, words.APPLICATION_SHUT, words.INCOMPLETE),
    constraints={
        **STEP, "application_in_time": words.APPLICATION_SHUT, "answer_in_time": words.APPLICATION_SHUT,
        "declaration_numbered": words.APPLICATION_STEP,
    },
)
def submit_application(*, application: str) -> Application:
    """Hand it in: nothing changes from then on. Everything that is missing is named. What it says of agents, chemicals,
    equipment, utilities and waste is kept as a declaration that safety reads.
    """
    found, form = writable(application)
    answers = {a.question: a.value for a in Answer.objects.filter(application=found)}
    missing = complaints(form, answers)
    if missing:
        raise _incomplete(missing)
    Answer.objects.filter(application=found, handed_in=False).update(handed_in=True)
    _declare(found, declared(form, answers))
    found.submitted_at = clock.now()
    moved(found, "submitted")
    return found


@operation(
    "residency.withdraw_application", ko="신청 거두기", en="Withdraw an application", may=rules.apply,
    refuses=(words.APPLICATION_UNKNOWN, words.APPLICATION_STEP), constraints=STEP,
)
def withdraw_application(*, application: str) -> Application:
    """The company no longer applies. What it had handed in stays on record."""
    found = own_application(application)
    moved(found, "withdrawn")
    return found


def moved(application: Application, state: str, **said: Any) -> None:
    """The next state, with its trace and its fact. The database knows the moves; to stay is none."""
    before = application.state
    if before == state:
        raise Refused(words.APPLICATION_STEP)
    application.state = state
    application.save(update_fields=["state", "submitted_at"])
    note(subject=application, organisation=application.company_id, before=before, after=state, **said)
    publish(ApplicationMoved(
        application=application.id, code=application.code, company=application.company_id, before=before, after=state,
    ))


def _incomplete(missing: list[Complaint]) -> Refused:
    said = [each.says for each in missing]
    return Refused(
        words.INCOMPLETE, {"count": len(missing)}, fields={each.question: each.says for each in missing},
        arithmetic=Text(ko="\n".join(s.ko for s in said), en="\n".join(s.en for s in said)),
    )


def _declare(application: Application, made: Declared) -> None:
    number = Declaration.objects.filter(application=application).count() + 1
    kept = Declaration.objects.create(
        application=application, company_id=application.company_id, number=number, biosafety=made.biosafety,
        made_at=clock.now(),
    )
    DeclarationLine.objects.bulk_create([_line(kept, line) for line in made.lines])
    publish(DeclarationMade(
        declaration=kept.id, application=application.code, company=application.company_id, number=number,
        biosafety=made.biosafety,
    ))


def _line(declaration: Declaration, line: Line) -> DeclarationLine:
    return DeclarationLine(
        declaration=declaration, company_id=declaration.company_id, kind=line.kind, name=line.name[:300],
        quantity=line.quantity, unit=line.unit, state=line.state, cas=line.cas[:300], level=line.level,
        power_w=line.power_w, heat_w=line.heat_w, says=line.says[:300], doubts=list(line.doubts),
    )
