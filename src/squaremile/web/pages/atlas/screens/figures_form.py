"""Which figures, of which period and region: what comparison, opportunities and trends are computed from."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from squaremile.atlas.measures.matrices.table import Matrix, matrix_from_rows
from squaremile.atlas.reads import figures
from squaremile.atlas.reads.figures import Figures, Offer
from squaremile.kernel.words import Text

NONE = Figures((), (), (), (), {}, {}, Text(ko="", en=""), "", None, 0)


class FiguresForm(forms.Form):
    """Three choices; what is not known is the first of them."""

    figures = forms.ChoiceField(label=gettext_lazy("Figures"), required=False)
    period = forms.ChoiceField(label=gettext_lazy("Period"), required=False)
    region = forms.ChoiceField(label=gettext_lazy("Region"), required=False)


@dataclass(frozen=True)
class Asked:
    """What was chosen, and the figures of every period. `offer` is None where there are no figures at all."""

    form: FiguresForm
    offer: Offer | None
    period: str
    region: str
    figures: Figures

    @property
    def name(self) -> Text:
        return self.figures.names.get(self.region, Text(ko=self.region, en=self.region))

    def region_name(self, code: str) -> str:
        return str(self.figures.names.get(code, code))

    def activity_name(self, code: str) -> str:
        return str(self.figures.activities.get(code, code))

    @cached_property
    def matrix(self) -> Matrix:
        """Regions by activities of the chosen period."""
        return self.of(self.period)

    def of(self, period: str) -> Matrix:
        rows = [n for n, at in enumerate(self.figures.period) if at == period]
        held = self.figures
        return matrix_from_rows([held.region[n] for n in rows], [held.activity[n] for n in rows], [held.value[n] for n in rows])


def asked(said: QueryDict) -> Asked:
    """Two statements, however many figures there are."""
    there = figures.offers()
    if not there:
        return Asked(FiguresForm(), None, "", "", NONE)
    offer = next((one for one in there if one.kind.key == said.get("figures")), there[0])
    period = said.get("period", "") if said.get("period") in offer.periods else offer.periods[-1]
    held = figures.figures(offer.kind)
    region = said.get("region", "")
    if region not in held.names:
        region = _largest(held)
    form = FiguresForm({"figures": offer.kind.key, "period": period, "region": region}, auto_id="filter-%s")
    fields: dict[str, Any] = form.fields
    fields["figures"].choices = [(one.kind.key, str(one.name)) for one in there]
    fields["period"].choices = [(one, one) for one in reversed(offer.periods)]
    named = sorted(held.names.items(), key=lambda pair: str(pair[1]))
    fields["region"].choices = [(code, str(name)) for code, name in named]
    return Asked(form, offer, period, region, held)


def _largest(held: Figures) -> str:
    total: dict[str, float] = {}
    for code, value in zip(held.region, held.value, strict=True):
        total[code] = total.get(code, 0.0) + value
    return max(total, key=lambda code: (total[code], code), default="")


def basis(found: Asked) -> str:
    """What the figures rest on, in one line: how many regions and activities, and what was suppressed."""
    return _("%(regions)d regions, %(activities)d activities; %(hidden)d figures suppressed by the source") % {
        "regions": len(found.figures.names), "activities": len(found.figures.activities), "hidden": found.figures.suppressed,
    }
