"""Addresses of space in residency."""

from django.urls import path

from squaremile.web.pages.residency.space import company, desk, floor, reshape

urlpatterns = [
    path("floor/", floor.page, name="residency_plan"),
    path("floor/merge/", reshape.merge, name="residency_places_merge"),
    path("floor/split/", reshape.split, name="residency_place_split"),
    path("floor/reshapes/<str:code>/cancel/", reshape.cancel, name="residency_reshape_cancel"),
    path("allocation/", desk.page, name="residency_allocation"),
    path("allocation/ask/", desk.ask, name="residency_plan_ask"),
    path("allocation/seating/", desk.seat, name="residency_seating"),
    path("allocation/limits/", desk.limit, name="residency_area_limits"),
    path("space-plans/<str:code>/", desk.plan, name="residency_space_plan"),
    path("space-plans/<str:code>/accept/", desk.accept, name="residency_plan_accept"),
    path("companies/<str:code>/space/", company.page, name="residency_company_space"),
    path("companies/<str:code>/space/need/", company.need, name="residency_need"),
    path("companies/<str:code>/space/ask/", company.ask, name="residency_space_ask"),
    path("companies/<str:code>/space/move/", company.move, name="residency_move_plan"),
    path("companies/<str:code>/space/merge/", company.merge, name="residency_own_merge"),
    path("space-requests/<str:code>/answer/", company.answer, name="residency_space_answer"),
    path("space-requests/<str:code>/withdraw/", company.withdraw, name="residency_space_withdraw"),
    path("moves/<str:code>/carry-out/", company.carry_out, name="residency_move_done"),
    path("moves/<str:code>/cancel/", company.cancel, name="residency_move_cancel"),
]
