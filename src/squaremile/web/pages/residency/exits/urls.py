"""Addresses of exits."""

from django.urls import path

from squaremile.web.pages.residency.exits import board, exit, planner

urlpatterns = [
    path("exits/", board.page, name="residency_exits"),
    path("exits/<str:code>/", exit.page, name="residency_exit"),
    path("exits/<str:code>/proof.pdf", exit.proof, name="residency_exit_proof"),
    path("exits/<str:code>/count/", exit.count, name="residency_exit_count"),
    path("exits/<str:code>/deduct/", exit.deduct, name="residency_exit_deduct"),
    path("exits/<str:code>/owed/", exit.owed, name="residency_exit_owed"),
    path("exits/<str:code>/step/<str:exit_step>/", exit.step, name="residency_exit_step"),
    path("companies/<str:code>/exit/", planner.page, name="residency_exit_plan"),
    path("clearance-lines/<str:code>/clear/", exit.clear, name="residency_line_clear"),
    path("clearance-lines/<str:code>/recount/", exit.recount, name="residency_line_recount"),
    path("clearance-lines/<str:code>/sign/", exit.sign, name="residency_line_sign"),
    path("clearance-lines/<str:code>/reopen/", exit.reopen, name="residency_line_reopen"),
    path("deductions/<str:code>/dispute/", exit.dispute, name="residency_dispute"),
]
