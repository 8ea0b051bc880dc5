"""Addresses of organisations, people and the audit."""

from django.urls import path

from squaremile.web.pages.organisations import audit, invite, membership, organisation, organisations, person, projects

urlpatterns = [
    path("organisations/", organisations.page, name="organisations"),
    path("organisations/new/", organisations.add, name="organisation_add"),
    path("organisations/<str:code>/", organisation.page, name="organisation"),
    path("organisations/<str:code>/edit/", organisation.edit, name="organisation_edit"),
    path("organisations/<str:code>/invite/", invite.page, name="organisation_invite"),
    path("organisations/<str:code>/invitations/<str:ref>/withdraw/", invite.withdraw, name="invitation_withdraw"),
    path("organisations/<str:code>/projects/new/", projects.add, name="project_add"),
    path("organisations/<str:code>/projects/<str:project>/", projects.edit, name="project_edit"),
    path("organisations/<str:code>/projects/<str:project>/close/", projects.close, name="project_close"),
    path("organisations/<str:code>/people/<str:ref>/leave/", membership.leave, name="membership_end"),
    path("staff/invite/", invite.staff, name="staff_invite"),
    path("people/<str:ref>/", person.page, name="person"),
    path("people/<str:ref>/roles/", membership.grant, name="role_grant"),
    path("people/<str:ref>/roles/<str:grant_ref>/end/", membership.end, name="role_end"),
    path("people/<str:ref>/deactivate/", membership.deactivate, name="person_deactivate"),
    path("audit/", audit.page, name="audit"),
    path("audit.csv", audit.export, name="audit_csv"),
]
