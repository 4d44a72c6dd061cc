"""The words of a complaint whose row is no record of ours."""

AT_A_NAMED_ROW = "dòng {row} «{name}»: {text}"
AT_A_ROW = "dòng {row}: {text}"
