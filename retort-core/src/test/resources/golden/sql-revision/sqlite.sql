-- upgrade
CREATE TABLE purchase (
    id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY (account_id) REFERENCES account (id)
);
ALTER TABLE account ADD COLUMN owner_id BIGINT;
CREATE TABLE _retort_account (
    id BIGINT NOT NULL,
    email VARCHAR(100) NOT NULL,
    balance NUMERIC(12, 2) DEFAULT 0 NOT NULL,
    owner_id BIGINT,
    PRIMARY KEY (id)
);
INSERT INTO _retort_account (rowid, id, email, balance, owner_id)
SELECT rowid, id, email, balance, owner_id FROM account;
DROP TABLE account;
PRAGMA legacy_alter_table=ON;
ALTER TABLE _retort_account RENAME TO account;
PRAGMA legacy_alter_table=OFF;
CREATE INDEX ix_account_owner ON account (owner_id);
CREATE TABLE _retort_account (
    id BIGINT NOT NULL,
    email VARCHAR(100) NOT NULL,
    balance NUMERIC(12, 2) DEFAULT 0 NOT NULL,
    owner_id BIGINT,
    PRIMARY KEY (id),
    CONSTRAINT uq_account_email UNIQUE (email),
    CONSTRAINT ck_account CHECK (balance >= 0),
    CONSTRAINT ck_account_2 CHECK (email <> '--'),
    CONSTRAINT fk_account_owner_id FOREIGN KEY (owner_id) REFERENCES account (id)
);
INSERT INTO _retort_account (rowid, id, email, balance, owner_id)
SELECT rowid, id, email, balance, owner_id FROM account;
DROP TABLE account;
PRAGMA legacy_alter_table=ON;
ALTER TABLE _retort_account RENAME TO account;
PRAGMA legacy_alter_table=OFF;
CREATE INDEX ix_account_owner ON account (owner_id);

-- downgrade
CREATE TABLE _retort_account (
    id BIGINT NOT NULL,
    email VARCHAR(100) NOT NULL,
    balance NUMERIC(12, 2) DEFAULT 0 NOT NULL,
    owner_id BIGINT,
    PRIMARY KEY (id)
);
INSERT INTO _retort_account (rowid, id, email, balance, owner_id)
SELECT rowid, id, email, balance, owner_id FROM account;
DROP TABLE account;
PRAGMA legacy_alter_table=ON;
ALTER TABLE _retort_account RENAME TO account;
PRAGMA legacy_alter_table=OFF;
CREATE INDEX ix_account_owner ON account (owner_id);
DROP INDEX ix_account_owner;
CREATE TABLE _retort_account (
    id BIGINT NOT NULL,
    email VARCHAR(50),
    balance NUMERIC(12, 2) DEFAULT 0 NOT NULL,
    owner_id BIGINT,
    PRIMARY KEY (id)
);
INSERT INTO _retort_account (rowid, id, email, balance, owner_id)
SELECT rowid, id, email, balance, owner_id FROM account;
DROP TABLE account;
PRAGMA legacy_alter_table=ON;
ALTER TABLE _retort_account RENAME TO account;
PRAGMA legacy_alter_table=OFF;
ALTER TABLE account DROP COLUMN owner_id;
DROP TABLE purchase;
