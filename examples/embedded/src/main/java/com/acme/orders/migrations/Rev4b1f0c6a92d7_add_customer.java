package com.acme.orders.migrations;

import static dev.retort.migration.Definitions.*;
import static dev.retort.migration.Types.*;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;

/**
 * add customer
 *
 * <p>Revision ID: 4b1f0c6a92d7
 * Revises:
 * Create Date: 2026-11-23 10:15:22
 */
@Revision(id = "4b1f0c6a92d7")
public class Rev4b1f0c6a92d7_add_customer implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable("customer",
                column("id", bigint()).notNull(),
                column("name", varchar(50)).notNull(),
                primaryKey("id"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("customer");
    }
}
