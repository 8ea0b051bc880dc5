"""Who holds which role, where, and for how long."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models

from squaremile.kernel.models import PeriodField, Row, sound_period

STAFF = ("site_director", "lab_operations", "safety_officer", "finance", "programme", "auditor")
COMPANY = ("company_admin", "scientist")


class RoleGrant(Row):
    """A role held for a period: in one organisation, or in the cluster's staff where it is empty."""

    user = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="grants")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="grants")
    role = models.CharField(max_length=30, choices=[(r, r) for r in STAFF + COMPANY])
    valid = PeriodField()
    granted_by = models.UUIDField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    end_told_at = models.DateTimeField(null=True)
    """When others heard that nothing binds the person to the place any more, this role having ended."""

    class Meta:
        db_table = "core_role_grant"
        constraints = (
            sound_period("valid", "role_grant_period_sound"),
            models.CheckConstraint(
                name="role_grant_place_fits",
                condition=models.Q(role__in=STAFF, organisation=None)
                | models.Q(role__in=COMPANY, organisation__isnull=False),
            ),
            ExclusionConstraint(
                name="role_grant_no_overlap",
                expressions=[
                    ("user", RangeOperators.EQUAL),
                    ("role", RangeOperators.EQUAL),
                    (models.functions.Coalesce("organisation", "user"), RangeOperators.EQUAL),
                    ("valid", RangeOperators.OVERLAPS),
                ],
            ),
        )

    def __str__(self) -> str:
        return f"{self.role} ({self.user_id})"
