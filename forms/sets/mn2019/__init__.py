"""Form 01-MN-ĐN of 2019: five tables, the records behind them, the rules, code lists and states of a report.

Source: the export of form 01-MN-ĐN, letter 849/GDĐT-CSVC of 13/9/2019, the data description of 26/10/2020.
"""
