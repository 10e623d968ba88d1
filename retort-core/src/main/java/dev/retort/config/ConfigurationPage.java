package dev.retort.config;

import java.util.StringJoiner;

/** Writes docs/configuration.md from the declarations of the settings. */
public final class ConfigurationPage {

    private ConfigurationPage() {}

    /** Write the page as Markdown. */
    public static String markdown() {
        StringJoiner page = new StringJoiner("\n", "", "\n");
        page.add("""
                # Configuration

                <!-- Written from dev.retort.config.Setting by ConfigurationPageTests -Dgolden=accept; do not edit. -->

                Retort reads `retort.toml` in the working folder, the file of `-c FILE`, or the file that the environment variable
                `RETORT_CONFIG` names. Relative paths start from the file's folder. Every mistake in the file is reported, all at
                once, with line and column.

                - `${NAME}` in a text is replaced by the environment variable, `${NAME:-default}` by the default where it is empty
                  or not set; `${here}` is the file's folder; `$${` writes the characters themselves.
                - A table `[env.NAME]` holds the settings that differ for `retort -n NAME`.
                - `-x key=value` hands arguments to `Env.java`.
                - An option is stronger than an environment variable, which is stronger than `[env.NAME]`, which is stronger than
                  the top of the file.

                ## Settings
                """);
        for (Setting<?> setting : Setting.all()) {
            page.add(section(setting));
        }
        return page.toString().stripTrailing() + "\n";
    }

    private static String section(Setting<?> setting) {
        StringJoiner section = new StringJoiner("\n", "", "\n");
        section.add("### `" + setting.name() + "`")
                .add("")
                .add(setting.documentation())
                .add("");
        section.add("- Type: " + setting.type().name());
        setting.defaultValue().ifPresent(value -> section.add("- Default: `" + toml(value) + "`"));
        setting.flag().ifPresent(flag -> section.add("- Option: `" + flag + "`"));
        setting.environmentVariable().ifPresent(variable -> section.add("- Environment variable: `" + variable + "`"));
        section.add("- Example: `" + setting.name() + " = " + setting.example() + "`");
        return section.toString();
    }

    private static String toml(Object value) {
        return value instanceof String ? "\"" + value + "\"" : value.toString();
    }
}
