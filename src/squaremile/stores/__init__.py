"""Stores: what companies take and order here — stockroom, minibar, orders, recalls — and what comes to the dock: parcels, gas."""
