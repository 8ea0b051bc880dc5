"""The registry as one number: equal where every row is, so that what was undone can be proved."""

import hashlib

from django.db import connection

TABLES = (
    "atlas_activity", "atlas_activity_code", "atlas_claim", "atlas_claim_member", "atlas_crosswalk", "atlas_fact",
    "atlas_identifier", "atlas_organisation", "atlas_provenance", "atlas_region", "atlas_region_scheme", "atlas_site",
    "atlas_site_region", "atlas_source", "atlas_tie",
)  # fmt: skip
"""All but what remembers how it came to be: batches, pairs, merges, snapshots."""


def registry() -> str:
    """SHA-256 over the digests of all rows of all tables, in the order of their keys, as far as the asker sees them."""
    together = hashlib.sha256()
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(
                f"SELECT encode(sha256(coalesce(string_agg(sha256(convert_to(t::text, 'UTF8')), ''::bytea ORDER BY t.id), ''::bytea)), 'hex')"
                f" FROM {table} t"
            )
            together.update(f"{table}:{cursor.fetchone()[0]}\n".encode())
    return together.hexdigest()
