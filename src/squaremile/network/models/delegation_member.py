"""Who travels: members, what they need, and how they were screened."""

from django.db import models

from squaremile.kernel.models import Row, both_names, code_fits_addresses
from squaremile.kernel.words import pick

CHECKS = ("export_control", "sanctions", "conflict")
RESULTS = ("clear", "concern", "refused")


class DelegationMember(Row):
    """One of the group: a person of the directory, or a typed name."""

    code = models.CharField(max_length=20, unique=True)
    delegation = models.ForeignKey("network.Delegation", on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey("network.Person", on_delete=models.PROTECT, null=True, related_name="+")
    name_ko = models.CharField(max_length=120, blank=True)
    name_en = models.CharField(max_length=120, blank=True)
    role_ko = models.CharField(max_length=200, blank=True)
    role_en = models.CharField(max_length=200, blank=True)
    rank = models.PositiveSmallIntegerField(default=0)
    """Level for protocol, 1 to 5; 0 is not known."""

    class Meta:
        db_table = "network_delegation_member"
        constraints = (
            both_names("member_named"),
            code_fits_addresses("member_code_fits"),
            models.UniqueConstraint(name="member_person_once", fields=["delegation", "person"]),
            models.CheckConstraint(name="member_rank_known", condition=models.Q(rank__range=(0, 5))),
        )

    @property
    def name(self) -> str:
        return pick(self.name_ko, self.name_en)

    @property
    def role(self) -> str:
        return pick(self.role_ko, self.role_en)

    def __str__(self) -> str:
        return self.name


class MemberCare(Row):
    """What a host must know of a member: food, access, religion. Seen by liaison staff alone."""

    member = models.OneToOneField("network.DelegationMember", on_delete=models.PROTECT, related_name="care")
    needs_ko = models.CharField(max_length=300, blank=True)
    needs_en = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "network_delegation_care"

    def __str__(self) -> str:
        return pick(self.needs_ko, self.needs_en)


class Screening(Row):
    """One check of one member, as it was last made."""

    member = models.ForeignKey("network.DelegationMember", on_delete=models.PROTECT, related_name="screenings")
    check_kind = models.CharField(max_length=20, choices=[(c, c) for c in CHECKS])
    result = models.CharField(max_length=10, choices=[(r, r) for r in RESULTS])
    note = models.CharField(max_length=300, blank=True)
    checked_at = models.DateTimeField()
    checked_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "network_delegation_screening"
        constraints = (
            models.UniqueConstraint(name="screening_once", fields=["member", "check_kind"]),
            models.CheckConstraint(
                name="screening_known", condition=models.Q(check_kind__in=CHECKS, result__in=RESULTS)
            ),
        )

    def __str__(self) -> str:
        return f"{self.check_kind}: {self.result}"
