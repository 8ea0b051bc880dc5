"""Facts that domains publish: one file per domain, frozen dataclasses, nothing else."""
