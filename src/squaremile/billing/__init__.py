"""Billing: what usage costs and why. Rate cards price what metering counted; every amount carries the rules behind it."""
