"""Scan statistics: where cases gather more than chance allows, and how sure that is."""
