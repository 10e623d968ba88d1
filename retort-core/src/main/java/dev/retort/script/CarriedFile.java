package dev.retort.script;

/**
 * A SQL revision that an application carries.
 *
 * @param header what the file's head says
 * @param shown the file as messages name it: relative to the configuration file
 * @param size how many bytes the file had when it was taken in
 */
record CarriedFile(FileHeader header, String shown, long size) {

    /** Name the resource that holds the file's text: its id, where letters that a file name may not hold are numbers. */
    static String resource(String id) {
        StringBuilder name = new StringBuilder("META-INF/retort/sql/");
        id.chars().forEach(letter -> {
            boolean plain = letter < 128 && (Character.isLetterOrDigit(letter) || letter == '_' || letter == '-');
            name.append(plain ? String.valueOf((char) letter) : "~" + letter + "~");
        });
        return name.append(".sql").toString();
    }

    String resource() {
        return resource(header.id());
    }
}
