"""Addresses of recalls."""

from django.urls import path

from squaremile.web.pages.stores.recalls import recalls

urlpatterns = [
    path("recalls/", recalls.page, name="stores_recalls"),
    path("recalls/<str:code>/", recalls.one, name="stores_recall"),
]
