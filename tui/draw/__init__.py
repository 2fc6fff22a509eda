"""Drawing: lines of spans, rows and pages; no widget."""
