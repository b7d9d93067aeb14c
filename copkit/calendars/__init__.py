"""Bank holidays and festivals, `.ics` files written and read, and what has been issued to people's calendars."""
