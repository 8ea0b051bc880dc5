"""Money: the month close, bills and documents, costs so far, rate cards, accounts."""
