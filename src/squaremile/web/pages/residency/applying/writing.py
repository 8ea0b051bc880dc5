"""Applications as their writers have them, by a key or with an account: a list, one to write, one to be read."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from squaremile.kernel.errors import Missing, SquaremileError
from squaremile.residency import operations as residency
from squaremile.residency.operations.pitch_times import OPEN
from squaremile.residency.policies.form_answers import said
from squaremile.residency.reads import calls, letters, papers, pitch_times, pitches
from squaremile.residency.words import applications as words
from squaremile.web.pages.residency import sections
from squaremile.web.pages.residency.applying.questions import Shown, ready, sent_to
from squaremile.web.pages.residency.applying.times import TimesForm
from squaremile.web.pages.residency.applying.ways import OWN, Ways
from squaremile.web.shell.acts import tried


def mine(request: HttpRequest, ways: Ways) -> HttpResponse:
    """The applications of the company the key is for; straight to it where there is one only."""
    found = papers.mine()
    if not ways.own and len(found) == 1 and found[0].takes_changes:
        return HttpResponseRedirect(reverse(ways.write, args=[found[0].code]))
    return _mine(request, ways, found)


def begin(request: HttpRequest, ways: Ways) -> HttpResponse:
    """A company that is here applies to a call with its admin's account."""
    made: list[Any] = []
    refusal = tried(lambda: made.append(residency.begin_own_application(call=request.POST.get("call", ""))))
    if refusal is not None:
        return _mine(request, ways, papers.mine(), refusal)
    return HttpResponseRedirect(reverse(ways.write, args=[made[0].code]), status=303)


def write(request: HttpRequest, ways: Ways, code: str) -> HttpResponse:
    """Every question, each saved by itself as soon as it is left."""
    paper = papers.own_paper(code)
    if not paper.head.takes_changes:
        return HttpResponseRedirect(reverse(ways.read, args=[code]))
    parts = [(part.section, [ready(each) for each in part.asked]) for part in paper.parts]
    return render(request, "residency/applying/write.html", {
        "paper": paper, "head": paper.head, "parts": parts, "ways": ways, **_framed(ways),
    })


def read(request: HttpRequest, ways: Ways, code: str) -> HttpResponse:
    """The whole application as it will be read, what is missing with a link each, and the way to hand it in."""
    return read_through(request, ways, code)


def read_through(
    request: HttpRequest, ways: Ways, code: str, refusal: SquaremileError | None = None, times: TimesForm | None = None,
) -> HttpResponse:
    """The page to read, with the refusal of what was tried on it."""
    paper = papers.own_paper(code)
    asks = paper.head.state in OPEN
    return render(request, "residency/applying/read.html", {
        "times": (times or TimesForm.of(pitch_times.own(code))) if asks else None,
        "paper": paper, "head": paper.head, "editors": papers.editors(paper.head.company_id), "ways": ways,
        "told": letters.told(code), "pitch": pitches.own(code), "refusal": refusal, **_framed(ways),
    }, status=refusal.status if refusal else 422 if times is not None and times.errors else 200)


def answer(request: HttpRequest, ways: Ways, code: str, question: str) -> HttpResponse:
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
            return HttpResponseRedirect(f"{reverse(ways.write, args=[code])}#{shown.id}", status=303)
        return render(request, "residency/applying/one.html", {
            "q": shown, "head": after.head, "ways": ways, **_framed(ways),
        }, status=refusal.status)
    return render(request, "residency/applying/answer.html", {
        "q": shown, "head": after.head, "paper": after, "others": _changed(before, after, question), "ways": ways,
    }, status=refusal.status if refusal else 200)


def _mine(
    request: HttpRequest, ways: Ways, found: list[papers.Head], refusal: SquaremileError | None = None
) -> HttpResponse:
    begun = {head.call for head in found if head.takes_changes}
    open_to = [call for call in calls.open_calls() if call.code not in begun] if ways.own else []
    return render(request, "residency/applying/mine.html", {
        "heads": found, "open_to": open_to, "ways": ways, "refusal": refusal,
        **_framed(ways),
    }, status=refusal.status if refusal else 200)


def _framed(ways: Ways) -> dict[str, Any]:
    return {"sections": sections.tabs(OWN.mine)} if ways.own else {}


def _changed(before: papers.Paper, after: papers.Paper, saved: str) -> list[Shown]:
    """Questions that are asked now and were not, or the other way round."""
    was = {each.question.key: each.shown for part in before.parts for each in part.asked}
    return [
        ready(each, elsewhere=True) for part in after.parts for each in part.asked
        if each.question.key != saved and was.get(each.question.key) != each.shown
    ]
