"""Addresses of bringing a stock list in."""

from django.urls import path

from squaremile.web.pages.safety.importing import importing

urlpatterns = [
    path("containers/import/", importing.page, name="safety_import"),
    path("containers/import/template.csv", importing.template_csv, name="safety_import_csv"),
    path("containers/import/template.xlsx", importing.template_xlsx, name="safety_import_xlsx"),
]
