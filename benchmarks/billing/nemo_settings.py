"""NEMO's settings of the other races, with NEMO-billing before it, as its own manual says."""

from benchmarks.nemo_settings import *  # noqa: F403 - Django reads every name of a settings module
from benchmarks.nemo_settings import INSTALLED_APPS as _OTHERS

INSTALLED_APPS = [*_OTHERS[:7], "NEMO_billing", "NEMO_billing.rates", "NEMO_billing.invoices", *_OTHERS[7:]]
