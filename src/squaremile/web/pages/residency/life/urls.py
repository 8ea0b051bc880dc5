"""Addresses of life in residence."""

from django.urls import path

from squaremile.web.pages.residency.life import acts, company_life, evaluation, mentors, terms

urlpatterns = [
    path("life/", mentors.page, name="residency_life"),
    path("companies/<str:code>/life/", company_life.page, name="residency_company_life"),
    path("companies/<str:code>/milestones/", company_life.propose, name="residency_milestone_add"),
    path("companies/<str:code>/move-in/", company_life.move_in, name="residency_move_in"),
    path("companies/<str:code>/notices/", company_life.give_notice, name="residency_notice_add"),
    path("milestones/<str:code>/settle/", acts.settle_milestone, name="residency_milestone_settle"),
    path("notices/<str:code>/settle/", acts.settle_notice, name="residency_notice_settle"),
    path("evaluations/<str:code>/", evaluation.page, name="residency_evaluation"),
    path("stay-terms/", terms.page, name="residency_stay_terms"),
    path("mentors/new/", mentors.add, name="residency_mentor_add"),
    path("mentors/<str:code>/retire/", mentors.retire, name="residency_mentor_retire"),
    path("mentors/<str:code>/key/", mentors.invite, name="residency_mentor_invite"),
    path("mentors/<str:code>/hours/", mentors.offer, name="residency_hour_offer"),
    path("office-hours/<str:code>/book/", acts.book_hour, name="residency_hour_book"),
    path("office-hours/<str:code>/back/", acts.give_hour_back, name="residency_hour_back"),
    path("office-hours/<str:code>/close/", acts.close_hour, name="residency_hour_close"),
]
