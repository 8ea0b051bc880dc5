"""What is published so that others can check training passports."""
