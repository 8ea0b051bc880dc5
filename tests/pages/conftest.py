"""Pages as a person sees them: signed in, in one language, on the world's Monday."""

from collections.abc import Callable
from importlib import import_module

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.test import Client

from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from tests.world import MONDAY, World

Visit = Callable[..., Client]


@pytest.fixture
def visit(world: World) -> Visit:
    """`visit("hana", "en")` is a browser in which she has signed in; an empty name is a visitor."""

    def entered(who: str = "", language: str = "ko") -> Client:
        client = Client(headers={"Accept-Language": language})
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
        if who:
            from squaremile.core.models import User

            with scope(system("auth")):
                user = User.objects.get(id=world.people[who])
                session = import_module(settings.SESSION_ENGINE).SessionStore()
                session[SESSION_KEY] = str(user.pk)
                session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
                session[HASH_SESSION_KEY] = user.get_session_auth_hash()
                session.save()
            client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
        return client

    return entered


@pytest.fixture
def monday():
    with clock.as_of(MONDAY):
        yield
