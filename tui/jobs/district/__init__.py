"""What the office does with the reports that arrived: one looked at and answered, all of them added up."""
