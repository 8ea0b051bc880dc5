"""Equipment, reservations, sessions, rules of use, maintenance: who may use what, when."""
