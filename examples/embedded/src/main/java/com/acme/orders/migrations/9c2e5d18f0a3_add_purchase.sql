-- revision: 9c2e5d18f0a3
-- down_revision: 4b1f0c6a92d7
-- created: 2026-11-23 11:02:47
-- message: add purchase

-- upgrade
CREATE TABLE purchase (
    id bigint PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customer (id)
);

-- downgrade
DROP TABLE purchase;
