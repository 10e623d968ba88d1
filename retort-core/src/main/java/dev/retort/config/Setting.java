package dev.retort.config;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * One setting of {@code retort.toml}: its name, what it accepts, its default and its documentation, declared here and
 * nowhere else. The parser, the nearest-name search, the override names and docs/configuration.md derive from it.
 *
 * @param <T> what {@link Settings#get} gives for it
 */
public final class Setting<T> {

    /** The folder of {@code Env.java}, the templates and {@code versions/}. */
    public static final Setting<Path> SCRIPT_LOCATION = of(
                    "script_location", SettingType.PATH, "The script directory, as `retort init` made it.")
            .byDefault("migrations")
            .example("\"src/main/migrations\"");

    /** The JDBC URL of the database. */
    public static final Setting<Optional<String>> URL = of(
                    "url", SettingType.optional(SettingType.TEXT), "The JDBC URL of the database.")
            .example("\"jdbc:postgresql://localhost/shop\"")
            .override("--url", "RETORT_URL");

    /** The user the database knows us by. */
    public static final Setting<Optional<String>> USERNAME = of(
                    "username", SettingType.optional(SettingType.TEXT), "The user who logs in to the database.")
            .example("\"${DB_USER:-shop}\"");

    /** The password; never printed. */
    public static final Setting<Optional<String>> PASSWORD = of(
                    "password",
                    SettingType.optional(SettingType.TEXT),
                    "The user's password; keep it out of the file with `${VARIABLE}`. It is never printed.")
            .example("\"${DB_PASSWORD}\"")
            .secret();

    /** Jars of JDBC drivers that Retort does not carry. */
    public static final Setting<List<String>> DRIVER_CLASS_PATH = of(
                    "driver_class_path",
                    SettingType.listOf(SettingType.TEXT),
                    "Jars, folders or globs that hold a JDBC driver which Retort does not carry.")
            .example("[\"lib/ojdbc17.jar\"]");

    /** Where the desired schema comes from. */
    public static final Setting<Optional<String>> MODEL = of(
                    "model",
                    SettingType.optional(SettingType.TEXT),
                    "Where the desired schema comes from: a model source and what it reads, `scheme:what`.")
            .example("\"jpa:com.example.shop\"");

    /** Properties handed to the model source. */
    public static final Setting<Map<String, String>> MODEL_PROPERTIES = of(
                    "model_properties",
                    SettingType.TEXTS_BY_NAME,
                    "Properties for the model source, such as Hibernate's own settings.")
            .example("{ \"hibernate.physical_naming_strategy\" = \"com.example.Naming\" }");

    /** The application's classes. */
    public static final Setting<List<String>> CLASS_PATH = of(
                    "class_path",
                    SettingType.listOf(SettingType.TEXT),
                    "The application's classes and libraries: entries, globs, or `\"maven\"` to ask the build. Where there "
                            + "is no script directory, the revisions compiled into them are the history.")
            .example("[\"target/classes\", \"target/lib/*.jar\"]");

    /** The language of new revisions. */
    public static final Setting<RevisionFormat> REVISION_FORMAT = of(
                    "revision_format", SettingType.FORMAT, "The language of new revisions.")
            .byDefault("java")
            .example("\"sql\"");

    /** The package that new Java revisions are written in. */
    public static final Setting<Optional<String>> REVISION_PACKAGE = of(
                    "revision_package",
                    SettingType.optional(SettingType.TEXT),
                    "The package of new Java revisions; none unless the application compiles them.")
            .example("\"com.example.shop.migrations\"");

    /** How a revision's file is named. */
    public static final Setting<String> FILE_TEMPLATE = of(
                    "file_template",
                    SettingType.TEXT,
                    "The name of a new revision's file without its ending, of %(rev)s %(slug)s %(epoch)s %(year)d "
                            + "%(month).2d %(day).2d %(hour).2d %(minute).2d %(second).2d; `/` makes folders, which are only "
                            + "read with `recursive_version_locations = true`.")
            .byDefault("%(rev)s_%(slug)s")
            .example("\"%(year)d/%(month).2d/%(rev)s_%(slug)s\"");

    /** The zone of create dates. */
    public static final Setting<Optional<ZoneId>> TIMEZONE = of(
                    "timezone",
                    SettingType.optional(SettingType.ZONE),
                    "The time zone of create dates in files and file names; the machine's own when not set.")
            .example("\"UTC\"");

    /** The longest slug. */
    public static final Setting<Integer> TRUNCATE_SLUG_LENGTH = of(
                    "truncate_slug_length",
                    SettingType.LENGTH,
                    "The length at which the words of a message are cut in a file name.")
            .byDefault(40L)
            .example("60");

    /** The folders of revisions. */
    public static final Setting<List<Path>> VERSION_LOCATIONS = of(
                    "version_locations",
                    SettingType.listOf(SettingType.PATH),
                    "The folders that hold revisions; `versions` in the script directory when not set.")
            .example("[\"migrations/versions\", \"billing/versions\"]");

    /** Whether sub-folders hold revisions too. */
    public static final Setting<Boolean> RECURSIVE_VERSION_LOCATIONS = of(
                    "recursive_version_locations",
                    SettingType.FLAG,
                    "Whether folders below the version locations hold revisions too, as a `/` in `file_template` makes them.")
            .byDefault(false)
            .example("true");

    /** The table of applied revisions. */
    public static final Setting<String> VERSION_TABLE = of(
                    "version_table", SettingType.TEXT, "The table that records the applied revisions.")
            .byDefault("alembic_version")
            .example("\"shop_version\"");

    /** The schema of the version table. */
    public static final Setting<Optional<String>> VERSION_TABLE_SCHEMA = of(
                    "version_table_schema",
                    SettingType.optional(SettingType.TEXT),
                    "The schema of the version table; the connection's default schema when not set.")
            .example("\"operations\"");

    /** Whether Retort keeps its own history. */
    public static final Setting<Boolean> HISTORY_TABLE = of(
                    "history_table",
                    SettingType.FLAG,
                    "Whether who, when and how long is kept in the table `retort_history`.")
            .byDefault(true)
            .example("false");

    /** Whether every revision has its own transaction. */
    public static final Setting<Boolean> TRANSACTION_PER_MIGRATION = of(
                    "transaction_per_migration",
                    SettingType.FLAG,
                    "Whether each revision has a transaction of its own instead of one for the whole run.")
            .byDefault(true)
            .example("false");

    /** How long to wait for another runner. */
    public static final Setting<Duration> LOCK_TIMEOUT = of(
                    "lock_timeout",
                    SettingType.DURATION,
                    "How long to wait for another runner on the same database before giving up.")
            .byDefault("5m")
            .example("\"30s\"");

    /** Whether {@code Env.java} runs where it is not needed. */
    public static final Setting<Boolean> REVISION_ENVIRONMENT = of(
                    "revision_environment",
                    SettingType.FLAG,
                    "Whether `Env.java` runs for `revision`, `merge` and `history` even without --autogenerate.")
            .byDefault(false)
            .example("true");

    /** The schemas that autogenerate looks at. */
    public static final Setting<List<String>> SCHEMAS = of(
                    "schemas",
                    SettingType.listOf(SettingType.TEXT),
                    "The schemas that autogenerate compares; the connection's default schema when not set.")
            .example("[\"public\", \"billing\"]");

    /** The tables that autogenerate looks at. */
    public static final Setting<List<String>> INCLUDE = of(
                    "include",
                    SettingType.listOf(SettingType.TEXT),
                    "Globs of the tables that autogenerate compares; all when not set.")
            .example("[\"shop_*\"]");

    /** The tables that autogenerate leaves alone. */
    public static final Setting<List<String>> EXCLUDE = of(
                    "exclude",
                    SettingType.listOf(SettingType.TEXT),
                    "Globs of the tables that autogenerate leaves alone, also when included.")
            .example("[\"tmp_*\", \"flyway_schema_history\"]");

    /** The character set of new files. */
    public static final Setting<Charset> OUTPUT_ENCODING = of(
                    "output_encoding", SettingType.CHARSET, "The character set of new revision files.")
            .byDefault("utf-8")
            .example("\"utf-8\"");

    /** The programs run on new files. */
    public static final Setting<List<PostWriteHook>> POST_WRITE_HOOKS = of(
                    "post_write_hooks",
                    SettingType.HOOKS,
                    "Programs run on every new revision file: tables with `name`, `type` (`\"exec\"`), `executable`, "
                            + "`options` (`REVISION_SCRIPT_FILENAME` stands for the file, which is put first where none has "
                            + "it) and `cwd`.")
            .example("[{ name = \"format\", type = \"exec\", executable = \"fmt\", "
                    + "options = [\"-i\", \"REVISION_SCRIPT_FILENAME\"] }]");

    /** The databases of a directory that serves several. */
    public static final Setting<List<String>> DATABASES = of(
                    "databases",
                    SettingType.listOf(SettingType.TEXT),
                    "The databases a command works on, one after the other, each with an `[env.NAME]` table; `--database` "
                            + "picks some, `-n` one.")
            .example("[\"main\", \"audit\"]");

    private static final List<Setting<?>> ALL = List.of(
            SCRIPT_LOCATION,
            URL,
            USERNAME,
            PASSWORD,
            DRIVER_CLASS_PATH,
            MODEL,
            MODEL_PROPERTIES,
            CLASS_PATH,
            REVISION_FORMAT,
            REVISION_PACKAGE,
            FILE_TEMPLATE,
            TIMEZONE,
            TRUNCATE_SLUG_LENGTH,
            VERSION_LOCATIONS,
            RECURSIVE_VERSION_LOCATIONS,
            VERSION_TABLE,
            VERSION_TABLE_SCHEMA,
            HISTORY_TABLE,
            TRANSACTION_PER_MIGRATION,
            LOCK_TIMEOUT,
            REVISION_ENVIRONMENT,
            SCHEMAS,
            INCLUDE,
            EXCLUDE,
            OUTPUT_ENCODING,
            POST_WRITE_HOOKS,
            DATABASES);

    private final String name;
    private final SettingType<T> type;
    private final String documentation;
    private final @Nullable Object defaultValue;
    private final String example;
    private final @Nullable OutsideName override;
    private final boolean secret;

    /** How a setting is given beside the file. */
    private record OutsideName(String flag, String environmentVariable) {}

    private Setting(
            String name,
            SettingType<T> type,
            String documentation,
            @Nullable Object defaultValue,
            String example,
            @Nullable OutsideName override,
            boolean secret) {
        this.name = name;
        this.type = type;
        this.documentation = documentation;
        this.defaultValue = defaultValue;
        this.example = example;
        this.override = override;
        this.secret = secret;
    }

    /** List every setting, in the order of the reference page. */
    public static List<Setting<?>> all() {
        return ALL;
    }

    /** Find the setting that is called {@code name} in the file. */
    public static Optional<Setting<?>> named(String name) {
        for (Setting<?> setting : ALL) {
            if (setting.name.equals(name)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }

    /** Name the setting as the file does. */
    public String name() {
        return name;
    }

    /** Describe the setting in a sentence or two, as Markdown. */
    public String documentation() {
        return documentation;
    }

    /** Give a value as it could stand in the file. */
    public String example() {
        return example;
    }

    /** Name the option that is stronger than the file, such as {@code --url}. */
    public Optional<String> flag() {
        return override == null ? Optional.empty() : Optional.of(override.flag());
    }

    /** Name the environment variable that is stronger than the file, such as {@code RETORT_URL}. */
    public Optional<String> environmentVariable() {
        return override == null ? Optional.empty() : Optional.of(override.environmentVariable());
    }

    /** Say whether the value must never be shown. */
    public boolean isSecret() {
        return secret;
    }

    SettingType<T> type() {
        return type;
    }

    Optional<Object> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    @Override
    public String toString() {
        return name;
    }

    private static <T> Setting<T> of(String name, SettingType<T> type, String documentation) {
        return new Setting<>(name, type, documentation, null, "", null, false);
    }

    private Setting<T> byDefault(Object value) {
        return new Setting<>(name, type, documentation, value, example, override, secret);
    }

    private Setting<T> example(String toml) {
        return new Setting<>(name, type, documentation, defaultValue, toml, override, secret);
    }

    private Setting<T> override(String flag, String environmentVariable) {
        OutsideName given = new OutsideName(flag, environmentVariable);
        return new Setting<>(name, type, documentation, defaultValue, example, given, secret);
    }

    private Setting<T> secret() {
        return new Setting<>(name, type, documentation, defaultValue, example, override, true);
    }
}
