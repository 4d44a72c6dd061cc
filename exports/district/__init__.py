"""The district's desk: what facilities sent, read, checked, chosen, added up; and whether paper and file agree."""
