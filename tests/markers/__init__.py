"""One engine of markers: a marker in every field, every command run, every byte read.

`marking` and `planting` make the workspace, `running` runs the commands, `reading` reads what they wrote,
`tracing` sees which fields were read for it, and `reporting` puts the two questions: does anything reach whom it
must not, and does every field reach somebody? Which fields reach nobody yet, and why, their models say.
"""
