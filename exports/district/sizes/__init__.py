"""How large the facilities are: totals by ward and by kind, what stands out in one report beside the others."""
