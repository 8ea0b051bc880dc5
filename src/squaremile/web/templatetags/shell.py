"""The shell's tags: the left rail and what the top bar knows."""

from typing import Any

from django import template
from django.conf import settings
from django.utils.translation import get_language

from squaremile.web.shell.navigation import Shown, for_request

register = template.Library()


@register.simple_tag(takes_context=True)
def navigation(context: template.Context) -> list[Shown]:
    """The rail for whoever asks."""
    request = context.get("request")
    return for_request(request) if request is not None else []


@register.simple_tag
def theme(request: Any) -> str:
    """The theme the person chose, so that the first paint has it; empty follows the system."""
    chosen = request.COOKIES.get("squaremile_theme", "") if request else ""
    return chosen if chosen in ("light", "dark") else ""


@register.simple_tag
def cluster_name() -> str:
    """The cluster's own name in the language being served."""
    language = "en" if (get_language() or "").startswith("en") else "ko"
    return str(settings.CLUSTER_NAME[language])


@register.filter
def own_name(entered: Any) -> str:
    """A person's name in the language being served, or the one she has."""
    english = (get_language() or "").startswith("en")
    first, second = (entered.name_en, entered.name_ko) if english else (entered.name_ko, entered.name_en)
    return str(first or second or entered.email)


@register.filter
def acting(entered: Any) -> bool:
    """Is someone at the keyboard who acts on another's behalf?"""
    scope = entered.scope
    return scope.operator is not None and scope.operator != scope.actor


@register.filter
def undo_address(message: Any) -> str:
    """Where a toast's undo is sent, from the message that `shell.acts.done` left."""
    marks = [tag for tag in (message.extra_tags or "").split() if tag.startswith("undo:")]
    return marks[0].removeprefix("undo:") if marks else ""
