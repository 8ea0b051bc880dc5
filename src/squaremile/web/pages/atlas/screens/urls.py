"""Addresses of the atlas's screens, and of what they fetch."""

from django.urls import URLPattern, path

from squaremile.web.pages.atlas.screens import data, embed, map_page, own_page
from squaremile.web.pages.atlas.screens.late import late

urlpatterns: list[URLPattern] = [
    path("map/", map_page.page, name="atlas_map"),
    path("map/sites.json", data.columns, name="atlas_sites_json"),
    path("map/regions.geojson", data.regions, name="atlas_regions_geojson"),
    path("map/sites.geojson", data.as_geojson, name="atlas_sites_geojson"),
    path("map/sites.csv", data.as_csv, name="atlas_sites_csv"),
    path("map/<str:institution>/", data.panel, name="atlas_map_record"),
    path("definitions/", late("definitions"), name="atlas_definitions"),
    path("square/", late("square_page"), name="atlas_square"),
    path("square/chance/", late("square_page", "chance"), name="atlas_square_chance"),
    path("compare/", late("compare_page"), name="atlas_compare"),
    path("twins/", late("twins_page"), name="atlas_twins"),
    path("opportunities/", late("opportunities_page"), name="atlas_opportunities"),
    path("opportunities/gain/", late("gaining", "panel"), name="atlas_opportunities_gain"),
    path("trends/", late("trends_page"), name="atlas_trends"),
    path("ties/", late("ties_page"), name="atlas_ties"),
    path("partners/", late("partners_page"), name="atlas_partners"),
    path("partners/cards/", late("partners_page", "cards"), name="atlas_partner_cards"),
    path("share/<str:screen>/<str:chart>/", embed.share, name="atlas_share"),
    path("shares/<str:shared_chart>/withdraw/", embed.withdraw, name="atlas_share_withdraw"),
    path("embed/<str:secret>/", embed.page, name="atlas_embed"),
    path("own/", own_page.page, name="atlas_own"),
]
