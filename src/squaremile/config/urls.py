"""All addresses: a table of contents."""

from django.urls import include, path

urlpatterns = [
    path("accounts/", include("allauth.urls")),
]
