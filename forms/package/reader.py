"""Reading a package. Every part is checked and cleaned; the offences are collected.

What is not a package of this form is refused, every offence with its path. Whatever a rule can report
(unknown codes, days that do not exist, a child in no class) is taken and reported by the check.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from forms.dossier.content import Tree
from forms.dossier.doubts import Doubt
from forms.dossier.place_names import read_place
from forms.dossier.roster import SchoolYear
from forms.model.declared import Frozen
from forms.model.errors import Refused
from forms.model.issue import ISSUE_COUNTS
from forms.model.record import FieldRole, RecordType
from forms.model.text import clean, shorten
from forms.model.values import NotJson, Record, loads
from forms.package import package_words as words
from forms.package.package_keys import CELL_TEXTS, FORMAT, OFFICE_FORMAT, SENT_KEYS
from forms.package.parts import (
    CELL_NUMBER,
    CELL_TEXT,
    CELL_VALUE,
    FORM_KEY,
    MEGABYTE,
    Offence,
    PackageRefused,
    PartReader,
    form_of_file,
    join,
)
from forms.package.withheld import withheld_words
from forms.sets.form_set import FormSet

MAX_BYTES = 10 * MEGABYTE

_KEYS_OF_BOTH = (
    "format",
    FORM_KEY,
    "school_year",
    "cells",
    "reasons",
    "notes",
    "reviewed",
    "explanations",
    "taken_at",
    "state",
    "revision",
    *SENT_KEYS,
    "package_hash",
)
_KEYS = {
    FORMAT: (*_KEYS_OF_BOTH, "doubts", "taken", "records_hash"),
    OFFICE_FORMAT: (*_KEYS_OF_BOTH, "figures", "counts", "records"),
}
"""Format → its keys beside the places of the records."""


class Package(Frozen):
    """A package read and cleaned: its form, its school year and the parts that it holds, as a dossier keeps them.

    Lists are in entry order as (ref or None, record). One without its records has no lists, all its ``figures``, and in
    ``withheld`` the hash of the records that it was made of and how many ``records`` and ``issues`` there are.
    """

    form: FormSet
    year: SchoolYear
    parts: Tree
    lists: Mapping[str, tuple[tuple[str | None, Record], ...]]

    def demand_records(self) -> None:
        """Raises Refused for a package that was made for the office."""
        if "withheld" in self.parts:
            raise Refused(withheld_words.FIGURES_ONLY)


def read(data: bytes, form: FormSet | None = None) -> Package:
    """The package in a file, with its records; of *form*, else of the one that it names. Raises PackageRefused with every offence, Refused for one that has none."""
    raw = parsed(data)
    if isinstance(raw, Mapping) and raw.get("format") == OFFICE_FORMAT:
        raise Refused(withheld_words.FIGURES_ONLY)
    return package_of(raw, form)


def parsed(data: bytes) -> Any:
    """The JSON of a file. Raises PackageRefused."""
    if len(data) > MAX_BYTES:
        raise PackageRefused([Offence("", words.TOO_BIG.format(most=MAX_BYTES // MEGABYTE))])
    try:
        return loads(data)
    except NotJson as error:
        reason = shorten(clean(str(error)))
        raise PackageRefused([Offence("", words.NOT_JSON.format(reason=reason))]) from None


def package_of(raw: Any, form: FormSet | None = None) -> Package:
    """The package in JSON that was read, with its records or without. Raises PackageRefused with every offence."""
    reader = _Reader(form or form_of_file(raw))
    package = reader.package(raw)
    if reader.offences or package is None:
        raise PackageRefused(reader.offences)
    return package


class _Reader(PartReader):
    """Reads a whole package."""

    def package(self, raw: Any) -> Package | None:
        if not isinstance(raw, Mapping):
            self.refuse("", words.NO_PACKAGE)
            return None
        own = raw.get("format")
        keys = _KEYS.get(own) if isinstance(own, str) else None
        if keys is None:
            self.refuse("format", words.OTHER_FORMAT.format(format=FORMAT))
            return None
        for key in raw:
            if key not in keys and key not in self.form.record_by_place:
                self.refuse(join("", key), words.UNKNOWN_PART)
        year = self.school_year(raw.get("school_year"))
        parts: dict[str, Any] = {}
        profile = self.form.facility
        if profile.place in raw:
            parts[profile.place] = self.record(profile, raw[profile.place], profile.place)
            self._same_year(year, parts[profile.place])
        lists = {record.place: self._list(record, raw.get(record.place, [])) for record in self.form.lists}
        parts["cells"] = self.cells(raw.get("cells", {}), "cells", CELL_VALUE)
        for key in CELL_TEXTS:
            parts[key] = self.cells(raw.get(key, {}), key, CELL_TEXT)
        parts["taken"] = self.cells(raw.get("taken", {}), "taken", CELL_NUMBER)
        if own == OFFICE_FORMAT:
            parts |= self._figures_and_counts(raw)
        for key, reader in _OTHER_PARTS.items():
            if key in raw:
                parts[key] = reader(self, raw[key], key)
        if year is None:
            return None
        return Package(
            self.form,
            year,
            {key: part for key, part in parts.items() if part not in (None, {}) or key == profile.place},
            lists,
        )

    def _figures_and_counts(self, raw: Mapping[str, Any]) -> dict[str, Any]:
        """What stands instead of the records: none of it may be missing."""
        for place in self.form.list_places:
            if place in raw:
                self.refuse(place, withheld_words.RECORDS_IN_IT)
        if not isinstance(raw.get("package_hash"), str):
            self.refuse("package_hash", withheld_words.NO_SEAL)
        records, counts = (
            self.mapping(raw.get("records"), "records"),
            self.mapping(raw.get("counts"), "counts"),
        )
        if records.get("withheld") is not True:
            self.refuse("records.withheld", withheld_words.NOT_WITHHELD)
        seal = records.get("hash")
        if not (isinstance(seal, str) and re.fullmatch("[0-9a-f]{64}", seal)):
            self.refuse("records.hash", withheld_words.NO_HASH)
        return {
            "figures": self.cells(raw.get("figures"), "figures", CELL_NUMBER),
            "withheld": {
                "hash": seal,
                "records": self._counts(counts.get("records"), "counts.records", self.form.list_places),
                "issues": self._counts(counts.get("issues"), "counts.issues", ISSUE_COUNTS),
            },
        }

    def _counts(self, raw: Any, path: str, keys: tuple[str, ...]) -> dict[str, int | None]:
        counts = self.mapping(raw, path)
        for key in counts:
            if key not in keys:
                self.refuse(join(path, key), words.UNKNOWN_PART)
        return {key: self.revision(counts.get(key), join(path, key)) for key in keys}

    def _same_year(self, year: SchoolYear | None, facility: Record | None) -> None:
        field = self.form.facility.field_by_role.get(FieldRole.SCHOOL_YEAR)
        own = (facility or {}).get(field.key) if field else None
        if field is not None and year is not None and isinstance(own, int) and own != year.start:
            path = f"{self.form.facility.place}.{field.key}"
            self.refuse(path, words.OTHER_SCHOOL_YEAR.format(own=own, year=year))

    def _list(self, record: RecordType, raw: Any) -> tuple[tuple[str | None, Record], ...]:
        if not isinstance(raw, list):
            self.refuse(record.place, words.NO_LIST)
            return ()
        records: list[tuple[str | None, Record]] = []
        known: set[str] = set()
        for number, item in enumerate(raw):
            path = f"{record.place}[{number}]"
            fields = dict(self.mapping(item, path))
            ref = self._ref(record, fields.pop("ref", None), f"{path}.ref", known)
            records.append((ref, self.record(record, fields, path)))
        return tuple(records)

    def _ref(self, record: RecordType, raw: Any, path: str, known: set[str]) -> str | None:
        if raw is None:
            return None
        if not isinstance(raw, str) or not re.fullmatch(rf"{record.letter}[0-9]{{4,9}}", raw):
            self.refuse(path, words.NO_REF.format(letter=record.letter))
        elif raw in known:
            self.refuse(path, words.REF_TWICE.format(ref=raw))
        else:
            known.add(raw)
            return raw
        return None

    def doubts(self, raw: Any, path: str) -> Tree:
        """Record → field → what was doubtful about its value."""
        by_record: dict[str, dict[str, Any]] = {}
        for place, raw_fields in self.mapping(raw, path).items():
            for key, raw_doubt in self.mapping(raw_fields, join(path, place)).items():
                where = join(join(path, place), key)
                named = read_place(f"{place}/{key}", self.form)
                record = self.form.record_by_place.get(place.partition("/")[0])
                if record is None or named is None or named.field != key:
                    self.refuse(where, words.UNKNOWN_FIELD)
                    continue
                doubt = self.mapping(raw_doubt, where)
                value = self.value(record, record.field_by_key[key], doubt.get("value"), join(where, "value"))
                texts = {name: self.text(doubt.get(name), join(where, name)) for name in Doubt._fields}
                if value is not None and texts["code"]:
                    by_record.setdefault(place, {})[key] = {**texts, "value": value}
        return by_record


_OTHER_PARTS: dict[str, Callable[[_Reader, Any, str], Any]] = {
    "reviewed": _Reader.reviewed,
    "doubts": _Reader.doubts,
    "explanations": _Reader.explanations,
    "taken_at": _Reader.text,
    "state": _Reader.state,
    "revision": _Reader.revision,
    **dict.fromkeys((*SENT_KEYS, "records_hash", "package_hash"), _Reader.text),
}
