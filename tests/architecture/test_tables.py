"""The database's own rules, read from its catalogue: row security, grants, constraints."""

import pytest
from django.apps import apps
from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import connection, models

from squaremile.kernel.models import PeriodField

OURS = ("core", "spaces", "metering", "booking", "network", "residency", "safety", "stores", "billing", "atlas")
OPEN_TABLES = {
    "django_session": "found only by a random key; holds no business",
    "django_migrations": "names of migrations",
    "django_content_type": "names of tables",
    "auth_group": "unused: roles are ours",
    "auth_group_permissions": "unused",
    "auth_permission": "unused",
    "pghistory_context": "unused: history rows carry no context",
}
CLOSED_BY_THE_WORKER = {("Session", "ended_at")}
"""A forgotten session is ended by the worker, who is nobody: then there is a time and no person."""
CLUSTER_WIDE_UNIQUE = {
    "code": "a random or catalogue code",
    "secret_hash": "a hash of a random secret", "key": "a random key that is handed over",
    "position": "a random place in a status list",
    "email": "sign-in needs it",
    "external_id": "staff only",
    "origin": "made from a key",
    "ror": "a public identifier of a body in the open directory",
    "openalex": "a public identifier of an organisation of the atlas",
    "lei": "a public identifier of an organisation of the atlas",
    "orcid": "a public identifier of a person in the open directory",
}


