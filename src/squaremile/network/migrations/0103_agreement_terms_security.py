"""Terms are seen as their agreement is; the worker renews by the clause; who is bound is told without by what."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import alter, append_only, role, secure, system

KEEPS = f"{role('site_director', 'programme')} OR {system('setup')}"
WRITES = f"{KEEPS} OR {system('worker')}"
SEEN = "EXISTS (SELECT 1 FROM network_agreement a WHERE a.id = network_agreement_term.agreement_id)"
# The only term of those in force before terms were kept: row security stands aside for its owner meanwhile.
PAST = """
ALTER TABLE network_agreement NO FORCE ROW LEVEL SECURITY;
ALTER TABLE network_agreement_term NO FORCE ROW LEVEL SECURITY;
INSERT INTO network_agreement_term (id, agreement_id, number, starts_on, ends_on, by_clause, recorded_at)
  SELECT gen_random_uuid(), id, 1, coalesce(effective_on, signed_on), ends_on, false, moved_at FROM network_agreement
   WHERE ends_on >= coalesce(effective_on, signed_on) AND state IN ('signed', 'effective', 'renewed', 'completed', 'lapsed', 'terminated');
-- What the keys' checks still owe is settled first: a table with pending events is not altered.
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE network_agreement_term FORCE ROW LEVEL SECURITY;
ALTER TABLE network_agreement FORCE ROW LEVEL SECURITY;
"""
LIAISON = role("site_director", "programme")
# Whoever searches may hear that a body outside the cluster is bound, and nothing else: no row of an agreement leaves the
# function. That a company of the cluster is bound is for liaison staff; and nobody asks as if she were another company.
BOUND = f"""
CREATE POLICY network_agreement_definer ON network_agreement FOR SELECT TO sm_owner USING (true);
CREATE POLICY network_agreement_party_definer ON network_agreement_party FOR SELECT TO sm_owner USING (true);
CREATE POLICY network_partner_definer ON network_partner FOR SELECT TO sm_owner USING (true);
CREATE FUNCTION network_bound(candidates uuid[], asker uuid, day date) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT DISTINCT p.id
    FROM public.network_partner p
    JOIN public.network_agreement_party its ON its.partner_id = p.id OR its.organisation_id = p.organisation_id
    JOIN public.network_agreement a ON a.id = its.agreement_id
   WHERE p.id = ANY (candidates) AND sm_actor() IS NOT NULL
     AND ({LIAISON} OR p.organisation_id IS NULL AND (asker IS NULL OR asker = ANY (sm_orgs())))
     AND a.state IN ('signed', 'effective', 'renewed') AND (a.ends_on IS NULL OR a.ends_on >= day)
     AND (a.type = 'collaborative_research' OR a.type = 'licence' AND a.exclusive)
     AND (asker IS NULL OR NOT asker = ANY (a.readers))
     AND EXISTS (
       SELECT 1 FROM public.network_agreement_party r LEFT JOIN public.network_partner q ON q.id = r.partner_id
        WHERE r.agreement_id = a.id AND r.id <> its.id AND (r.organisation_id IS NOT NULL OR q.kind IN ('company', 'startup'))
     )
$$;
REVOKE ALL ON FUNCTION network_bound(uuid[], uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION network_bound(uuid[], uuid, date) TO sm_app;
"""
UNBOUND = """
DROP FUNCTION network_bound(uuid[], uuid, date);
DROP POLICY network_partner_definer ON network_partner;
DROP POLICY network_agreement_party_definer ON network_agreement_party;
DROP POLICY network_agreement_definer ON network_agreement;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("network", "0102_agreement_terms")]

    operations: ClassVar = [
        secure("network_agreement_term", select=SEEN, insert=WRITES),
        append_only("network_agreement_term"),
        alter("network_agreement", update=WRITES),
        migrations.RunSQL(PAST, migrations.RunSQL.noop),
        migrations.RunSQL(BOUND, UNBOUND),
    ]
