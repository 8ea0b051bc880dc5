"""Meters and append-only usage events: what was used, by whom, how much. Billing prices it; metering never does."""
