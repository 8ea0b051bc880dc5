"""Addresses of the register of substances."""

from django.urls import path

from squaremile.web.pages.safety.substances import entering, substances

urlpatterns = [
    path("substances/", substances.page, name="safety_substances"),
    path("substances/<str:code>/", substances.one, name="safety_substance"),
    path("substances/<str:code>/label/", entering.label, name="safety_enter_label"),
    path("substances/<str:code>/components/", entering.components, name="safety_enter_components"),
    path("substances/<str:code>/sheet/", entering.sheet, name="safety_add_sheet"),
    path("substances/<str:code>/classes/<str:scheme>/", entering.classes, name="safety_enter_classes"),
]
