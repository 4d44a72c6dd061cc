"""Kills and damages, this program's store beside SQLite and TinyDB as it comes: ``python -m bench.faults``.

Each store holds 50 records of which every save changes all (``contestants``). It is killed at random moments while it saves
(``killing``), and each of its files is damaged anywhere (``damaging``); what is read afterwards is sorted by what a person would meet.
"""
