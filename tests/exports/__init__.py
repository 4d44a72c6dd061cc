"""Tests of the files out."""
