"""People of companies: the first day, who is counted, who leaves, and what everybody still has to do."""
