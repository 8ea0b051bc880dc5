"""Applications behind a key: the list, the paper with its questions, one answer at a time, and the paper to be read."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from squaremile.kernel.errors import Missing
from squaremile.residency import operations as residency
from squaremile.residency.policies.form_answers import said
from squaremile.residency.reads import licences, papers
from squaremile.residency.words import applications as words
from squaremile.web.pages.residency.applying.questions import Shown, ready, sent_to
from squaremile.web.shell.acts import tried
from squaremile.web.shell.entry import by_key


@require_safe
@by_key("applicant")
def mine(request: HttpRequest) -> HttpResponse:
    """The applications of the company the key is for; straight to it where there is one only."""
    found = papers.mine()
    if len(found) == 1 and found[0].takes_changes:
        return HttpResponseRedirect(reverse("door_write", args=[found[0].code]))
    return render(request, "residency/applying/mine.html", {"heads": found, "offers": licences.licences()})


@require_safe
@by_key("applicant")
def write(request: HttpRequest, code: str) -> HttpResponse:
    """Every question, each saved by itself as soon as it is left."""
    paper = papers.own_paper(code)
    if not paper.head.takes_changes:
        return HttpResponseRedirect(reverse("door_read", args=[code]))
    parts = [(part.section, [ready(each) for each in part.asked]) for part in paper.parts]
    return render(request, "residency/applying/write.html", {"paper": paper, "head": paper.head, "parts": parts})


@require_safe
@by_key("applicant")
def read(request: HttpRequest, code: str) -> HttpResponse:
    """The whole application as it will be read, what is missing with a link each, and the way to hand it in."""
    paper = papers.own_paper(code)
    return render(request, "residency/applying/read.html", {
        "paper": paper, "head": paper.head, "editors": papers.editors(paper.head.company_id),
    })


@require_POST
@by_key("applicant")
def answer(request: HttpRequest, code: str, question: str) -> HttpResponse:
    """Save one answer. With htmx the question comes back alone, and beside it those that appear or go because of it."""
    before = papers.own_paper(code)
    asked = before.asked(question)
    if asked is None:
        raise Missing(words.QUESTION_UNKNOWN)
    sent = sent_to(asked.question, request.POST)
    version = request.POST.get("version", "0")
    refusal = tried(lambda: residency.save_answer(
        application=code, question_key=question, value=sent, version=int(version) if version.isdecimal() else 0,
        confidential=None if asked.question.kind == "file" and "marking" not in request.POST else "open" not in request.POST,
    ))
    after = papers.own_paper(code) if refusal is None else before
    now = after.asked(question)
    assert now is not None
    met = refusal is not None and refusal.code == words.ANSWER_CHANGED
    theirs = str(said(asked.question, asked.kept.value)) if met else ""
    shown = ready(now, sent=sent, refusal=refusal, theirs=theirs, saved=refusal is None)
    if not request.headers.get("HX-Request"):
        if refusal is None:
            return HttpResponseRedirect(f"{reverse('door_write', args=[code])}#{shown.id}", status=303)
        return render(request, "residency/applying/one.html", {"q": shown, "head": after.head}, status=refusal.status)
    return render(request, "residency/applying/answer.html", {
        "q": shown, "head": after.head, "paper": after, "others": _changed(before, after, question),
    }, status=refusal.status if refusal else 200)


def _changed(before: papers.Paper, after: papers.Paper, saved: str) -> list[Shown]:
    """Questions that are asked now and were not, or the other way round."""
    was = {each.question.key: each.shown for part in before.parts for each in part.asked}
    return [
        ready(each, elsewhere=True) for part in after.parts for each in part.asked
        if each.question.key != saved and was.get(each.question.key) != each.shown
    ]
