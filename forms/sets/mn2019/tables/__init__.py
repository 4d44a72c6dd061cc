"""The five official tables of form 01-MN-ĐN, in the order of the form."""

from forms.model.table import Table
from forms.sets.mn2019.tables import t1_schools, t2_children, t3_staff, t4_rooms, t5_budget

TABLES: tuple[Table, ...] = tuple(
    module.TABLE for module in (t1_schools, t2_children, t3_staff, t4_rooms, t5_budget)
)
