-- The four roles, as `squaremile migrate` makes them (src/squaremile/config/database.py). For reading, and for
-- installations whose administrator makes roles by hand: run it once as a superuser, in the database, before the
-- first `squaremile migrate`, and give DATABASE_URL a login that is a member of sm_owner.
--
--   sm_owner   owns every table and migrates. Nobody serves with it.
--   sm_app     serves. It owns nothing, bypasses nothing, and deletes only where a migration grants it.
--   sm_backup  dumps. The only one that may bypass row security, and it can only read.
--   sm_atlas   reads the views that are published.
--
-- Passwords: `squaremile migrate` sets those derived from SECRET_KEY. Where sites manage their own, give the
-- address of sm_app in DATABASE_APP_URL.

CREATE ROLE sm_owner LOGIN;
CREATE ROLE sm_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
CREATE ROLE sm_backup LOGIN NOSUPERUSER BYPASSRLS NOCREATEDB NOCREATEROLE;
CREATE ROLE sm_atlas LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO sm_owner;
GRANT USAGE ON SCHEMA public TO sm_app, sm_backup, sm_atlas;

ALTER DEFAULT PRIVILEGES FOR ROLE sm_owner IN SCHEMA public GRANT SELECT, INSERT, UPDATE ON TABLES TO sm_app;
ALTER DEFAULT PRIVILEGES FOR ROLE sm_owner IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO sm_app;
ALTER DEFAULT PRIVILEGES FOR ROLE sm_owner IN SCHEMA public GRANT SELECT ON TABLES TO sm_backup;
ALTER DEFAULT PRIVILEGES FOR ROLE sm_owner IN SCHEMA public GRANT SELECT ON SEQUENCES TO sm_backup;
