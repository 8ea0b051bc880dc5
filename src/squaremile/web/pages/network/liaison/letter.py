"""What an expert sees who opens the link of her letter: the question, and two answers. No account is needed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from squaremile.network import operations as network
from squaremile.network.reads import letters
from squaremile.web.shell.acts import tried


@never_cache
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, letter: str) -> HttpResponse:
    """Shows the question; POST answers it, once."""
    asked = letters.asked(letter)
    answered, refusal = "", None
    if request.method == "POST":
        accept = request.POST.get("answer") == "accept"
        reason = request.POST.get("private_reason", "")[:300]
        refusal = tried(lambda: network.answer_by_letter(letter=letter, accept=accept, private_reason=reason))
        answered = "" if refusal else "accepted" if accept else "declined"
    return render(request, "network/liaison/letter.html", {
        "asked": asked, "answered": answered, "refusal": refusal,
    }, status=refusal.status if refusal else 200)
