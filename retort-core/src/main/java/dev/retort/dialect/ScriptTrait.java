package dev.retort.dialect;

/** One way in which a product's scripts depart from the SQL standard; {@link ScriptSplitter} is built of them. */
public enum ScriptTrait {

    /** A backslash escapes the next character in {@code '...'} and {@code "..."}. */
    BACKSLASH_ESCAPES,
    /** {@code E'...'} is a string in which a backslash escapes the next character. */
    ESCAPE_STRINGS,
    /** {@code $$...$$} and {@code $tag$...$tag$} are strings. */
    DOLLAR_QUOTES,
    /** {@code q'[...]'} is a string that ends where its bracket or character does. */
    CHOSEN_QUOTES,
    /** {@code `...`} is a name. */
    BACKTICK_NAMES,
    /** {@code [...]} is a name. */
    BRACKET_NAMES,
    /** A comment between slash and asterisk may hold another one. */
    NESTED_COMMENTS,
    /** {@code #} begins a comment. */
    HASH_COMMENTS,
    /** {@code //} begins a comment. */
    SLASH_COMMENTS,
    /** {@code --} begins a comment only where white space follows. */
    SPACED_DASH_COMMENTS,
    /** What stands in a comment that begins with an exclamation mark is SQL. */
    EXECUTABLE_COMMENTS,
    /** A backslash outside quotes is a command of the client, which only the client understands. */
    BACKSLASH_COMMANDS,
    /** {@code COPY ... FROM stdin} is followed by data, which only the client understands. */
    COPY_FROM_STDIN,
    /** A semicolon between brackets ends nothing. */
    BRACKETS_HOLD,
    /** A routine may have a body {@code BEGIN ATOMIC ... END}. */
    ATOMIC_BODIES,
    /** A trigger has a body {@code BEGIN ... END}. */
    TRIGGER_BODIES,
    /** A routine, trigger or event has a body of {@code BEGIN}, {@code IF}, {@code LOOP} and the like. */
    ROUTINE_BODIES,
    /** The line {@code DELIMITER x} changes what ends a statement. */
    DELIMITER_LINES,
    /** The line {@code GO}, or {@code GO n}, ends a batch, and nothing else does. */
    GO_LINES,
    /** The line {@code /} ends a statement, and only it ends a block or program. */
    SLASH_LINES,
    /** A line that begins with SET, WHENEVER, PROMPT or REM is for the client alone, and EXIT ends the script. */
    CLIENT_LINES
}
