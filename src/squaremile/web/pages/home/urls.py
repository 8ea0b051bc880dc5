"""Addresses of the start page."""

from django.urls import path

from squaremile.web.pages.home import home, language
from squaremile.web.shell import site

urlpatterns = [
    path("", home.home, name="my_day"),
    path("my-day/fragment", home.fragment, name="my_day_fragment"),
    path("language/", language.set_language, name="set_language"),
    path("site/", site.choose, name="set_site"),
]
