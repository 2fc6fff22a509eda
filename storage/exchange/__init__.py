"""A folder that laptops share by a stick or a synchroniser: every act in it, in files that never
change (contract §3, "Exchange folder").

folder/2014-10/<sha256 of the bytes>.acts.jsonl     a segment: a header, then one act a line

A sync lists what lies there, takes in what is new, writes what the folder lacks, and joins the
segments of months that are over. What the folder holds is known by content, never by name.
"""