def rows(sql: str, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def our_models():
    return [m for m in apps.get_models() if m._meta.app_label in OURS]


@pytest.mark.django_db
class TestRoles:
    def test_tests_run_as_the_serving_role(self):
        assert rows("SELECT current_user::text, session_user::text") == [("sm_app", "sm_app")]

    def test_the_serving_role_has_no_bypass_and_owns_nothing(self):
        assert rows(
            "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = 'sm_app'"
        ) == [(False, False, False, False)]
        assert rows("SELECT relname FROM pg_class WHERE relowner = 'sm_app'::regrole") == []
        assert rows("SELECT pg_has_role('sm_app', 'sm_owner', 'MEMBER')") == [(False,)]


@pytest.mark.django_db
class TestRowSecurity:
    def test_every_table_is_secured_and_forced(self):
        bare = rows(
            "SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind IN ('r', 'p')"
            " AND nspname = 'public' AND NOT (relrowsecurity AND relforcerowsecurity) ORDER BY 1"
        )
        assert sorted(OPEN_TABLES) == [name for (name,) in bare]

    def test_every_table_with_an_organisation_asks_for_it(self):
        """A policy for reading must mention the organisation, the person or a detail that does."""
        policies = dict(rows("SELECT tablename, qual FROM pg_policies WHERE cmd = 'SELECT' AND 'sm_app' = ANY (roles) AND permissive = 'PERMISSIVE'"))
        for model in our_models():
            names = {f.column for f in model._meta.fields}
            if "organisation_id" in names:
                assert "sm_orgs" in policies[model._meta.db_table] or "sm_system" in policies[model._meta.db_table]

    def test_policies_evaluate_the_scope_once_per_statement(self):
        """`sm_orgs()` bare would run for every row: it stands in a scalar sub-select."""
        loose = [
            (table, policy)
            for table, policy, text in rows(
                "SELECT tablename, policyname, coalesce(qual, '') || coalesce(with_check, '') FROM pg_policies"
            )
            if text.count("sm_")
            and text.count("SELECT sm_")
            != text.count("sm_actor()")
            + text.count("sm_orgs()")
            + text.count("sm_staff()")
            + text.count("sm_staff_roles()")
            + text.count("sm_system()")
            + text.count("sm_operator()")
            + text.count("sm_held()")
        ]
        assert loose == []

    def test_what_runs_with_its_owners_rights_looks_at_our_tables_alone(self):
        """Temporary objects come first in every search path that does not name them: they must come last."""
        found = rows("SELECT proname, array_to_string(proconfig, ',') FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace")
        assert len(found) > 5
        assert [name for name, config in found if "search_path=pg_catalog, public, pg_temp" not in (config or "")] == []

    def test_the_serving_role_makes_no_temporary_objects(self):
        assert rows("SELECT has_database_privilege('sm_app', current_database(), 'TEMP, CREATE')") == [(False,)]

    def test_no_materialised_view_is_granted_to_the_serving_role(self):
        assert (
            rows("SELECT relname FROM pg_class WHERE relkind = 'm' AND has_table_privilege('sm_app', oid, 'SELECT')")
            == []
        )

    def test_without_a_scope_nothing_is_visible(self):
        for model in our_models():
            assert rows(f'SELECT count(*) FROM "{model._meta.db_table}"') == [(0,)], model._meta.db_table

    def test_history_is_never_changed(self):
        for table in (
            "core_activity",
            "metering_usage_event",
            "booking_reservation_transition",
            "booking_equipment_history",
            "booking_rules_history",
            "core_stored_file",
            "billing_invoice",
            "billing_invoice_line",
            "billing_entry",
            "billing_posting",
        ):
            assert rows("SELECT has_table_privilege('sm_app', %s, 'UPDATE, DELETE, TRUNCATE')", table) == [(False,)]


class TestShape:
    def test_foreign_keys_protect_and_point_down(self):
        floor = {
            "core": 0, "spaces": 1, "metering": 2, "safety": 2, "booking": 3, "network": 3, "residency": 3, "stores": 3, "billing": 3, "atlas": 4,
        }
        for model in our_models():
            for field in model._meta.fields:
                if isinstance(field, models.ForeignKey) and not field.name.startswith("pgh_"):
                    target = field.remote_field.model._meta.app_label
                    assert field.remote_field.on_delete in (models.PROTECT, models.DO_NOTHING), f"{model}.{field.name}"
                    assert floor[target] <= floor[model._meta.app_label], f"{model}.{field.name}"

    def test_every_period_is_kept_sound(self):
        for model in our_models():
            checks = " ".join(
                str(c.condition) for c in model._meta.constraints if isinstance(c, models.CheckConstraint)
            )
            for field in model._meta.fields:
                if isinstance(field, PeriodField):
                    assert f"{field.name}__isempty" in checks, f"{model.__name__}.{field.name}"

    def test_what_is_unique_across_companies_reveals_nothing(self):
        for model in our_models():
            for field in model._meta.fields:
                if field.unique and not field.primary_key and not field.is_relation:
                    assert field.name in CLUSTER_WIDE_UNIQUE, f"{model.__name__}.{field.name}"

    def test_who_and_when_come_in_pairs(self):
        """`x_at` and `x_by` of one act are both there or both absent (a CHECK), unless the act always happened."""
        for model in our_models():
            names = {f.name: f for f in model._meta.fields}
            for name, field in names.items():
                mate = names.get(name.removesuffix("_at") + "_by")
                if (model.__name__, name) in CLOSED_BY_THE_WORKER:
                    continue
                if name.endswith("_at") and mate is not None and field.null and mate.null:
                    checks = " ".join(
                        str(c.condition) for c in model._meta.constraints if isinstance(c, models.CheckConstraint)
                    )
                    assert name in checks and mate.name in checks, f"{model.__name__}: {name}, {mate.name}"

    def test_every_model_says_what_it_is_for(self):
        own = [m for m in our_models() if not m.__name__.endswith("History")]
        assert [
            m.__name__ for m in own if not (m.__doc__ or "").strip() or m.__doc__.startswith(f"{m.__name__}(")
        ] == []

    def test_no_double_booking_can_be_written(self):
        from squaremile.booking.models import Reservation

        kinds = [c for c in Reservation._meta.constraints if isinstance(c, ExclusionConstraint)]
        assert [c.name for c in kinds] == ["reservation_no_overlap"]
