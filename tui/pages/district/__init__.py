"""The district's desk: what arrived, one facility's report, the summed tables."""
