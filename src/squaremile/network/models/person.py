"""A person of the directory, and how she may be reached."""

from django.db import models

from squaremile.kernel.models import Row, both_names, code_fits_addresses
from squaremile.kernel.words import pick

KINDS = ("researcher", "founder", "manager", "investor", "official", "staff")
CONTACT_WAYS = ("open", "liaison", "none")


class Person(Row):
    """Somebody who can help or be met. `user` is set once she has claimed the profile as her own.

    Everyone in the cluster sees it, unless it is hidden: then she herself and liaison staff.
    """

    code = models.CharField(max_length=20, unique=True)
    user = models.OneToOneField("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    claimed_at = models.DateTimeField(null=True)
    partner = models.ForeignKey("network.Partner", on_delete=models.PROTECT, null=True, related_name="people")
    lab = models.ForeignKey("network.Lab", on_delete=models.PROTECT, null=True, related_name="people")
    kind = models.CharField(max_length=20, choices=[(k, k) for k in KINDS])
    name_ko = models.CharField(max_length=120, blank=True)
    name_en = models.CharField(max_length=120, blank=True)
    also = models.CharField(max_length=300, blank=True)
    """Other spellings she is found by."""
    role_ko = models.CharField(max_length=120, blank=True)
    role_en = models.CharField(max_length=120, blank=True)
    rank = models.PositiveSmallIntegerField(default=0)
    """Level for protocol, 1 (student, staff) to 5 (head of the body); 0 is not known."""
    bio_ko = models.TextField(blank=True)
    bio_en = models.TextField(blank=True)
    orcid = models.CharField(max_length=19, null=True, unique=True)
    website = models.URLField(max_length=300, blank=True)
    speaks = models.CharField(max_length=40, blank=True)
    """Languages, ISO 639-1, comma between: ko,en."""
    contact_way = models.CharField(max_length=10, default="liaison", choices=[(w, w) for w in CONTACT_WAYS])
    consented_at = models.DateTimeField(null=True)
    """When she agreed to be listed; empty for what public sources say."""
    consent_withdrawn_at = models.DateTimeField(null=True)
    """When she last took her consent back; she is hidden until she gives it again."""
    source = models.CharField(max_length=40, blank=True)
    hidden = models.BooleanField(default=False)
    merged_into = models.ForeignKey("network.Person", on_delete=models.PROTECT, null=True, related_name="+")
    """Set when she was found to be the same as another; undone by clearing it."""
    created_at = models.DateTimeField()

    class Meta:
        db_table = "network_person"
        constraints = (
            both_names("person_named"),
            code_fits_addresses("person_code_fits"),
            models.CheckConstraint(name="person_kind_known", condition=models.Q(kind__in=KINDS)),
            models.CheckConstraint(name="person_contact_known", condition=models.Q(contact_way__in=CONTACT_WAYS)),
            models.CheckConstraint(name="person_rank_known", condition=models.Q(rank__range=(0, 5))),
            models.CheckConstraint(
                name="person_orcid_formed",
                condition=models.Q(orcid=None) | models.Q(orcid__regex=r"^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$"),
            ),
            models.CheckConstraint(
                name="person_claim_paired",
                condition=models.Q(user=None, claimed_at=None)
                | models.Q(user__isnull=False, claimed_at__isnull=False),
            ),
            models.CheckConstraint(name="person_not_merged_into_herself", condition=~models.Q(merged_into=models.F("id"))),
        )
        indexes = (models.Index(fields=["partner"], name="person_of_partner"),)

    @property
    def name(self) -> str:
        return pick(self.name_ko, self.name_en)

    def __str__(self) -> str:
        return self.name


class Contact(Row):
    """A person's address and telephone. Seen by herself and liaison staff; by others where her contact way is open."""

    person = models.OneToOneField("network.Person", on_delete=models.PROTECT, related_name="contact")
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    class Meta:
        db_table = "network_contact"

    def __str__(self) -> str:
        return str(self.person_id)


class PersonCare(Row):
    """What a host must know of a person: food, access, religion. For herself and liaison staff, however open she is."""

    person = models.OneToOneField("network.Person", on_delete=models.PROTECT, related_name="care")
    needs_ko = models.CharField(max_length=200, blank=True)
    needs_en = models.CharField(max_length=200, blank=True)

    class Meta:
        db_table = "network_person_care"

    def __str__(self) -> str:
        return str(self.person_id)
