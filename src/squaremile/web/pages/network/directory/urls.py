"""Addresses of the directory: organisations, labs, people, technologies, publications."""

from django.urls import URLPattern, path

from squaremile.web.pages.network.directory import claiming, desk, entry_pages, keeping, listing

PLACES = {
    "person": ("people", "expert"), "partner": ("organisations", "partner"), "lab": ("labs", "lab"),
    "technology": ("technologies", "technology"), "project": ("projects", "research_project"),
    "publication": ("publications", "publication"),
}  # fmt: skip
"""Noun → where it stands in an address, and the name of its code there."""


def _of(noun: str) -> list[URLPattern]:
    """The page of one entry, and what its keepers do with it."""
    where, code = PLACES[noun]
    named = "project" if noun == "project" else noun
    return [
        path(f"{where}/new/", keeping.add, {"noun": noun}, name=f"network_{named}_add"),
        path(f"{where}/<str:{code}>/", entry_pages.PAGES[noun], name=f"network_{named}"),
        path(f"{where}/<str:{code}>/edit/", keeping.edit, {"noun": noun}, name=f"network_{named}_edit"),
        path(f"{where}/<str:{code}>/hide/", keeping.hide, {"noun": noun}, name=f"network_{named}_hide"),
        path(f"{where}/<str:{code}>/show/", keeping.show, {"noun": noun}, name=f"network_{named}_show"),
    ]


urlpatterns: list[URLPattern] = [
    path("directory/", listing.page, name="network_directory"),
    path("directory/export.csv", listing.export, name="network_directory_csv"),
    path("people/<str:expert>/claim/", claiming.claim, name="network_claim"),
    path("people/<str:expert>/own/", claiming.own, name="network_own_profile"),
    path("people/<str:expert>/consent/", claiming.consent, name="network_consent"),
    path("people/<str:expert>/withdraw/", claiming.withdraw, name="network_withdraw"),
    path("technologies/<str:technology>/confirm/", keeping.confirm, name="network_technology_confirm"),
    path("claims/", desk.claims, name="network_claims"),
    path("claims/<str:claim>/grant/", desk.grant, name="network_claim_grant"),
    path("claims/<str:claim>/decline/", desk.decline, name="network_claim_decline"),
    path("duplicates/", desk.duplicates, name="network_duplicates"),
    path("duplicates/find/", desk.find, name="network_duplicates_find"),
    path("duplicates/<str:pair>/merge/", desk.merge, name="network_duplicate_merge"),
    path("duplicates/<str:pair>/apart/", desk.apart, name="network_duplicate_apart"),
    path("duplicates/<str:pair>/undo/", desk.undo, name="network_duplicate_undo"),
    *(one for noun in PLACES for one in _of(noun)),
]
