"""All addresses: a table of contents."""

from django.urls import include, path

from squaremile.api import feeds
from squaremile.api.v1.build import api
from squaremile.cli.demo.personas import PERSONAS
from squaremile.web.pages.accounts import demo

urlpatterns = [
    path("api/v1/", api.urls),
    path("feeds/<str:secret>.ics", feeds.mine, name="calendar_feed"),
    path("feeds/<str:secret>/equipment/<str:code>.ics", feeds.of_equipment, name="calendar_feed_equipment"),
    path("", include("squaremile.web.pages.accounts.urls")),
    path("accounts/", include("allauth.urls")),
    path("demo/", demo.page, {"personas": PERSONAS}, name="personas"),
    path("", include("squaremile.web.pages.organisations.urls")),
    path("", include("squaremile.web.pages.home.urls")),
    path("", include("squaremile.web.pages.booking.urls")),
    path("", include("squaremile.web.pages.network.urls")),
    path("", include("squaremile.web.pages.residency.urls")),
    path("safety/", include("squaremile.web.pages.safety.urls")),
    path("public/safety/", include("squaremile.web.pages.safety.incidents.public")),
    path("stores/", include("squaremile.web.pages.stores.urls")),
    path("public/safety/passports/", include("squaremile.web.pages.safety.passports.urls")),
    path("money/", include("squaremile.web.pages.billing.urls")),
    path("public/money/", include("squaremile.web.pages.billing.public")),
    path("atlas/", include("squaremile.web.pages.atlas.urls")),
    path("atlas/", include("squaremile.web.pages.atlas.screens.urls")),
    path("", include("squaremile.web.pages.search.urls")),
    path("space/", include("squaremile.web.pages.spaces.urls")),
    path("kit/", include("squaremile.web.pages.kit.urls")),
]
