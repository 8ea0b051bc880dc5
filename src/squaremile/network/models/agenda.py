"""What a meeting is made from: the subjects and people both sides agreed on."""

from django.db import models

from squaremile.kernel.models import Row, code_fits_addresses
from squaremile.kernel.words import pick

SIDES = ("asker", "candidate", "staff")


class Agenda(Row):
    """The agenda of one need's meeting. Its company reads it once it is agreed; before that it is the liaison staff's."""

    code = models.CharField(max_length=20, unique=True)
    need = models.ForeignKey("network.Need", on_delete=models.PROTECT, related_name="agendas")
    title_ko = models.CharField(max_length=200, blank=True)
    title_en = models.CharField(max_length=200, blank=True)
    drafted_at = models.DateTimeField()
    drafted_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    agreed_at = models.DateTimeField(null=True)
    agreed_by = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "network_agenda"
        constraints = (
            code_fits_addresses("agenda_code_fits"),
            models.CheckConstraint(name="agenda_titled", condition=~models.Q(title_ko="", title_en="")),
            models.CheckConstraint(
                name="agenda_agreed_paired",
                condition=models.Q(agreed_at=None, agreed_by=None)
                | models.Q(agreed_at__isnull=False, agreed_by__isnull=False),
            ),
        )

    @property
    def title(self) -> str:
        return pick(self.title_ko, self.title_en)

    def __str__(self) -> str:
        return self.title


class AgendaSubject(Row):
    """One subject, and how long it takes. Seen as its agenda is."""

    agenda = models.ForeignKey("network.Agenda", on_delete=models.PROTECT, related_name="subjects")
    position = models.PositiveSmallIntegerField()
    says_ko = models.CharField(max_length=300, blank=True)
    says_en = models.CharField(max_length=300, blank=True)
    minutes = models.PositiveSmallIntegerField(default=20)

    class Meta:
        db_table = "network_agenda_subject"
        constraints = (
            models.UniqueConstraint(fields=["agenda", "position"], name="agenda_subject_ordered"),
            models.CheckConstraint(name="agenda_subject_says", condition=~models.Q(says_ko="", says_en="")),
            models.CheckConstraint(name="agenda_subject_sound", condition=models.Q(minutes__range=(5, 600))),
        )

    def __str__(self) -> str:
        return pick(self.says_ko, self.says_en)


class AgendaPerson(Row):
    """Somebody who comes: a candidate who said yes, or somebody of the asker's or of ours by name."""

    agenda = models.ForeignKey("network.Agenda", on_delete=models.PROTECT, related_name="people")
    side = models.CharField(max_length=10, choices=[(s, s) for s in SIDES])
    check_said = models.ForeignKey("network.SoftCheck", on_delete=models.PROTECT, null=True, related_name="+")
    """The answer by which a candidate agreed in principle."""
    name_ko = models.CharField(max_length=200, blank=True)
    name_en = models.CharField(max_length=200, blank=True)
    wish = models.OneToOneField("network.VisitWish", on_delete=models.PROTECT, null=True, related_name="agenda_person")
    """The wish of a visit that the candidate became."""

    class Meta:
        db_table = "network_agenda_person"
        constraints = (
            models.UniqueConstraint(fields=["agenda", "check_said"], name="agenda_person_once"),
            models.CheckConstraint(name="agenda_person_named", condition=~models.Q(name_ko="", name_en="")),
            models.CheckConstraint(
                name="agenda_person_sided",
                condition=models.Q(side="candidate", check_said__isnull=False)
                | models.Q(side__in=("asker", "staff"), check_said=None, wish=None),
            ),
        )

    def __str__(self) -> str:
        return pick(self.name_ko, self.name_en)
