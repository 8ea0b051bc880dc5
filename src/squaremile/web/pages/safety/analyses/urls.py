"""Addresses of hazard analyses."""

from django.urls import path

from squaremile.web.pages.safety.analyses import analyses

urlpatterns = [
    path("analyses/", analyses.page, name="safety_analyses"),
    path("analyses/draft/", analyses.draft, name="safety_analysis_draft"),
    path("analyses/<str:code>/", analyses.analysis, name="safety_analysis"),
    path("analyses/<str:code>/again/", analyses.again, name="safety_analysis_again"),
    path("analyses/<str:code>/sheet.pdf", analyses.sheet, name="safety_analysis_sheet"),
]
