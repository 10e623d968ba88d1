-- upgrade
CREATE TABLE purchase (
    id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY (account_id) REFERENCES account (id)
);
ALTER TABLE account ADD COLUMN owner_id BIGINT;
ALTER TABLE account ALTER COLUMN email TYPE VARCHAR(100);
ALTER TABLE account ALTER COLUMN email SET NOT NULL;
CREATE INDEX ix_account_owner ON account (owner_id);
ALTER TABLE account ADD CONSTRAINT uq_account_email UNIQUE (email);
ALTER TABLE account ADD CONSTRAINT ck_account CHECK (balance >= 0);
ALTER TABLE account ADD CONSTRAINT ck_account_2 CHECK (email <> '--')
;
ALTER TABLE account ADD CONSTRAINT fk_account_owner_id FOREIGN KEY (owner_id) REFERENCES account (id);
COMMENT ON TABLE account IS 'who pays; and
-- who does not '
;

-- downgrade
COMMENT ON TABLE account IS NULL;
ALTER TABLE account DROP CONSTRAINT fk_account_owner_id;
ALTER TABLE account DROP CONSTRAINT ck_account_2;
ALTER TABLE account DROP CONSTRAINT ck_account;
ALTER TABLE account DROP CONSTRAINT uq_account_email;
DROP INDEX ix_account_owner;
ALTER TABLE account ALTER COLUMN email TYPE VARCHAR(50);
ALTER TABLE account ALTER COLUMN email DROP NOT NULL;
ALTER TABLE account DROP COLUMN owner_id;
DROP TABLE purchase;
