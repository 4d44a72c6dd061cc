"""The rules of the form as data, a line each: on tables, of sums and parts of rows, of records; ``book`` holds them all."""
