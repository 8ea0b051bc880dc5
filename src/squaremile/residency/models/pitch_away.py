"""When an applicant cannot pitch: what its writers said of times, before anybody gives it one."""

from django.db import models

from squaremile.kernel.models import PeriodField, Row, sound_period


class PitchAway(Row):
    """A time at which nobody of the company can pitch. Its own and programme staff's to see; panels never do."""

    application = models.ForeignKey("residency.Application", on_delete=models.PROTECT, related_name="+")
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="+")
    period = PeriodField()
    said_at = models.DateTimeField()
    active = models.BooleanField(default=True)
    """False once something else was said: the row stays."""

    class Meta:
        db_table = "residency_pitch_away"
        constraints = (sound_period("period", "pitch_away_period_sound"),)
        indexes = (models.Index(fields=["application"], name="pitch_away_of", condition=models.Q(active=True)),)

    def __str__(self) -> str:
        return str(self.application_id)
