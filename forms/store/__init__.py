"""Where dossiers are kept: journal, TinyDB file, lock, generations."""

from forms.store.store import NoDossier, Session, Store

__all__ = ["NoDossier", "Session", "Store"]
