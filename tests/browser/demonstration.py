"""The demonstration's data on a database of its own, as of AS_OF. Run as a module, with DATABASE_URL naming it."""

import os
import subprocess
import sys
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from squaremile.config import database, env

SEOUL = ZoneInfo("Asia/Seoul")
MORNING = time(10, 25, tzinfo=SEOUL)


def working_morning() -> datetime:
    """The last Wednesday morning that has passed and was no public holiday."""
    import holidays

    closed = holidays.country_holidays("KR")
    day = datetime.now(SEOUL).date() - timedelta(days=1)
    while day.weekday() != 2 or day in closed:
        day -= timedelta(days=1)
    return datetime.combine(day, MORNING).astimezone(UTC)


def main() -> None:
    url = database.admin_url()
    database.prepare(url, env.secret_key(development=True))
    owner = {**os.environ, "SQUAREMILE_DB_ROLE": "owner"}
    subprocess.run([sys.executable, "-m", "django", "migrate", "-v0", "--skip-checks"], check=True, env=owner)
    import django

    django.setup()
    from squaremile.cli.commands.demo import SEED
    from squaremile.cli.demo.build import FULL, Size, build
    from squaremile.kernel import clock

    # The same instruments and the same people to play, without the half year around them.
    size = FULL if os.environ.get("SCREENSHOTS") else Size(companies=6, days_back=2, days_ahead=3)
    with clock.as_of(datetime.fromisoformat(os.environ["AS_OF"])):
        assert build(SEED, lambda *told: None, size).made


if __name__ == "__main__":
    main()
