"""Addresses of "can I bring this?"."""

from django.urls import path

from squaremile.web.pages.safety.bringing import bringing, suggesting

urlpatterns = [
    path("can-bring/", bringing.page, name="safety_can_bring"),
    path("can-bring/substances/", suggesting.page, name="safety_suggest"),
    path("bringings/<str:code>/", bringing.answer, name="safety_bringing"),
    path("bringings/<str:code>/settle/", bringing.settle, name="safety_bringing_settle"),
]
