"""Browsers of the world's people, for tests of pages."""

from collections.abc import Callable

from django.contrib.auth import get_user_model
from django.test import Client

from squaremile.kernel.scope import scope, system
from tests.world import World

Enter = Callable[..., Client]


def browser(world: World, who: str = "", language: str = "en") -> Client:
    """A browser in which `who` has signed in; without a name, a visitor's."""
    client = Client(headers={"accept": "text/html", "accept-language": language})
    client.cookies["django_language"] = language
    if who:
        with scope(system("auth")):
            client.force_login(get_user_model().objects.get(id=world.people[who]))
    return client
