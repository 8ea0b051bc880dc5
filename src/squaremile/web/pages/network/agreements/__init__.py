"""Pages of agreements, commitments and KPIs."""
