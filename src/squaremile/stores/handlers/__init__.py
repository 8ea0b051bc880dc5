"""Who is told what by the stores, a file a subject."""

from squaremile.stores.handlers import charges, orders, parcels, services

__all__ = ["charges", "orders", "parcels", "services"]
