"""Show a record: one self-contained HTML report, and tables for a terminal."""
