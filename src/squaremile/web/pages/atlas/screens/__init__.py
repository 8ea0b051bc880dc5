"""The atlas seen: map, square mile, comparison, opportunities, trends, network, and the cluster's own figures."""
