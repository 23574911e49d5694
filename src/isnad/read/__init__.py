"""Document → Reading: each reader takes prose and what earlier readers found, and yields one layer."""
