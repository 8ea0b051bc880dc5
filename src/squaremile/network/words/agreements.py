"""Words of agreements, commitments and KPIs."""
