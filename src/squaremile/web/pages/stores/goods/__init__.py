"""The catalogue, an item with its lots, and where stock stands."""
