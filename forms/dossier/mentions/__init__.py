"""Where words tell of a person: by name, given name, day of birth, number, code, address of mail, in the ways in which people write them."""
