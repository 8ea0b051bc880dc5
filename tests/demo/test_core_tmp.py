import pytest

from squaremile.billing.models import Invoice, JournalExport, TaxFiling
from squaremile.cli.demo import money
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system


@pytest.mark.django_db
def test_it(world):
    now = clock.now()
    with scope(system("setup")):
        list(money.make(world.organisations, ["HANBIT", "SAEBOM"], now, now.date()))
        print(list(Invoice.objects.values_list("code", "gross", "payable")), TaxFiling.objects.count(), JournalExport.objects.count())
        assert Invoice.objects.count() == 2
