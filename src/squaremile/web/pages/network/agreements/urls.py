"""Addresses of agreements, commitments and KPIs."""

from django.urls import URLPattern, path

from squaremile.web.pages.network.agreements import (
    acts,
    agreement_page,
    clocks_page,
    council_page,
    drafting,
    kpis_pages,
    promises_pages,
    register,
)

_ONE = "agreements/<str:code>/"
urlpatterns: list[URLPattern] = [
    path("agreements/", register.page, name="network_agreements"),
    path("agreements/new/", drafting.new, name="agreement_new"),
    path("agreements/export.csv", register.export, {"kind": "csv"}, name="agreements_csv"),
    path("agreements/export.xlsx", register.export, {"kind": "xlsx"}, name="agreements_xlsx"),
    path("agreements/promises/", promises_pages.heat_map, name="agreement_promises"),
    path("agreements/lapses/", promises_pages.lapses, name="agreement_lapses"),
    path("agreements/council/", council_page.page, name="agreement_council"),
    path("agreements/clocks/", clocks_page.page, name="agreement_clocks"),
    path("kpis/", kpis_pages.board, name="network_kpis"),
    path("kpis/public/", kpis_pages.public, name="kpis_public"),
    path("kpis/publish/", kpis_pages.publish, name="kpis_publish"),
    path(_ONE, agreement_page.page, name="agreement"),
    path(f"{_ONE}edit/", drafting.edit, name="agreement_edit"),
    path(f"{_ONE}unpublish/", agreement_page.unpublish, name="agreement_unpublish"),
    path(f"{_ONE}files/<str:paper>/", agreement_page.paper, name="agreement_paper"),
    path(f"{_ONE}parties/<str:party>/remove/", agreement_page.remove_party, name="agreement_party_remove"),
    path(f"{_ONE}commitments/<str:commitment>/record/", acts.record, name="commitment_record"),
    *(path(f"{_ONE}{act}/", acts.page, {"act": act}, name=f"agreement_{act}") for act in acts.ACTS),
]
