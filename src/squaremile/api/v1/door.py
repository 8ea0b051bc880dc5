"""The one router of version 1: an address that is read and written must be one entry, or its other methods are lost."""

from ninja import Router

router = Router()
