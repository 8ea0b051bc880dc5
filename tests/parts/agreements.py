"""For the tests of the whole product: agreements, commitments and KPIs."""
