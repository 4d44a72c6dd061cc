"""The words of what leaves the house: exports, sendings, answers, differences, codes."""
