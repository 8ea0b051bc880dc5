"""Addresses of outcomes, surveys and impact reports."""

from django.urls import path

from squaremile.web.pages.residency.outcomes import entries, reports, survey

urlpatterns = [
    path("outcomes/", entries.page, name="residency_outcomes"),
    path("outcomes/definitions/", entries.definitions, name="residency_definitions"),
    path("outcomes/record/", entries.record, name="residency_record_outcome"),
    path("outcomes/<str:code>/correct/", entries.correct, name="residency_correct_outcome"),
    path("outcomes/<str:code>/withdraw/", entries.withdraw, name="residency_withdraw_outcome"),
    path("companies/<str:code>/outcomes/", entries.of_company, name="residency_company_outcomes"),
    path("surveys/open/", survey.open_survey, name="residency_open_survey"),
    path("surveys/<str:code>/", survey.page, name="residency_survey"),
    path("surveys/<str:code>/ask/", survey.ask, name="residency_ask_survey"),
    path("impact/", reports.page, name="residency_impact"),
    path("impact/freeze/", reports.freeze, name="impact_freeze"),
    path("impact/<str:code>/", reports.one, name="impact_report"),
    path("impact/<str:code>/report.pdf", reports.as_pdf, name="impact_report_pdf"),
    path("impact/<str:code>/publish/", reports.publish, name="impact_publish"),
    path("impact/<str:code>/figures/<int:position>/", reports.figure, name="impact_figure"),
]
