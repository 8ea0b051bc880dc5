"""The gallery: every component in its four states, light and dark, in the language being served."""

import re
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import Engine, RequestContext, Template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django_cotton.compiler_regex import CottonCompiler

from squaremile.web.kit.gallery import COMPONENTS
from squaremile.web.kit.sample import Component, Sample
from squaremile.web.pages.kit.sample_values import sample_values

STATE_LABELS = {"normal": _("Normal"), "empty": _("Empty"), "error": _("Error"), "long": _("Long text")}
_IDENTIFIED = re.compile(r'\b(id|for|aria-labelledby|aria-describedby|aria-controls|aria-activedescendant)="([^"]+)"')
_LANDMARK = re.compile(r'(<(?:nav|form|div)\b[^>]*?\saria-label=")([^"]+)"')

_WORDS = re.compile(r"(&quot;board&quot;: &quot;.*?)(?=&quot;)")
"""A label that a script gives: it stands in the words that the markup hands over."""


@dataclass(frozen=True, slots=True)
class ShownSample:
    """A sample rendered once in light and once in dark."""

    label: str
    source: str
    themes: tuple[tuple[str, SafeString], ...]


@dataclass(frozen=True, slots=True)
class ShownComponent:
    """A component with its samples, ready for the page."""

    component: Component
    says: str
    samples: tuple[ShownSample, ...]


def gallery(request: HttpRequest, name: str = "") -> HttpResponse:
    """All components, or one by its name."""
    wanted = [one for one in COMPONENTS if not name or one.name == name]
    if not wanted:
        raise Http404
    language = "en" if (get_language() or "").startswith("en") else "ko"
    context = RequestContext(request, {"sample": sample_values(language)})
    shown = [_shown(one, language, context) for one in wanted]
    return render(request, "kit/gallery.html", {"components": shown, "index": COMPONENTS, "only": name})


def _shown(one: Component, language: str, context: RequestContext) -> ShownComponent:
    samples = tuple(_shown_sample(one, sample, language, context) for sample in one.samples)
    return ShownComponent(one, one.says_en if language == "en" else one.says_ko, samples)


def _shown_sample(one: Component, sample: Sample, language: str, context: RequestContext) -> ShownSample:
    source = sample.in_language(language)
    html = _render(source, context)
    label = str(STATE_LABELS[sample.state])
    themes = []
    for theme in ("light", "dark"):
        suffix = f"{one.name}-{sample.state}-{theme}"
        themes.append((theme, _apart(html, suffix, f"{one.name}, {label}, {theme}")))
    return ShownSample(label, source, tuple(themes))


def _render(source: str, context: RequestContext) -> str:
    """Template source as a page would write it, components and all."""
    template = Template(CottonCompiler().process(source), engine=Engine.get_default())
    return str(template.render(context))


def _apart(html: str, suffix: str, remark: str) -> SafeString:
    """The same markup many times on one page needs names of its own."""

    def renamed(match: re.Match[str]) -> str:
        return f'{match[1]}="{" ".join(f"{name}--{suffix}" for name in match[2].split())}"'

    # Safe: our own templates rendered from our own samples.
    named = _LANDMARK.sub(lambda match: f'{match[1]}{match[2]} ({remark})"', _IDENTIFIED.sub(renamed, html))
    return mark_safe(_WORDS.sub(rf"\1 ({remark})", named))
