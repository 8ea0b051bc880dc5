"""Addresses of the atlas's screens, and of what they fetch."""

from django.urls import URLPattern, path

from squaremile.web.pages.atlas.screens import data, definitions, map_page, square_page

urlpatterns: list[URLPattern] = [
    path("map/", map_page.page, name="atlas_map"),
    path("map/sites.json", data.columns, name="atlas_sites_json"),
    path("map/regions.geojson", data.regions, name="atlas_regions_geojson"),
    path("map/sites.geojson", data.as_geojson, name="atlas_sites_geojson"),
    path("map/sites.csv", data.as_csv, name="atlas_sites_csv"),
    path("map/<str:institution>/", data.panel, name="atlas_map_record"),
    path("definitions/", definitions.page, name="atlas_definitions"),
    path("square/", square_page.page, name="atlas_square"),
]
