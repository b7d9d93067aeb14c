"""A second engine: every figure counted anew from the plain files and docs/metrics.md, with no code of copkit."""
