"""The package for the office (format ``nhomtre/2``): figures and counts, while the records of children and staff stay at home."""
