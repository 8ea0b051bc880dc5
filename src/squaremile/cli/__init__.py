"""The command line: starting, keeping, filling and asking a squaremile."""
