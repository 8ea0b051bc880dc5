"""All addresses: a table of contents."""

from django.urls import include, path

from squaremile.api.v1.build import api

urlpatterns = [
    path("api/v1/", api.urls),
    path("accounts/", include("allauth.urls")),
    path("", include("squaremile.web.pages.home.urls")),
    path("", include("squaremile.web.pages.booking.urls")),
]
