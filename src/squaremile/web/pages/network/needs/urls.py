"""Addresses of needs and their matches."""

from django.urls import path

from squaremile.web.pages.network.needs import acts, board, matching, need, need_form

urlpatterns = [
    path("needs/", board.page, name="network_needs"),
    path("match/", matching.text, name="network_match"),
    path("needs/new/", need_form.add, name="network_need_add"),
    path("needs/<str:code>/", need.page, name="network_need"),
    path("needs/<str:code>/edit/", need_form.edit, name="network_need_edit"),
    path("needs/<str:code>/open/", acts.open_draft, name="network_need_open"),
    path("needs/<str:code>/list/", acts.list_it, name="network_need_list"),
    path("needs/<str:code>/unlist/", acts.unlist, name="network_need_unlist"),
    path("needs/<str:code>/assign/", acts.assign, name="network_need_assign"),
    path("needs/<str:code>/move/", acts.move, name="network_need_move"),
    path("needs/<str:code>/close/", acts.close, name="network_need_close"),
    path("needs/<str:code>/judge/", matching.judge, name="network_need_judge"),
    path("needs/<str:code>/blind/", matching.blindly, name="network_need_blind"),
    path("needs/<str:code>/blind.csv", matching.blind_export, name="network_need_blind_csv"),
    path("needs/<str:code>/withdraw/", acts.withdraw, name="network_need_withdraw"),
]
