"""Permits: the register, their kinds, and who needs one for what."""
