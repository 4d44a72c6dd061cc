"""Forms that nobody is offered, a folder each: what a form is stands in its folder, and this is the proof.

``test_journeys`` takes every one of them from the first key to the district's sum; a new folder with a ``form.py`` is taken along
by itself.
"""
