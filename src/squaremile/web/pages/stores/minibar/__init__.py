"""The minibar on the phone: open, list, close, and what it came to."""
