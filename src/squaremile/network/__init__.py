"""The network: who can help, how they meet, what was promised, what came of it."""
