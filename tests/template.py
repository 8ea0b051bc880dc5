"""Makes the template database. Run as `python -m tests.template` with DATABASE_URL naming it."""

import os
import subprocess
import sys

from squaremile.config import database, env


def main() -> None:
    url = database.admin_url()
    database.prepare(url, env.secret_key(development=True))
    owner = {**os.environ, "SQUAREMILE_DB_ROLE": "owner", "DJANGO_SETTINGS_MODULE": "squaremile.config.settings"}
    subprocess.run([sys.executable, "-m", "django", "migrate", "-v0"], check=True, env=owner)
    os.environ["DJANGO_SETTINGS_MODULE"] = "squaremile.config.settings"
    import django

    django.setup()
    from tests.world import build_world

    build_world(existing=False)


if __name__ == "__main__":
    main()
