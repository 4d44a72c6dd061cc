"""What a print and a workbook share: the tables laid out once, the facts around them, the document they make."""
