"""The rules of the form together: 159 numbered ones, the four cross checks X.*, and those of readiness."""

from forms.model.rules.rule_book import (
    RuleBook,
)
from forms.sets.mn2019.rules.of_parts import RULES_OF_PARTS
from forms.sets.mn2019.rules.of_readiness import READINESS_RULES
from forms.sets.mn2019.rules.of_records import RECORD_RULES
from forms.sets.mn2019.rules.of_sums import rules_of_sums
from forms.sets.mn2019.rules.on_tables import TABLE_RULES
from forms.sets.mn2019.tables import TABLES

RULES = RuleBook(
    on_tables=(*rules_of_sums(TABLES), *TABLE_RULES, *RULES_OF_PARTS),
    on_records=RECORD_RULES,
    on_report=READINESS_RULES,
)
