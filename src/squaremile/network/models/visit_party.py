"""Parties of a delegation: who goes which way on which day, where not all go together."""

from django.db import models

from squaremile.kernel.models import Row, both_names, code_fits_addresses
from squaremile.kernel.words import pick


class VisitParty(Row):
    """A part of the delegation that goes its own way. Stops and wishes without a party are everybody's."""

    code = models.CharField(max_length=20, unique=True)
    delegation = models.ForeignKey("network.Delegation", on_delete=models.PROTECT, related_name="parties")
    name_ko = models.CharField(max_length=80, blank=True)
    name_en = models.CharField(max_length=80, blank=True)

    class Meta:
        db_table = "network_visit_party"
        constraints = (both_names("visit_party_named"), code_fits_addresses("visit_party_code_fits"))

    @property
    def name(self) -> str:
        return pick(self.name_ko, self.name_en)

    def __str__(self) -> str:
        return self.name


class PartyDay(Row):
    """That a member goes with a party on one day. Nobody goes with two on the same day."""

    party = models.ForeignKey("network.VisitParty", on_delete=models.PROTECT, related_name="days")
    member = models.ForeignKey("network.DelegationMember", on_delete=models.PROTECT, related_name="party_days")
    day = models.DateField()

    class Meta:
        db_table = "network_visit_party_day"
        constraints = (models.UniqueConstraint(name="party_day_once", fields=["member", "day"]),)

    def __str__(self) -> str:
        return f"{self.member}: {self.party}, {self.day}"
