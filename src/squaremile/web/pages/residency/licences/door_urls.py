"""Addresses of offers behind a key."""

from django.urls import path

from squaremile.web.pages.residency.licences import door

urlpatterns = [
    path("door/offers/", door.mine, name="door_offers"),
    path("door/offer/<str:code>/", door.page, name="door_offer"),
    path("door/offer/<str:code>/documents/<int:number>/", door.paper, name="door_offer_paper"),
    path("door/offer/<str:code>/answer/", door.answer, name="door_offer_answer"),
    path("door/offer/<str:code>/sign/", door.sign, name="door_offer_sign"),
]
