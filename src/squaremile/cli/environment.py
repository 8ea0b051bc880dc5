"""How a command enters Django, as the serving role or, in a process of its own, as the owner."""

import os
import subprocess
import sys

from squaremile.config import database, env
from squaremile.kernel.words import language


def development() -> None:
    """Development's defaults, for commands that are about trying things."""
    os.environ.setdefault("DEBUG", "true")


def enter() -> None:
    """Set Django up, once; the operations of every domain are registered."""
    import warnings

    warnings.filterwarnings("ignore", module="platformdirs")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "squaremile.config.settings")
    import django
    from django.utils.translation import activate

    django.setup()
    activate(language.get())
    from squaremile.atlas import operations as _atlas
    from squaremile.booking import operations as _booking
    from squaremile.core import operations as _core
    from squaremile.metering import operations as _metering
    from squaremile.network import operations as _network
    from squaremile.residency import operations as _residency
    from squaremile.safety import operations as _safety
    from squaremile.spaces import operations as _spaces
    from squaremile.stores import operations as _stores


def secret() -> str:
    return env.secret_key(development=env.flag("DEBUG"))


def address() -> str:
    """The owner's way into the database; starts the embedded server where none is given."""
    return database.admin_url()


def as_owner(*words: str) -> None:
    """Run one of Django's commands as `sm_owner`, in a process of its own: this one never has its rights."""
    owner = {**os.environ, "SQUAREMILE_DB_ROLE": "owner", "DJANGO_SETTINGS_MODULE": "squaremile.config.settings"}
    subprocess.run([sys.executable, "-m", "django", *words], check=True, env=owner)
