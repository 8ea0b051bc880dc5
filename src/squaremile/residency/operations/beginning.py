"""An application begins: by an address and a company's name from outside, or by a company that is here already."""

import re
from dataclasses import dataclass
from datetime import timedelta

from squaremile.core import door_keys
from squaremile.core.roles import COMPANY_ADMIN
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation, publish
from squaremile.kernel.scope import require
from squaremile.kernel.words import both
from squaremile.published.residency import ApplicationMoved
from squaremile.residency import rules
from squaremile.residency.models import Application, Call, CallTerms, Company, Sheet
from squaremile.residency.operations.companies import begin
from squaremile.residency.policies.competition import plain
from squaremile.residency.words import applications as words
from squaremile.residency.words.companies import COMPANY_UNKNOWN

LETTERS_A_DAY = 5
"""Links mailed to one address in a day; what is asked beyond that is dropped in silence, so that nobody learns of it."""
ADDRESS = re.compile(r"[^@\s]{1,64}@[^@\s.]+(\.[^@\s.]+)+")


@dataclass(frozen=True, slots=True)
class Begun:
    """What became of the wish. Nobody outside is told more than "look in your mail"."""

    mailed: bool
    application: str = ""


@operation(
    "residency.begin_application", ko="신청 시작하기", en="Begin an application", may=rules.begin,
    refuses=(words.CALL_UNKNOWN, words.CALL_SHUT, words.EMAIL_UNFIT, words.COMPANY_NAME_NEEDED),
    constraints={"application_in_time": words.CALL_SHUT},
)
def begin_application(
    *, call: str, email: str, name_ko: str = "", name_en: str = "", language: str = "ko"
) -> Begun:
    """Mail a link that opens an application in the name of a company. The same address, company and call again mail
    the link of the same application anew. No account is made.
    """
    found, address = open_now(call), email.strip().lower()
    if len(address) > 254 or not ADDRESS.fullmatch(address):
        raise Invalid(words.EMAIL_UNFIT)
    if not plain(name_ko) and not plain(name_en):
        raise Invalid(words.COMPANY_NAME_NEEDED)
    since = clock.now() - timedelta(days=1)
    if door_keys.given_since(kind="applicant", email=address, since=since) >= LETTERS_A_DAY:
        note(subject=found, dropped=True)
        return Begun(mailed=False)
    known = _same(found, address, name_ko, name_en)
    application = known or _made(found, begin(name_ko=name_ko[:120], name_en=name_en[:120], state="applicant"))
    whose = application.company.organisation
    door_keys.give(
        kind="applicant", holder=application.company_id, email=address, subject=words.LETTER_SUBJECT, letter=words.LETTER,
        language="en" if language == "en" else "ko",
        values={"call": both(found.title_ko, found.title_en), "company": both(whose.name_ko, whose.name_en)},
    )
    note(subject=application, organisation=application.company_id, again=known is not None)
    return Begun(mailed=True, application=application.code)


@operation(
    "residency.begin_own_application", ko="우리 회사 신청 시작하기", en="Begin our own application",
    may=rules.apply_from_inside, refuses=(words.CALL_UNKNOWN, words.CALL_SHUT, COMPANY_UNKNOWN),
    constraints={"application_in_time": words.CALL_SHUT},
)
def begin_own_application(*, call: str) -> Application:
    """A company that has a record here applies with its admin's account: for more room, or to come again."""
    found = open_now(call)
    hers = [grant.organisation for grant in require().grants if grant.role == COMPANY_ADMIN]
    company = Company.objects.filter(id__in=hers).order_by("code").first()
    if company is None:
        raise Missing(COMPANY_UNKNOWN)
    begun = Application.objects.filter(call=found, company=company, state__in=("draft", "returned")).first()
    made = begun or _made(found, company)
    note(subject=made, organisation=company.id, again=begun is not None)
    return made


def open_now(code: str) -> Call:
    """A call that takes applications at this moment."""
    found, now = Call.objects.filter(code=code).exclude(state="draft").first(), clock.now()
    if found is None:
        raise Missing(words.CALL_UNKNOWN)
    if found.state != "open" or now < found.opens_at or (found.closes_at and now >= found.closes_at):
        raise Refused(words.CALL_SHUT)
    return found


def _same(call: Call, address: str, name_ko: str, name_en: str) -> Application | None:
    """The application that this address has begun for a company of that name, if there is one."""
    holders = door_keys.holders(kind="applicant", email=address)
    names = {plain(name_ko), plain(name_en)} - {""}
    mine = Application.objects.filter(call=call, company_id__in=holders).exclude(state="withdrawn")
    for each in mine.select_related("company__organisation").order_by("created_at"):
        whose = each.company.organisation
        if names & {plain(whose.name_ko), plain(whose.name_en)}:
            return each
    return None


def _made(call: Call, company: Company) -> Application:
    version = CallTerms.objects.select_related("version").get(call=call).version
    made = Application(
        code=short_code("AP"), call=call, company=company, state="draft", created_at=clock.now()
    )
    Application.objects.bulk_create([made])
    Sheet.objects.bulk_create([Sheet(application=made, company=company, version=version)])
    publish(ApplicationMoved(application=made.id, code=made.code, company=company.id, before="", after="draft"))
    return made
