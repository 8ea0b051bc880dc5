"""Signing in, invitations, and entering as a persona in demo mode."""
