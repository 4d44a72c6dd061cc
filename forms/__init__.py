"""The domain: what form 01-MN-ĐN is, how it follows from a facility's records, and how it is kept.

Floors, each knowing only those before it: ``model`` (shapes), ``sets`` (the forms as data), ``dossier`` (the document),
``report`` and ``entry`` (what is worked out of it, what comes into it), ``package`` (as JSON), ``store`` (on disk).
Standard library only, but for ``store``; everything else is pure: no files, no clock.
"""
