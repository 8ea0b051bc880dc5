"""Row security of the atlas: the cluster reads what is published, staff read drafts, those who keep it write.

What is published is also given out as views to `sm_atlas`, the role of analysts' tools: they run with the owner's eyes,
which see published rows alone.
"""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, ANYONE, STAFF, append_only, role, secure, system

MACHINE = system("worker", "import", "setup")
KEEPS = f"{role('site_director', 'programme', 'lab_operations')} OR {system('import', 'setup')}"
DESK = f"{STAFF} OR {MACHINE}"
SHOWN = f"{ACTOR} IS NOT NULL AND (published OR {STAFF}) OR {MACHINE}"


def seen(table: str, of: str, column: str) -> str:
    """Whoever sees the row it belongs to sees it: the inner look is under its own policy."""
    return f"EXISTS (SELECT 1 FROM {of} o WHERE o.id = {table}.{column})"


def part(table: str, of: str, column: str, *, delete: bool = True) -> migrations.RunSQL:
    return secure(
        table, select=f"{DESK} OR {seen(table, of, column)}", insert=KEEPS, update=KEEPS,
        **({"delete": KEEPS} if delete else {}),
    )


_ONE, _OTHER = seen("atlas_tie", "atlas_organisation", "one_id"), seen("atlas_tie", "atlas_organisation", "other_id")
_SUBJECT = " OR ".join(
    f"kind = '{kind}' AND {seen('atlas_provenance', table, 'subject')}"
    for kind, table in (("organisation", "atlas_organisation"), ("site", "atlas_site"), ("region", "atlas_region"))
)
# The owner sees what is published, for the views that are given out; nothing else.
_PUBLISHED = {
    "atlas_region_scheme": "true",
    "atlas_source": "true",
    "atlas_activity_code": "true",
    "atlas_crosswalk": "true",
    "atlas_organisation": "published AND merged_into_id IS NULL",
    "atlas_region": "published",
    "atlas_claim": "published",
    "atlas_site": seen("atlas_site", "atlas_organisation", "organisation_id"),
    "atlas_activity": seen("atlas_activity", "atlas_organisation", "organisation_id"),
    "atlas_site_region": f"{seen('atlas_site_region', 'atlas_site', 'site_id')} AND {seen('atlas_site_region', 'atlas_region', 'region_id')}",
    "atlas_fact": seen("atlas_fact", "atlas_region", "region_id"),
    "atlas_tie": f"{_ONE} AND {_OTHER}",
    "atlas_snapshot": seen("atlas_snapshot", "atlas_claim", "claim_id"),
}
_DEFINERS = ";\n".join(
    f"CREATE POLICY {table}_definer ON {table} FOR SELECT TO sm_owner USING ({rule})" for table, rule in _PUBLISHED.items()
)
_UNDEFINERS = ";\n".join(f"DROP POLICY {table}_definer ON {table}" for table in _PUBLISHED)
VIEWS = {
    "atlas_view_organisation": "SELECT o.code, o.name_ko, o.name_en, o.also, o.kind, p.code AS parent, o.founded, o.status,"
    " o.country, o.city, o.ror, o.openalex, o.lei, o.website FROM atlas_organisation o"
    " LEFT JOIN atlas_organisation p ON p.id = o.parent_id",
    "atlas_view_site": "SELECT s.code, o.code AS organisation, s.address_ko, s.address_en, s.latitude, s.longitude, s.precision,"
    " s.cell_4km, s.cell_1km, s.cell_250m, s.opened, s.closed, s.jobs, s.floor_m2 FROM atlas_site s"
    " JOIN atlas_organisation o ON o.id = s.organisation_id",
    "atlas_view_region": "SELECT c.code AS scheme, r.code, r.name_ko, r.name_en, r.outline, r.area_km2, r.population"
    " FROM atlas_region r JOIN atlas_region_scheme c ON c.id = r.scheme_id",
    "atlas_view_site_region": "SELECT s.code AS site, c.code AS scheme, r.code AS region FROM atlas_site_region m"
    " JOIN atlas_site s ON s.id = m.site_id JOIN atlas_region r ON r.id = m.region_id JOIN atlas_region_scheme c ON c.id = r.scheme_id",
    "atlas_view_activity": "SELECT o.code AS organisation, a.scheme, a.code, a.name_ko, a.name_en, d.weight, s.code AS source"
    " FROM atlas_activity d JOIN atlas_organisation o ON o.id = d.organisation_id JOIN atlas_activity_code a ON a.id = d.activity_id"
    " JOIN atlas_source s ON s.id = d.source_id",
    "atlas_view_fact": "SELECT c.code AS region_scheme, r.code AS region, a.scheme, a.code, f.period, f.measure, f.value, f.suppressed,"
    " f.base, s.code AS source FROM atlas_fact f JOIN atlas_region r ON r.id = f.region_id"
    " JOIN atlas_region_scheme c ON c.id = r.scheme_id JOIN atlas_source s ON s.id = f.source_id"
    " LEFT JOIN atlas_activity_code a ON a.id = f.activity_id",
    "atlas_view_tie": "SELECT p.code AS one, q.code AS other, t.kind, t.period, t.weight, s.code AS source FROM atlas_tie t"
    " JOIN atlas_organisation p ON p.id = t.one_id JOIN atlas_organisation q ON q.id = t.other_id JOIN atlas_source s ON s.id = t.source_id",
    "atlas_view_claim": "SELECT c.code, c.text_ko, c.text_en, c.definition_ko, c.definition_en, c.query, n.value, n.base, n.unknown,"
    " n.taken_at, n.digest FROM atlas_claim c LEFT JOIN LATERAL (SELECT * FROM atlas_snapshot x WHERE x.claim_id = c.id"
    " ORDER BY x.taken_at DESC LIMIT 1) n ON true",
    "atlas_view_crosswalk": "SELECT a.scheme AS one_scheme, a.code AS one, b.scheme AS other_scheme, b.code AS other, x.weight"
    " FROM atlas_crosswalk x JOIN atlas_activity_code a ON a.id = x.one_id JOIN atlas_activity_code b ON b.id = x.other_id",
}
# Default rights would open every new view to the serving role, past its own row security: they are taken away.
_VIEWS = ";\n".join(
    f"CREATE VIEW {name} WITH (security_barrier) AS {sql}; REVOKE ALL ON {name} FROM sm_app; GRANT SELECT ON {name} TO sm_atlas"
    for name, sql in VIEWS.items()
)
_UNVIEWS = ";\n".join(f"DROP VIEW {name}" for name in VIEWS)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("atlas", "0001_initial"), ("core", "0009_definers")]

    operations: ClassVar = [
        secure("atlas_source", select=ANYONE, insert=KEEPS, update=KEEPS),
        secure("atlas_region_scheme", select=ANYONE, insert=KEEPS, update=KEEPS),
        secure("atlas_activity_code", select=ANYONE, insert=KEEPS, update=KEEPS),
        secure("atlas_crosswalk", select=ANYONE, insert=KEEPS, update=KEEPS, delete=KEEPS),
        secure("atlas_organisation", select=SHOWN, insert=KEEPS, update=KEEPS),
        secure("atlas_region", select=SHOWN, insert=KEEPS, update=KEEPS),
        secure("atlas_claim", select=SHOWN, insert=KEEPS, update=KEEPS),
        part("atlas_identifier", "atlas_organisation", "organisation_id"),
        part("atlas_site", "atlas_organisation", "organisation_id"),
        part("atlas_activity", "atlas_organisation", "organisation_id"),
        part("atlas_fact", "atlas_region", "region_id"),
        part("atlas_claim_member", "atlas_claim", "claim_id"),
        secure(
            "atlas_site_region",
            select=f"{DESK} OR {seen('atlas_site_region', 'atlas_site', 'site_id')}"
            f" AND {seen('atlas_site_region', 'atlas_region', 'region_id')}",
            insert=KEEPS, update=KEEPS, delete=KEEPS,
        ),
        secure(
            "atlas_tie", select=f"{DESK} OR {_ONE} AND {_OTHER}", insert=KEEPS, update=KEEPS, delete=KEEPS,
        ),
        secure(
            "atlas_provenance", select=f"{DESK} OR {_SUBJECT}", insert=KEEPS, update=KEEPS, delete=KEEPS,
        ),
        secure(
            "atlas_snapshot", select=f"{DESK} OR {seen('atlas_snapshot', 'atlas_claim', 'claim_id')}", insert=KEEPS,
        ),
        secure("atlas_batch", select=DESK, insert=KEEPS),
        secure("atlas_duplicate", select=DESK, insert=f"{KEEPS} OR {system('worker')}", update=f"{KEEPS} OR {system('worker')}"),
        secure("atlas_merge", select=DESK, insert=KEEPS, update=KEEPS),
        # Whoever has been told the code: a visitor is asked for as a member without a role.
        secure("atlas_share", select=f"{ACTOR} IS NOT NULL AND withdrawn_at IS NULL OR {DESK}", insert=KEEPS, update=KEEPS),
        append_only("atlas_snapshot", "atlas_batch"),
        migrations.RunSQL(_DEFINERS, _UNDEFINERS),
        migrations.RunSQL(_VIEWS, _UNVIEWS),
    ]
