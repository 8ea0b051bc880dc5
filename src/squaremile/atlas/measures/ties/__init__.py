"""Who works with whom: centrality, communities, brokers, partners."""
