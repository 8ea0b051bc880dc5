"""Calls that everybody may read, and applications as their writers have them behind their key."""
