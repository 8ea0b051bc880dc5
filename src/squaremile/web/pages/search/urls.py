"""Addresses of search."""

from django.urls import path

from squaremile.web.pages.search import search

urlpatterns = [
    path("search/", search.page, name="search"),
    path("search/palette", search.palette, name="search_palette"),
]
