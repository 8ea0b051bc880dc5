"""Addresses of space."""

from django.urls import path

from squaremile.web.pages.spaces import acts, keeping, overview, place_page

urlpatterns = [
    path("", overview.page, name="space"),
    path("add", keeping.add, name="place_add"),
    path("<str:code>/edit", keeping.edit, name="place_edit"),
    path("<str:code>/close", keeping.close, name="place_close"),
    path("<str:code>/reopen", keeping.reopen, name="place_reopen"),
    path("<str:code>/", place_page.page, name="place"),
    path("<str:code>/hold", acts.hold, name="place_hold"),
    path("<str:code>/<str:occupancy>/occupy", acts.occupy, name="place_occupy"),
    path("<str:code>/<str:occupancy>/extend", acts.extend, name="place_extend"),
    path("<str:code>/<str:occupancy>/release", acts.release, name="place_release"),
]
