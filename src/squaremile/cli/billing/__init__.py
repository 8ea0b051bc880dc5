"""The command `billing`: prices without a server."""
