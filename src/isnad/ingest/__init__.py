"""Files, folders and streams → Document. The only stage that may load extractors or open a connection."""
