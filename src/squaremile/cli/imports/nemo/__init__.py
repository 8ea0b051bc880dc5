"""Migrating from NEMO (laboratory logistics, NIST): from its ``dumpdata`` JSON to a plan of our own nouns."""
