"""The public site: what there is, for anybody, in both languages. Each part may be framed by other sites."""
