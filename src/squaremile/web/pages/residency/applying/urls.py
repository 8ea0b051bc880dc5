"""Addresses of calls and of applications behind a key."""

from django.urls import path

from squaremile.web.pages.residency.applying import acts, calls, writing

urlpatterns = [
    path("public/calls/", calls.page, name="public_calls"),
    path("public/calls/<str:code>/", calls.one, name="public_call"),
    path("door/applications/", writing.mine, name="door_applicant"),
    path("door/applications/<str:code>/", writing.write, name="door_write"),
    path("door/applications/<str:code>/read/", writing.read, name="door_read"),
    path("door/applications/<str:code>/answers/<str:question>/", writing.answer, name="door_answer"),
    path("door/applications/<str:code>/answers/<str:question>/files/", acts.add_file, name="door_file_add"),
    path("door/applications/<str:code>/hand-in/", acts.hand_in, name="door_hand_in"),
    path("door/applications/<str:code>/withdraw/", acts.withdraw, name="door_withdraw"),
    path("door/applications/<str:code>/editors/", acts.editors, name="door_editors"),
    path("door/answer-files/<str:code>/", acts.file, name="door_file"),
    path("door/answer-files/<str:code>/remove/", acts.remove_file, name="door_file_remove"),
]
