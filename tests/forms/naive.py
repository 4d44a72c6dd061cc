"""«Lấy dữ liệu» a second time, in the plainest way: the official queries put to a package, record by record."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.builders import official

Record = dict[str, Any]
LISTS = {"class": "classes", "child": "children", "staff": "staff"}


class Naive:
    """A package and what the official queries say of it."""

    def __init__(self, package: dict[str, Any]) -> None:
        self.facility: Record = package.get("facility", {})
        self.records: dict[str, list[Record]] = {key: package.get(place, []) for key, place in LISTS.items()}
        self.records["facility"] = [self.facility]
        self.tables = official("tables")
        self.known: dict[tuple[int, str], Any] = {}

    def block(self) -> str | None:
        """The block of the ownership."""
        ownership = self.value("facility", self.facility, "ownership")
        return next((b["key"] for b in self.tables["blocks"] if ownership in b["ownership"]), None)

    def cells(self) -> dict[tuple[str, str, str], int]:
        """Every cell of tables 1-3."""
        own = self.block()
        found: dict[tuple[str, str, str], int] = {}
        for table in self.tables["tables"][:3]:
            for row in (row for row in table["rows"] if row["ma_so"]):
                counts = {
                    column["measure"]: self.count(row["query"], column["measure"])
                    for column in table["columns"]
                }
                for column in table["columns"]:
                    mine = column["block"] in ("TONG", own)
                    found[table["id"], row["code"][3:], column["key"]] = (
                        counts[column["measure"]] if mine else 0
                    )
        return found

    def count(self, query: dict[str, Any] | None, measure: str) -> int:
        """What a query counts under a measure."""
        if query is None:
            return 0
        kind = query["record"]
        conditions = {**query["where"], **self.tables["measure_filters"][measure]}
        total = 0
        for record in self.records[kind]:
            if self.counts(kind, record) and all(
                self.holds(self.value(kind, record, path), wanted) for path, wanted in conditions.items()
            ):
                total += self.value(kind, record, query["sum"]) or 0 if "sum" in query else 1
        return total

    def counts(self, kind: str, record: Record) -> bool:
        """Whether the record counts on 30/9."""
        wanted = self.tables["counted"][kind]
        return isinstance(wanted, str) or self.value(kind, record, "status") in wanted["status"]

    @staticmethod
    def holds(value: Any, wanted: Any) -> bool:
        """One condition of a query."""
        if value is None:
            return False
        if isinstance(wanted, list):
            return value in wanted
        if isinstance(wanted, dict):
            if "empty" in wanted:
                return not wanted["empty"]
            return bool(wanted.get("min", value) <= value <= wanted.get("max", value))
        return value is wanted

    def value(self, kind: str, record: Record, path: str) -> Any:
        """The value behind a path, None when it is empty, does not parse or is no code; worked out once."""
        if (id(record), path) not in self.known:
            self.known[id(record), path] = self.work_out(kind, record, path)
        return self.known[id(record), path]

    def work_out(self, kind: str, record: Record, path: str) -> Any:
        """The value behind a path."""
        owner, _, rest = path.partition(".")
        if rest:
            other = self.facility if owner == "facility" else self.class_of(record)
            return None if other is None else self.value(owner, other, rest)
        virtual = getattr(self, f"{kind}_{path}", None)
        if virtual is not None:
            return virtual(record)
        return _parsed(kind, path, record)

    def class_of(self, child: Record) -> Record | None:
        """The first class of that code."""
        code = _parsed("child", "class_code", child)
        return next((g for g in self.records["class"] if code and _parsed("class", "code", g) == code), None)

    def children_of(self, group: Record) -> list[Record]:
        """The counted children with the code of a class."""
        code = _parsed("class", "code", group)
        own = (c for c in self.records["child"] if code and _parsed("child", "class_code", c) == code)
        return [c for c in own if self.counts("child", c)]

    def facility_class_count(self, _facility: Record) -> int:
        return len(self.records["class"])

    def class_size(self, group: Record) -> int:
        return len(self.children_of(group))

    def class_disabled_children(self, group: Record) -> int:
        return sum(1 for child in self.children_of(group) if _parsed("child", "disability", child))

    def child_division(self, child: Record) -> Any:
        return self.value("child", child, "class.division")

    def child_age_months(self, child: Record) -> int | None:
        born: date | None = _parsed("child", "birth_date", child)
        if born is None:
            return None
        return (2019 * 12 + 9) - (born.year * 12 + born.month) - (born.day > 30)

    def child_age_years(self, child: Record) -> int | None:
        born: date | None = _parsed("child", "birth_date", child)
        return None if born is None else 2019 - born.year

    def staff_age(self, person: Record) -> int | None:
        born: date | None = _parsed("staff", "birth_date", person)
        return None if born is None else 2019 - born.year - (born.month > 9)

    def _minority(self, kind: str, record: Record) -> bool | None:
        code = _parsed(kind, "ethnicity", record)
        return None if code is None else code not in ("01", "55")

    def child_is_minority(self, child: Record) -> bool | None:
        return self._minority("child", child)

    def staff_is_minority(self, person: Record) -> bool | None:
        return self._minority("staff", person)

    def staff_training_level(self, person: Record) -> str | None:
        code = _parsed("staff", "qualification", person)
        levels = self.tables["virtual_fields"]["staff.training_level"]
        return next((level for level, codes in levels.items() if code in codes), None)


_FIELDS = {
    (kind, field["key"]): field
    for kind, facts in official("records")["records"].items()
    for field in facts["fields"]
}
_CODES = {
    (catalogue, item["code"])
    for catalogue in {field["catalogue"] for field in _FIELDS.values() if field["type"] == "choice"}
    for item in official(f"catalogues/{catalogue}")["items"]
}


def _parsed(kind: str, key: str, record: Record) -> Any:
    field, value = _FIELDS[kind, key], record.get(key)
    if value in (None, "") or isinstance(value, dict):
        return None
    if field["type"] == "date":
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    if field["type"] == "choice":
        return value if (field["catalogue"], value) in _CODES else None
    return value
