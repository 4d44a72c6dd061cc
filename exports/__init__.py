"""Files in and out: the print, the workbooks, the list of missing information. Knows forms, never a screen."""
