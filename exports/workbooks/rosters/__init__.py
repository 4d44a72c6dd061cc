"""The upload workbooks: classes, children and staff in the columns of their declarations."""
