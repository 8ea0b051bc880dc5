"""One after the other, where two at once would each pass what both together must not."""

from django.db import connection


def take_turns(*about: object) -> None:
    """Wait for whoever does the same just now, until the end of her transaction. It locks a name, not a row: nobody learns
    from it what there is."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 42))", [":".join(map(str, about))])
