"""Addresses of biological agents."""

from django.urls import path

from squaremile.web.pages.safety.agents import agents, protocols, rooms

urlpatterns = [
    path("agents/", agents.page, name="safety_agents"),
    path("agents/register/", agents.register, name="safety_agent_register"),
    path("agents/bring/", agents.bring, name="safety_agent_bring"),
    path("agents/<str:code>/", agents.agent, name="safety_agent"),
    path("holdings/<str:code>/", agents.holding, name="safety_holding"),
    path("protocols/", protocols.page, name="safety_protocols"),
    path("protocols/draft/", protocols.draft, name="safety_protocol_draft"),
    path("protocols/<str:code>/", protocols.protocol, name="safety_protocol"),
    path("protocols/<str:code>/amend/", protocols.amend, name="safety_protocol_amend"),
    path("biosafety/", rooms.page, name="safety_biosafety"),
    path("biosafety/rooms/", rooms.declare, name="safety_room_biosafety"),
    path("biosafety/committee/", rooms.committee, name="safety_committee"),
]
