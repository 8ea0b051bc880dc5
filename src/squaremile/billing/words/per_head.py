"""Words of membership by the head."""

from squaremile.kernel.words import Text

SEATS = Text(ko="{seats}좌석 × {price}", en="{seats} seats × {price}")
SEAT = Text(ko="1좌석 × {price}", en="1 seat × {price}")
PRICE = Text(ko="인원별 회비: {since}부터 좌석당 월 {price}", en="Per head: {price} a seat and month since {since}")
COUNTED = Text(
    ko="{first}부터 {last}까지 {seats}명: {seats}좌석 × {price} = 월 {month}",
    en="{seats} people, {first} to {last}: {seats} seats × {price} = {month} a month")
ONE_COUNTED = Text(
    ko="{first}부터 {last}까지 1명: 1좌석 × {price} = 월 {month}", en="1 person, {first} to {last}: 1 seat × {price} = {month} a month")
