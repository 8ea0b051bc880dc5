"""Addresses of delegations and visit days."""

from django.urls import URLPattern, path

from squaremile.web.pages.network.visits import acts, board, clocks, delegation, lists, live, papers, planner, stop_page

_ONE, _STOP, _WISH = "visits/<str:code>/", "visits/<str:code>/stops/<str:visit_stop>/", "visits/<str:code>/wishes/<str:visit_wish>/"
urlpatterns: list[URLPattern] = [
    path("visits/", lists.page, name="network_visits"),
    path("visits/new", lists.add, name="delegation_add"),
    path("visits/clocks", clocks.page, name="visit_clocks"),
    path("visits/mine.ics", papers.my_ics, name="visits_mine_ics"),
    path(_ONE, delegation.page, name="delegation"),
    path(f"{_ONE}edit", delegation.edit, name="delegation_edit"),
    path(f"{_ONE}planner", planner.page, name="delegation_planner"),
    path(f"{_ONE}planner/board", board.feed, name="delegation_board"),
    path(f"{_ONE}planner/place", board.place, name="delegation_board_place"),
    path(f"{_ONE}today", live.page, name="delegation_today"),
    path(f"{_ONE}documents", papers.page, name="delegation_documents"),
    path(f"{_ONE}documents/<str:visit_document>.pdf", papers.as_pdf, name="visit_document_pdf"),
    path(f"{_ONE}documents/<str:visit_document>.html", papers.as_html, name="visit_document_html"),
    path(f"{_ONE}itinerary.ics", papers.ics, name="delegation_ics"),
    path(f"{_ONE}members/<str:visit_member>.ics", papers.member_ics, name="visit_member_ics"),
    path(f"{_STOP}edit", stop_page.page, name="visit_stop"),
    path(f"{_WISH}edit", stop_page.wish, name="visit_wish"),
    *(path(f"{_ONE}do/{verb}", acts.act, {"verb": verb}, name=f"delegation_{verb}") for verb in acts.ACTS),
    *(path(f"{_STOP}{verb}", acts.stop, {"verb": verb}, name=f"visit_stop_{verb}") for verb in acts.STOP_ACTS),
    path(f"{_WISH}drop", acts.drop, name="visit_wish_drop"),
    path(f"{_ONE}parties/<str:visit_party>/remove", acts.dissolve, name="visit_party_remove"),
    path(f"{_ONE}members/<str:visit_member>/screen", acts.screen, name="visit_member_screen"),
    path(f"{_ONE}members/<str:visit_member>/remove", acts.remove, name="visit_member_remove"),
    path(f"{_ONE}promises/<str:visit_promise>/keep", acts.keep, name="visit_promise_keep"),
]
