"""The made-up form BOAT-7: harbours count their boats and what they paid for paint. Nothing in it is as in another form."""
