"""Class lists as people have them, made at random, and the truth beside them."""
