"""Rules of the trade that know no database."""
