"""Addresses of permits."""

from django.urls import path

from squaremile.web.pages.safety.permits import kinds, packs, permits

urlpatterns = [
    path("permits/", permits.page, name="safety_permits"),
    path("permits/record/", permits.record, name="safety_permit_record"),
    path("permits/kinds/", kinds.page, name="safety_permit_kinds"),
    path("permits/kinds/declare/", kinds.declare, name="safety_permit_kind_declare"),
    path("permits/needs/", kinds.need, name="safety_permit_need"),
    path("permits/packs/", packs.page, name="safety_permit_packs"),
    path("permits/packs/<str:pack_kind>.pdf", packs.pack, {"form": "pdf"}, name="safety_permit_pack_pdf"),
    path("permits/packs/<str:pack_kind>.csv", packs.pack, {"form": "csv"}, name="safety_permit_pack_csv"),
    path("permits/<str:code>/", permits.permit, name="safety_permit"),
]
