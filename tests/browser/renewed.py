"""The server's entry point for a database that is made anew between two tests: no connection to the one before is trusted."""

from django.conf import settings

from squaremile.config.wsgi import application

__all__ = ["application"]
settings.DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
