"""Addresses of the atlas: a table of contents."""

from django.urls import URLPattern, path

from squaremile.web.pages.atlas import claim_pages, desk_pages, organisation_pages, region_pages, registry_page

_ORGANISATION, _REGION, _CLAIM = "organisations/<str:institution>/", "regions/<str:region_scheme>/<str:region>/", "claims/<str:headline>/"


def _shown(noun: str, where: str) -> list[URLPattern]:
    """Publishing an entry, and taking it back."""
    return [
        path(f"{where}publish/", organisation_pages.publish, {"noun": noun}, name=f"atlas_{noun}_publish"),
        path(f"{where}unpublish/", organisation_pages.unpublish, {"noun": noun}, name=f"atlas_{noun}_unpublish"),
    ]


urlpatterns: list[URLPattern] = [
    path("", registry_page.page, name="atlas"),
    path("registry.csv", registry_page.export, name="atlas_registry_csv"),
    path("organisations/new/", organisation_pages.add, name="atlas_organisation_add"),
    path(_ORGANISATION, organisation_pages.page, name="atlas_organisation"),
    path(f"{_ORGANISATION}edit/", organisation_pages.edit, name="atlas_organisation_edit"),
    path(f"{_ORGANISATION}sites/new/", organisation_pages.add_site, name="atlas_site_add"),
    *_shown("organisation", _ORGANISATION),
    path("regions/", region_pages.listing, name="atlas_regions"),
    path(_REGION, region_pages.page, name="atlas_region"),
    *_shown("region", _REGION),
    path("claims/", claim_pages.listing, name="atlas_claims"),
    path("claims/new/", claim_pages.add, name="atlas_claim_add"),
    path(_CLAIM, claim_pages.page, name="atlas_claim"),
    path(f"{_CLAIM}edit/", claim_pages.edit, name="atlas_claim_edit"),
    path(f"{_CLAIM}members/", claim_pages.add_member, name="atlas_claim_member_add"),
    path(f"{_CLAIM}members/<int:position>/", claim_pages.judge, name="atlas_claim_judge"),
    path(f"{_CLAIM}snapshot/", claim_pages.snapshot, name="atlas_claim_snapshot"),
    *_shown("claim", _CLAIM),
    path("quality/", desk_pages.quality, name="atlas_quality"),
    path("imports/", desk_pages.imports, name="atlas_imports"),
    path("imports/<str:batch>/", desk_pages.import_report, name="atlas_import"),
    path("duplicates/", desk_pages.duplicates, name="atlas_duplicates"),
    path("duplicates/find/", desk_pages.find, name="atlas_duplicates_find"),
    path("duplicates/<str:atlas_pair>/merge/", desk_pages.merge, name="atlas_duplicate_merge"),
    path("duplicates/<str:atlas_pair>/apart/", desk_pages.apart, name="atlas_duplicate_apart"),
    path("duplicates/<str:atlas_pair>/undo/", desk_pages.undo, name="atlas_duplicate_undo"),
]
