"""Addresses of needs and their matches."""

from django.urls import path

from squaremile.web.pages.network.needs import acts, board, matching, need, need_form, pipeline_acts

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
    path("needs/<str:code>/long-list/", pipeline_acts.put, name="network_need_long_list"),
    path("needs/<str:code>/long-list/order/", pipeline_acts.reorder, name="network_need_long_list_order"),
    path("needs/<str:code>/long-list/off/", pipeline_acts.take_off, name="network_need_long_list_off"),
    path("needs/<str:code>/asked/", pipeline_acts.ask, name="network_need_ask"),
    path("needs/<str:code>/answered/", pipeline_acts.answer, name="network_need_answer"),
    path("needs/<str:code>/agenda/", pipeline_acts.draft, name="network_need_agenda"),
    path("needs/<str:code>/agenda/subject/", pipeline_acts.subject, name="network_need_agenda_subject"),
    path("needs/<str:code>/agenda/person/", pipeline_acts.person, name="network_need_agenda_person"),
    path("needs/<str:code>/agenda/agree/", pipeline_acts.agree, name="network_need_agenda_agree"),
    path("needs/<str:code>/agenda/carry/", pipeline_acts.carry, name="network_need_agenda_carry"),
    path("needs/<str:code>/withdraw/", acts.withdraw, name="network_need_withdraw"),
]
