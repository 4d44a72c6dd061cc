"""Sheet V of form 02-TH-ĐN, primary schools, school year 2020-2021: rooms, typed, with formulas that live; no records but the profile."""
