"""Meanings of parameters: items, stock, the minibar and its charges."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {
    "barcode": Known("Barcode of the package", "8801234567893", 60),
    "catalogue_no": Known("The supplier's catalogue number", "11965092", 60),
    "charge": Known("Code of a charge", "CH-7K3M9QXA", 20),
    "content": Known("What one package of a chemical holds, with its unit", "500 mL", 40),
    "contents": Known("Code of a lot → how many are inside now, as a reader at the cabinet says", {"LT-7K3M9QXA": 3}),
    "door_opening": Known("Code of an opening of a minibar", "OP-7K3M9QXA", 20),
    "item": Known("Code of an item, or the barcode of its package", "IT-7K3M9QXA", 60),
    "once": Known("Names the act: the same is never done twice", "receipt-2027-03-01-4", 80),
    "package": Known("How it is packed: piece, bottle, box, bag, pack, roll, tube or kit", "bottle", 10),
    "pieces": Known("How many packages", 2),
    "price": Known("What one package costs, in major units of the currency", "45000"),
    "reader": Known("phone or rfid: how a minibar knows its contents", "phone", 5),
    "reorder_point": Known("It is to be ordered when so many or fewer are left", 5),
    "reorder_to": Known("Up to how many it is then ordered", 20),
    "restock": Known("Whether it is on its shelf again", True),
    "stock_lot": Known("Code of a lot", "LT-7K3M9QXA", 20),
    "stock_point": Known("Code of a stockroom or minibar, as on its door", "SP-7K3M9QXA", 20),
    "supplier": Known("Who sells it", "Thermo Fisher Scientific", 120),
    "to_point": Known("Code of the stockroom or minibar that it goes to", "SP-7K3M9QXA", 20),
    "unit_cost": Known("What one package cost the operator", "38000"),
}
