"""What changes a licence while it runs: amendments that both sides sign, and the notice that ends it."""

from django.db import models

from squaremile.kernel.models import Row

STATES = ("proposed", "signed", "in_effect", "withdrawn")
MOVES = (("", "proposed"), ("proposed", "signed"), ("proposed", "withdrawn"), ("signed", "in_effect"))


class Amendment(Row):
    """A new version of a licence's terms, on a document of its own, from a day on. The versions before it stay.

    It holds the terms as they are afterwards, whole; places that come or go with it name it.
    """

    code = models.CharField(max_length=20, unique=True)
    licence = models.ForeignKey("residency.Licence", on_delete=models.PROTECT, related_name="amendments")
    document = models.OneToOneField("residency.LicenceDocument", on_delete=models.PROTECT, related_name="amendment")
    state = models.CharField(max_length=9, choices=[(s, s) for s in STATES])
    reason = models.CharField(max_length=500)
    effective_on = models.DateField()
    end = models.DateTimeField()
    """The licence lasts until then."""
    price_version = models.ForeignKey("residency.PriceVersion", on_delete=models.PROTECT, related_name="amendments")
    rent = models.BigIntegerField()
    most_people = models.PositiveSmallIntegerField()
    permitted_use = models.CharField(max_length=300)
    proposed_at = models.DateTimeField()

    class Meta:
        db_table = "residency_amendment"
        constraints = (
            models.CheckConstraint(name="amendment_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(
                name="amendment_terms_sound",
                condition=models.Q(rent__gte=0, most_people__range=(1, 1000)) & ~models.Q(permitted_use="") & ~models.Q(reason=""),
            ),
            models.UniqueConstraint(
                name="amendment_one_at_a_time", fields=["licence"], condition=models.Q(state__in=("proposed", "signed"))
            ),
        )

    def __str__(self) -> str:
        return self.code


class AmendmentTransition(Row):
    """One step of an amendment's life. Written by the database itself whenever the state changes."""

    amendment = models.ForeignKey("residency.Amendment", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=9, blank=True)
    after = models.CharField(max_length=9)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "residency_amendment_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class LicenceNotice(Row):
    """One side's notice that a licence ends on a day, within the terms. It stands; a licence is given notice once."""

    licence = models.OneToOneField("residency.Licence", on_delete=models.PROTECT, related_name="notice")
    party = models.CharField(max_length=8, choices=[("cluster", "cluster"), ("company", "company")])
    given_on = models.DateField()
    last_day = models.DateField()
    reason = models.CharField(max_length=500)
    heeded_at = models.DateTimeField(null=True)
    """When the licence and its places were cut to the last day."""

    class Meta:
        db_table = "residency_licence_notice"
        constraints = (
            models.CheckConstraint(name="licence_notice_party_known", condition=models.Q(party__in=("cluster", "company"))),
            models.CheckConstraint(name="licence_notice_reasoned", condition=~models.Q(reason="")),
            models.CheckConstraint(name="licence_notice_ahead", condition=models.Q(last_day__gte=models.F("given_on"))),
        )

    def __str__(self) -> str:
        return f"{self.last_day}"
