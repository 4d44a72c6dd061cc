"""How records come into the next school year. Rules: project choice, campaign page §5."""

from forms.sets.form_set import Rolling

ROLLING = Rolling(
    classes="class",
    children="child",
    staff="staff",
    next_age_group={"01": "02", "02": "03", "03": "04", "04": "05", "05": "06"},
    oldest="06",
    leaving_age=5,
    cleared={
        "child": (
            "status_date",
            "leave_reason",
            "new_entry",
            "health_checked",
            "nutrition",
            "fee_support",
            "study_cost_support",
            "lunch_support",
        ),
        "staff": ("new_entry", "good_teacher", "civil_servant_rating"),
    },
    changed={"staff": {"status": "01", "training_result": "05", "professional_standard": "04"}},
    always={"child": {"status": "01"}},
)
