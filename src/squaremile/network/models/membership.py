"""A membership for a period, and who of the staff looks after a member."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models

from squaremile.kernel.models import PeriodField, code_fits_addresses, sound_period
from squaremile.kernel.money import MINOR_DIGITS
from squaremile.network.models.member import OfMember, one_member


class Membership(OfMember):
    """One member in one tier, at the dues agreed then. Seen by the member and by liaison staff, never by rivals."""

    code = models.CharField(max_length=20, unique=True)
    tier = models.ForeignKey("network.Tier", on_delete=models.PROTECT, related_name="+")
    valid = PeriodField()
    dues = models.PositiveBigIntegerField()
    currency = models.CharField(max_length=3)
    working_contact = models.ForeignKey("network.Person", on_delete=models.PROTECT, null=True, related_name="+")
    """Whom to call about the everyday."""
    policy_contact = models.ForeignKey("network.Person", on_delete=models.PROTECT, null=True, related_name="+")
    """Who decides about the membership."""
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.UUIDField(null=True)
    end_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "network_membership"
        constraints = (
            code_fits_addresses("membership_code_fits"),
            one_member("membership_one_member"),
            sound_period("valid", "membership_period_sound"),
            models.CheckConstraint(
                name="membership_currency_known", condition=models.Q(currency__in=sorted(MINOR_DIGITS))
            ),
            models.CheckConstraint(
                name="membership_ended_paired",
                condition=models.Q(ended_at=None, ended_by=None, end_reason="")
                | models.Q(ended_at__isnull=False, ended_by__isnull=False),
            ),
            *(
                ExclusionConstraint(
                    name=f"membership_no_overlap_{kind}",
                    expressions=[(kind, RangeOperators.EQUAL), ("valid", RangeOperators.OVERLAPS)],
                    condition=models.Q(ended_at=None),
                )
                for kind in ("organisation", "partner")
            ),
        )

    def __str__(self) -> str:
        return self.code


class Directorship(OfMember):
    """Who of the liaison staff looks after a member, since when and until when. One at a time."""

    director = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    name_ko = models.CharField(max_length=80, blank=True)
    name_en = models.CharField(max_length=80, blank=True)
    email = models.EmailField()
    """As the member sees the director: staff accounts are not shown to companies."""
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "network_directorship"
        constraints = (
            one_member("directorship_one_member"),
            models.CheckConstraint(
                name="directorship_ends_after",
                condition=models.Q(ended_at=None) | models.Q(ended_at__gte=models.F("started_at")),
            ),
            *(
                models.UniqueConstraint(
                    fields=[kind], condition=models.Q(ended_at=None), name=f"directorship_one_of_{kind}"
                )
                for kind in ("organisation", "partner")
            ),
        )

    def __str__(self) -> str:
        return self.name_ko or self.name_en


