"""Addresses of the rate-card editor."""

from django.urls import path

from squaremile.web.pages.billing.editor import inner, pages

_OF = "cards/<str:code>/draft/"
_ITEMS, _CAPS = {"where": "items"}, {"where": "caps"}

urlpatterns = [
    path(f"{_OF}begin/", pages.begin, name="money_draft_begin"),
    path(_OF, pages.page, name="money_draft"),
    path(f"{_OF}head/", pages.head, name="money_draft_head"),
    path(f"{_OF}taxes/", pages.tax, name="money_draft_tax"),
    path(f"{_OF}json/", pages.take_in, name="money_draft_json"),
    path(f"{_OF}publish/", pages.publish, name="money_draft_publish"),
    path(f"{_OF}discard/", pages.discard, name="money_draft_discard"),
    path(f"{_OF}items/<str:place>/", pages.part, _ITEMS, name="money_draft_items"),
    path(f"{_OF}items/<int:place>/drop/", pages.drop, _ITEMS, name="money_draft_items_drop"),
    path(f"{_OF}items/<int:n>/classes/<str:key>/", inner.page, {"kind": "classes"}, name="money_draft_classes"),
    path(f"{_OF}items/<int:n>/peaks/<str:key>/", inner.page, {"kind": "peaks"}, name="money_draft_peaks"),
    path(f"{_OF}caps/<str:place>/", pages.part, _CAPS, name="money_draft_caps"),
    path(f"{_OF}caps/<int:place>/drop/", pages.drop, _CAPS, name="money_draft_caps_drop"),
]
