-- revision: 27c6a30d7c24
-- down_revision:
-- branch_labels:
-- depends_on:
-- created: 2026-01-02 03:04:05+00:00
-- message: add account table

-- upgrade
CREATE TABLE account (id bigint);

-- downgrade
DROP TABLE account;
