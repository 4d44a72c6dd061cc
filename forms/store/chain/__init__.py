"""The chain of the changes: lines that hold the sum of the one before, the last one acknowledged, the history they give."""
