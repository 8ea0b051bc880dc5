"""Services of the house: asking for them, the desk that does them, and loads."""
