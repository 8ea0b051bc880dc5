"""A region's report, made again byte for byte from its manifest: data by hash, code by version, one seed."""
