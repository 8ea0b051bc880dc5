"""Addresses of companies."""

from django.urls import path

from squaremile.web.pages.residency.company import companies, company

urlpatterns = [
    path("", companies.page, name="residency"),
    path("companies/open/", companies.open_record, name="residency_open_record"),
    path("companies/<str:code>/", company.page, name="residency_company"),
    path("companies/<str:code>/edit/", company.edit, name="residency_company_edit"),
    path("companies/<str:code>/profile/", company.profile, name="residency_profile"),
]
