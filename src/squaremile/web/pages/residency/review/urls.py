"""Addresses of review for programme staff."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from squaremile.web.pages.residency.review import by_hand, pitches, rounds, wait_list


class RoundStep(StringConverter):
    """What is done with a whole round."""

    regex = "open|close|assign|letters"


register_converter(RoundStep, "round_step")
urlpatterns = [
    path("wait-list/", wait_list.page, name="residency_wait_list"),
    path("wait-list/<str:code>/promote/", wait_list.promote, name="residency_promote"),
    path("wait-list/<str:code>/ticket/", wait_list.ticket, name="residency_ticket"),
    path("reviews/", rounds.page, name="residency_reviews"),
    path("reviews/new/", rounds.draft, name="residency_round_draft"),
    path("reviewers/new/", rounds.add_reviewer, name="residency_reviewer_add"),
    path("reviewers/<str:code>/invite/", rounds.invite, name="residency_reviewer_invite"),
    path("reviewers/<str:code>/edit/", by_hand.edit, name="residency_reviewer_edit"),
    path("reviews/<str:code>/assign-one/", by_hand.assign, name="residency_assign_one"),
    path("reviews/<str:code>/conflicts/", by_hand.conflict, name="residency_record_conflict"),
    path("reviews/<str:code>/", rounds.one, name="residency_round"),
    path("reviews/<str:code>/pitches/", pitches.page, name="residency_pitches"),
    path("reviews/<str:code>/pitches/new/", pitches.add, name="residency_pitch_add"),
    path("reviews/<str:code>/pitches/plan/", pitches.plan, name="residency_pitch_plan"),
    path("reviews/<str:code>/pitches/invite/", pitches.invite, name="residency_pitch_invite"),
    path("reviews/<str:code>/pitches/slots/<str:slot>/", pitches.place, name="residency_pitch_place"),
    path("reviews/<str:code>/pitches/<str:sitting>/cancel/", pitches.cancel, name="residency_pitch_cancel"),
    path("reviews/<str:code>/<round_step:step>/", rounds.act, name="residency_round_step"),
    path("reviews/<str:code>/applications/<str:application>/", rounds.decide, name="residency_decide"),
]
