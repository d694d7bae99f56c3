"""The encrypted file: records, history, audit and indexes."""
