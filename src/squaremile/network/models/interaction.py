"""What happened between us and them: a visit, a call, a mail, a meeting, an event."""

from django.db import models

from squaremile.kernel.models import Row, code_fits_addresses
from squaremile.network.models.member import OfMember, one_member
from squaremile.network.models.tier import ENTITLEMENTS

INTERACTIONS = ("visit", "call", "mail", "meeting", "event")


class Interaction(OfMember):
    """One contact with a member, with minutes that the member reads too. Staff's own notes stand apart."""

    code = models.CharField(max_length=20, unique=True)
    kind = models.CharField(max_length=10, choices=[(k, k) for k in INTERACTIONS])
    at = models.DateTimeField()
    length = models.PositiveSmallIntegerField(default=0)
    """In minutes; 0 where it is not known."""
    title_ko = models.CharField(max_length=200, blank=True)
    title_en = models.CharField(max_length=200, blank=True)
    minutes_ko = models.TextField(blank=True)
    minutes_en = models.TextField(blank=True)
    need = models.ForeignKey("network.Need", on_delete=models.PROTECT, null=True, related_name="+")
    agenda = models.ForeignKey("network.Agenda", on_delete=models.PROTECT, null=True, related_name="meetings")
    """What was agreed beforehand to speak of."""
    introduction = models.ForeignKey("network.Introduction", on_delete=models.PROTECT, null=True, related_name="+")
    entitlement = models.CharField(max_length=20, blank=True, choices=[(k, k) for k in ENTITLEMENTS])
    """What of the membership it used; empty for nothing."""
    units = models.PositiveSmallIntegerField(default=1)
    created_at = models.DateTimeField()
    created_by = models.UUIDField(null=True)

    class Meta:
        db_table = "network_interaction"
        constraints = (
            code_fits_addresses("interaction_code_fits"),
            one_member("interaction_one_member"),
            models.CheckConstraint(name="interaction_titled", condition=~models.Q(title_ko="", title_en="")),
            models.CheckConstraint(name="interaction_kind_known", condition=models.Q(kind__in=INTERACTIONS)),
            models.CheckConstraint(
                name="interaction_entitlement_known", condition=models.Q(entitlement__in=("", *ENTITLEMENTS))
            ),
            models.CheckConstraint(name="interaction_length_sound", condition=models.Q(length__lte=10_080)),
            models.CheckConstraint(name="interaction_units_sound", condition=models.Q(units__range=(1, 1000))),
        )
        indexes = (
            models.Index(fields=["organisation", "at"], name="interaction_of_company"),
            models.Index(fields=["partner", "at"], name="interaction_of_partner"),
        )

    def __str__(self) -> str:
        return self.code


class InteractionNote(Row):
    """What staff write for staff about it. The member never sees that it is there."""

    interaction = models.OneToOneField("network.Interaction", on_delete=models.PROTECT, related_name="note")
    notes_ko = models.TextField(blank=True)
    notes_en = models.TextField(blank=True)

    class Meta:
        db_table = "network_interaction_note"

    def __str__(self) -> str:
        return str(self.interaction_id)


class Attendee(Row):
    """A person of the directory who was there. Seen as the interaction is."""

    interaction = models.ForeignKey("network.Interaction", on_delete=models.PROTECT, related_name="attendees")
    person = models.ForeignKey("network.Person", on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "network_attendee"
        constraints = (models.UniqueConstraint(fields=["interaction", "person"], name="attendee_once"),)

    def __str__(self) -> str:
        return str(self.person_id)
