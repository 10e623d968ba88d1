package com.acme.orders;

import dev.retort.command.Upgrade;
import dev.retort.command.Workspace;
import dev.retort.config.Overrides;
import dev.retort.config.Setting;
import dev.retort.runtime.RunResult;

/** Brings its database up to date, then serves; the argument is the database's URL. */
public final class Orders {

    private Orders() {}

    public static void main(String[] arguments) {
        String url = arguments[0];
        Overrides settings = Overrides.of(System.getenv()).with(Setting.URL, url);
        RunResult run = new Upgrade(Workspace.carriedBy(Orders.class.getClassLoader(), settings)).run("head");
        System.out.printf("applied %d, now at %s%n", run.applied().size(), run.rows());
    }
}
