"""Addresses of finding: the search box, glossary, saved searches, lists."""

from django.urls import path

from squaremile.web.pages.network.finding import find, glossary, lists, searches

urlpatterns = [
    path("", find.page, name="network"),
    path("method/", find.method, name="network_method"),
    path("glossary/", glossary.page, name="network_glossary"),
    path("glossary/new/", glossary.add, name="network_term_add"),
    path("glossary/<str:code>/", glossary.edit, name="network_term_edit"),
    path("glossary/<str:code>/retire/", glossary.retire, name="network_term_retire"),
    path("kept/", lists.page, name="network_kept"),
    path("lists/new/", lists.add, name="network_list_add"),
    path("lists/put/", lists.put, name="network_list_put"),
    path("lists/<str:code>/", lists.one, name="network_list"),
    path("lists/<str:code>/csv", lists.export, name="network_list_csv"),
    path("lists/<str:code>/take/", lists.take, name="network_list_take"),
    path("lists/<str:code>/drop/", lists.drop, name="network_list_drop"),
    path("searches/save/", searches.save, name="network_search_save"),
    path("searches/<str:code>/drop/", searches.drop, name="network_search_drop"),
]
