"""Workbooks of others, from bytes to cells: within limits, in a process of their own, or refused with a plain reason."""
