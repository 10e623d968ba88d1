-- upgrade
CREATE TABLE purchase (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY (account_id) REFERENCES account (id)
);
ALTER TABLE account ADD COLUMN owner_id bigint;
ALTER TABLE account MODIFY COLUMN email varchar(100) NOT NULL;
CREATE INDEX ix_account_owner ON account (owner_id);
ALTER TABLE account ADD CONSTRAINT uq_account_email UNIQUE (email);
ALTER TABLE account ADD CONSTRAINT ck_account CHECK (balance >= 0);
ALTER TABLE account ADD CONSTRAINT ck_account_2 CHECK (email <> '--')
;
ALTER TABLE account ADD CONSTRAINT fk_account_owner_id FOREIGN KEY (owner_id) REFERENCES account (id);
ALTER TABLE account COMMENT = 'who pays; and
-- who does not '
;

-- downgrade
ALTER TABLE account COMMENT = '';
ALTER TABLE account DROP FOREIGN KEY fk_account_owner_id, DROP INDEX IF EXISTS fk_account_owner_id;
ALTER TABLE account DROP CONSTRAINT ck_account_2;
ALTER TABLE account DROP CONSTRAINT ck_account;
ALTER TABLE account DROP INDEX uq_account_email;
ALTER TABLE account DROP INDEX ix_account_owner;
ALTER TABLE account MODIFY COLUMN email varchar(50);
ALTER TABLE account DROP COLUMN owner_id;
DROP TABLE purchase;
