"""The print: form 01-MN-ĐN as a PDF, pages worked out before anything is drawn."""
