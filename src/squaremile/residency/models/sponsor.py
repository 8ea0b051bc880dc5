"""Sponsors: what their contracts entitle them to, and whose profiles they looked at."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models

from squaremile.kernel.models import PeriodField, Row, sound_period


class Sponsor(Row):
    """Seen by programme staff, finance and auditors, and by its own people with their key."""

    code = models.CharField(max_length=20, unique=True)
    name_ko = models.CharField(max_length=120, blank=True)
    name_en = models.CharField(max_length=120, blank=True)

    class Meta:
        db_table = "residency_sponsor"
        constraints = (models.CheckConstraint(name="sponsor_named", condition=~models.Q(name_ko="", name_en="")),)

    def __str__(self) -> str:
        return self.name_ko or self.name_en


class SponsorContract(Row):
    """For a term: so many golden tickets a year, spaces that carry the name, events. One at a time."""

    code = models.CharField(max_length=20, unique=True)
    sponsor = models.ForeignKey("residency.Sponsor", on_delete=models.PROTECT, related_name="contracts")
    period = PeriodField()
    tickets_a_year = models.PositiveSmallIntegerField(default=0)
    events_a_year = models.PositiveSmallIntegerField(default=0)
    named_spaces_ko = models.CharField(max_length=300, blank=True)
    named_spaces_en = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "residency_sponsor_contract"
        constraints = (
            sound_period("period", "sponsor_contract_period_sound"),
            models.CheckConstraint(
                name="sponsor_contract_sound", condition=models.Q(tickets_a_year__lte=50, events_a_year__lte=365)
            ),
            ExclusionConstraint(
                name="sponsor_contract_no_overlap",
                expressions=[("sponsor", RangeOperators.EQUAL), ("period", RangeOperators.OVERLAPS)],
            ),
        )

    def __str__(self) -> str:
        return self.code


class SponsorUse(Row):
    """An entitlement that was used: a golden ticket given to a company, or an event held."""

    code = models.CharField(max_length=20, unique=True)
    contract = models.ForeignKey("residency.SponsorContract", on_delete=models.PROTECT, related_name="uses")
    sponsor = models.ForeignKey("residency.Sponsor", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=6, choices=[("ticket", "ticket"), ("event", "event")])
    year = models.PositiveSmallIntegerField()
    """Of the contract: 1 for its first twelve months."""
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, null=True, related_name="golden_tickets")
    says = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()

    class Meta:
        db_table = "residency_sponsor_use"
        constraints = (
            models.CheckConstraint(
                name="sponsor_use_sound",
                condition=models.Q(kind="ticket", company__isnull=False) | models.Q(kind="event") & ~models.Q(says=""),
            ),
            # A company has one golden ticket, whoever gave it: a second would be lost.
            models.UniqueConstraint(
                fields=["company"], name="golden_ticket_once", condition=models.Q(kind="ticket")
            ),
        )

    def __str__(self) -> str:
        return self.code


class ProfileLook(Row):
    """A sponsor looked at a company's public profile. Never changed; the company and staff see it."""

    sponsor = models.ForeignKey("residency.Sponsor", on_delete=models.PROTECT, related_name="looks")
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="looks")
    by = models.CharField(max_length=254)
    """The address of whoever held the key."""
    at = models.DateTimeField()

    class Meta:
        db_table = "residency_profile_look"
        indexes = (models.Index(fields=["company", "at"], name="look_at_company"),)

    def __str__(self) -> str:
        return self.by
