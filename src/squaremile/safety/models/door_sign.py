"""What hangs at the door of a room: what safety adds to what stands there, who answers for the room, and what was printed."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from squaremile.kernel.models import Row
from squaremile.safety.policies.door_signs import PROTECTION


class RoomCard(Row):
    """What the sign of a room says beside what is worked out from what stands there. Public inside the house."""

    room = models.OneToOneField("spaces.Place", on_delete=models.PROTECT, related_name="+")
    protection = ArrayField(models.CharField(max_length=12), default=list)
    says_ko = models.CharField(max_length=300, blank=True)
    says_en = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "safety_room_card"
        constraints = (
            models.CheckConstraint(name="room_card_protection_known", condition=models.Q(protection__contained_by=list(PROTECTION))),
        )

    def __str__(self) -> str:
        return str(self.room_id)


class RoomKeeper(Row):
    """Who answers for a room, and her telephone. For staff and for companies that sit in the room: a table of its own."""

    room = models.OneToOneField("spaces.Place", on_delete=models.PROTECT, related_name="+")
    manager = models.CharField(max_length=80, blank=True)
    phone = models.CharField(max_length=40, blank=True)

    class Meta:
        db_table = "safety_room_keeper"

    def __str__(self) -> str:
        return self.manager


class DoorSign(Row):
    """A sign as it was printed: what everybody reads who walks past. It stays; a new one follows it."""

    code = models.CharField(max_length=20, unique=True)
    room = models.ForeignKey("spaces.Place", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    valid_until = models.DateField()
    says = models.JSONField()

    class Meta:
        db_table = "safety_door_sign"
        indexes = (models.Index(fields=["room", "-made_at"], name="door_sign_of_room"),)

    def __str__(self) -> str:
        return self.code


class DoorSignDetail(Row):
    """All of it with the contacts, and its digest: for those who keep the signs up to date. That live data differ from a
    sign would tell a rival that somebody's stock changed."""

    sign = models.OneToOneField("safety.DoorSign", on_delete=models.PROTECT, related_name="detail")
    says = models.JSONField()
    digest = models.CharField(max_length=64)
    by = models.UUIDField(null=True)

    class Meta:
        db_table = "safety_door_sign_detail"

    def __str__(self) -> str:
        return self.digest
