package dev.retort.script;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link java.io.DataOutput} wrote; the cache of headers is read at the start of almost every command. */
final class CachedBytes {

    private final byte[] bytes;
    private int at;

    /** Read {@code bytes} from {@code at} on. */
    CachedBytes(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    /** Read on from {@code position}. */
    void moveTo(int position) {
        at = position;
    }

    boolean flag() {
        return bytes[at++] != 0;
    }

    int number() {
        int number = (bytes[at] << 24)
                | ((bytes[at + 1] & 0xff) << 16)
                | ((bytes[at + 2] & 0xff) << 8)
                | (bytes[at + 3] & 0xff);
        at += Integer.BYTES;
        return number;
    }

    /** Read a time, or another number of twice the size. */
    long time() {
        return ((long) number() << Integer.SIZE) | (number() & 0xffff_ffffL);
    }

    int[] numbers(int count) {
        int[] numbers = new int[count];
        ByteBuffer.wrap(bytes, at, count * Integer.BYTES).asIntBuffer().get(numbers);
        at += count * Integer.BYTES;
        return numbers;
    }

    /** Read times one after the other, all at once. */
    long[] times(int count) {
        long[] times = new long[count];
        ByteBuffer.wrap(bytes, at, count * Long.BYTES).asLongBuffer().get(times);
        at += count * Long.BYTES;
        return times;
    }

    String text() {
        int length = number();
        if (length == 0) {
            return "";
        }
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /**
     * Read a long text.
     *
     * @param plain whether there are only ASCII characters in it: known to the writer, and long to find out
     */
    String longText(boolean plain) {
        int length = number();
        String text = new String(bytes, at, length, plain ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    List<String> texts() {
        int count = number();
        if (count == 0) {
            return List.of();
        }
        if (count == 1) {
            return List.of(text());
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }
}
