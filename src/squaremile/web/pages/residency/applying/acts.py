"""Acts on an application by its writers: files, writers, handing in, withdrawing. `ways`: the entrance they came by."""

from typing import cast

from django.http import FileResponse, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from squaremile.core.policies.files import MOST_BYTES
from squaremile.kernel.errors import SquaremileError
from squaremile.residency import operations as residency
from squaremile.residency.reads import papers
from squaremile.web.pages.residency.applying.ways import Ways
from squaremile.web.pages.residency.applying.writing import read_through
from squaremile.web.shell.acts import done, tried


def add_file(request: HttpRequest, ways: Ways, code: str, question: str) -> HttpResponse:
    """A file for one question."""
    upload = request.FILES.get("file")
    content = upload.read(MOST_BYTES + 1) if upload is not None else b""
    name = (upload.name if upload is not None else "") or ""
    refusal = tried(lambda: residency.add_answer_file(application=code, question_key=question, name=name, content=content))
    return _back(request, ways, code, refusal, _("The file is added."), f"{reverse(ways.write, args=[code])}#q-{question}")


def remove_file(request: HttpRequest, ways: Ways, code: str) -> HttpResponse:
    """Take one out again."""
    gone = residency.remove_answer_file(answer_file=code)
    to = reverse(ways.write, args=[gone.application.code])
    return done(request, _("The file is taken out."), f"{to}#q-{gone.question}")


def file(request: HttpRequest, ways: Ways, code: str) -> HttpResponse:
    """One file of an answer, always downloaded."""
    found = papers.attached(code, own=True)
    response = FileResponse(found.path.open("rb"), as_attachment=True, filename=found.name, content_type=found.media_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return cast(HttpResponse, response)


def hand_in(request: HttpRequest, ways: Ways, code: str) -> HttpResponse:
    """Hand it in, or see everything that is missing."""
    refusal = tried(lambda: residency.submit_application(application=code))
    return _back(request, ways, code, refusal, _("The application is handed in."), reverse(ways.read, args=[code]))


def withdraw(request: HttpRequest, ways: Ways, code: str) -> HttpResponse:
    """The company applies no longer."""
    refusal = tried(lambda: residency.withdraw_application(application=code))
    return _back(request, ways, code, refusal, _("The application is withdrawn."), reverse(ways.read, args=[code]))


def editors(request: HttpRequest, ways: Ways, code: str) -> HttpResponse:
    """Invite somebody to write along, or take somebody off."""
    email = request.POST.get("email", "")
    if "remove" in request.POST:
        refusal = tried(lambda: residency.remove_editor(application=code, email=email))
        return _back(request, ways, code, refusal, _("The link of %(who)s is withdrawn.") % {"who": email}, reverse(ways.read, args=[code]))
    refusal = tried(lambda: residency.invite_editor(
        application=code, email=email, name=request.POST.get("name", "")[:80], language=get_language() or "ko"
    ))
    return _back(request, ways, code, refusal, _("A link is mailed to %(who)s.") % {"who": email}, reverse(ways.read, args=[code]))


def _back(
    request: HttpRequest, ways: Ways, code: str, refusal: SquaremileError | None, told: str, to: str
) -> HttpResponse:
    """To the page with a word, or the paper again with the refusal above it."""
    if refusal is None:
        return done(request, told, to)
    return read_through(request, ways, code, refusal)
