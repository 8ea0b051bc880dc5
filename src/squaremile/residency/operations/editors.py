"""Who writes an application: people outside, each by a key of her own."""

from datetime import timedelta

from squaremile.core import door_keys
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, both
from squaremile.residency import rules
from squaremile.residency.models import Application, Company
from squaremile.residency.operations.answers import own_application, writer
from squaremile.residency.operations.beginning import ADDRESS, LETTERS_A_DAY
from squaremile.residency.words import applications as words

MOST = 8


@operation(
    "residency.invite_editor", ko="함께 쓸 사람 초대하기", en="Invite somebody to write along", may=rules.apply,
    refuses=(words.APPLICATION_UNKNOWN, words.EMAIL_UNFIT, words.EDITORS_ENOUGH, words.LETTERS_ENOUGH),
)
def invite_editor(*, application: str, email: str, name: str = "", language: str = "ko") -> Application:
    """Mail her a link of her own. She may write the company's applications until the link is withdrawn."""
    found, address = own_application(application), email.strip().lower()
    if len(address) > 254 or not ADDRESS.fullmatch(address):
        raise Invalid(words.EMAIL_UNFIT)
    others = {key.email for key in door_keys.standing(holder=found.company_id)} - {address}
    if len(others) >= MOST:
        raise Refused(words.EDITORS_ENOUGH, {"most": MOST})
    if door_keys.given_since(kind="applicant", email=address, since=clock.now() - timedelta(days=1)) >= LETTERS_A_DAY:
        raise Refused(words.LETTERS_ENOUGH, {"most": LETTERS_A_DAY})
    by = writer()
    whose = Company.objects.select_related("organisation").get(id=found.company_id).organisation
    door_keys.give(
        kind="applicant", holder=found.company_id, email=address, name=name, subject=words.LETTER_SUBJECT,
        letter=words.CO_EDITOR, language="en" if language == "en" else "ko",
        values={"call": _call_said(found), "company": both(whose.name_ko, whose.name_en), "by": by},
    )
    note(subject=found, organisation=found.company_id, editor=address)
    return found


@operation(
    "residency.remove_editor", ko="함께 쓰던 사람 빼기", en="Take somebody off the writers", may=rules.apply,
    refuses=(words.APPLICATION_UNKNOWN, words.EMAIL_UNFIT, words.LAST_EDITOR),
)
def remove_editor(*, application: str, email: str) -> Application:
    """Her link ends at once. The last one stays, unless the company's admin writes with her account."""
    found, address = own_application(application), email.strip().lower()
    standing = {key.email for key in door_keys.standing(holder=found.company_id)}
    if address not in standing:
        raise Missing(words.EMAIL_UNFIT)
    if standing == {address} and require().actor is None:
        raise Refused(words.LAST_EDITOR)
    door_keys.withdraw(holder=found.company_id, email=address)
    note(subject=found, organisation=found.company_id, editor=address)
    return found


def _call_said(application: Application) -> Text:
    return both(application.call.title_ko, application.call.title_en)
