"""Incidents: reporting in a minute, the incident desk, locked places and drills."""
