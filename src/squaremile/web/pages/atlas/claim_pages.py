"""Claims with their evidence: k of N, each judged; the number kept with its question."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from squaremile.atlas import operations as atlas
from squaremile.atlas import rules
from squaremile.atlas.reads import claims
from squaremile.atlas.words import claims as words
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.web.pages.atlas import forms, sections
from squaremile.web.pages.atlas.organisation_pages import form_page
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only

SECTION = "atlas_claims"


@require_GET
@only(rules.look)
def listing(request: HttpRequest) -> HttpResponse:
    """Every claim with its newest figure."""
    return render(request, "atlas/claims.html", {
        "sections": sections.tabs(SECTION), "rows": claims.claims(), "keeps": rules.keep(require()),
    })


@require_GET
@only(rules.look)
def page(request: HttpRequest, headline: str) -> HttpResponse:
    """The sentence, what it means, every member with its evidence, and what it was before."""
    found = claims.claim(headline)
    return render(request, "atlas/claim.html", {
        "sections": sections.tabs(SECTION), "page": found, "keeps": rules.keep(require()), "tried": None,
        "crumbs": [(_("Claims"), reverse("atlas_claims")), (found.code, "")],
    })


@require_http_methods(["GET", "POST"])
@only(rules.keep)
def add(request: HttpRequest) -> HttpResponse:
    """Enter one, as a draft."""
    form, made = forms.ClaimForm(request.POST if request.method == "POST" else None), []
    refusal = None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: made.append(atlas.add_claim(**form.said(new=True))))
        if refusal is None:
            return done(request, _("Entered as a draft."), reverse("atlas_claim", args=[made[0].code]))
    return form_page(request, form, refusal, _("New claim"), _("Enter it"), reverse("atlas_claims"), SECTION)


@require_http_methods(["GET", "POST"])
@only(rules.keep)
def edit(request: HttpRequest, headline: str) -> HttpResponse:
    """Change what it says and means."""
    found, back = claims.claim(headline), reverse("atlas_claim", args=[headline])
    initial = {
        "text_ko": found.text.ko, "text_en": found.text.en, "definition_ko": found.definition.ko, "definition_en": found.definition.en,
        "refuted_ko": found.refuted.ko, "refuted_en": found.refuted.en, "query": found.query,
    }
    form, refusal = forms.ClaimForm(request.POST if request.method == "POST" else None, initial=initial), None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: atlas.edit_claim(headline=headline, **form.changes()))
        if refusal is None:
            return done(request, _("Saved."), back)
    return form_page(request, form, refusal, _("Edit the claim"), _("Save"), back, SECTION)


@require_POST
@only(rules.keep)
def add_member(request: HttpRequest, headline: str) -> HttpResponse:
    """One more of the N, by its name or its code in the registry."""
    name, code = request.POST.get("name", "").replace("\x00", "").strip()[:80], request.POST.get("institution", "").strip()[:20]
    names = {"name_ko": name} if any("가" <= letter <= "힣" for letter in name) else {"name_en": name}
    refusal = tried(lambda: atlas.add_claim_member(headline=headline, institution=code, **names))
    if refusal:
        raise refusal
    return done(request, _("Added; nobody has judged it yet."), reverse("atlas_claim", args=[headline]))


@require_http_methods(["GET", "POST"])
@only(rules.keep)
def judge(request: HttpRequest, headline: str, position: int) -> HttpResponse:
    """Yes, no or unknown of one member."""
    found, back = claims.claim(headline), reverse("atlas_claim", args=[headline])
    member = next((one for one in found.members if one.position == position), None)
    if member is None:
        raise Missing(words.MEMBER_UNKNOWN)
    initial = {
        "judgement": member.judgement, "evidence_at": member.evidence, "of_day": member.as_of, "says_ko": member.says.ko,
        "says_en": member.says.en, "institution": member.organisation,
    }
    form, refusal = forms.JudgeForm(request.POST if request.method == "POST" else None, initial=initial), None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: _judged(form, headline, position))
        if refusal is None:
            return done(request, _("Judged."), back)
    return form_page(request, form, refusal, _("Judge %(name)s") % {"name": member.name}, _("Save"), back, SECTION)


def _judged(form: forms.JudgeForm, headline: str, position: int) -> None:
    """A judgement is one word with its evidence: it is not laid over another that the judge has not seen."""
    form.refuse_overtaken(form.initial)
    atlas.judge_claim_member(headline=headline, position=position, **form.said())


@require_POST
@only(rules.keep)
def snapshot(request: HttpRequest, headline: str) -> HttpResponse:
    """Keep the number as it is now, with its question and the list behind it."""
    refusal = tried(lambda: atlas.take_snapshot(headline=headline))
    if refusal:
        raise refusal
    return done(request, _("Kept, with its question and the list behind it."), reverse("atlas_claim", args=[headline]))
