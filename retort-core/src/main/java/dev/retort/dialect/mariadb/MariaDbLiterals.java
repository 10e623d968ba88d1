package dev.retort.dialect.mariadb;

import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;

import dev.retort.dialect.SqlLiterals;

/** Values as MariaDB reads them: a backslash in text is doubled, characters that the client does not keep are escaped, and what knows its offset is given in UTC. */
final class MariaDbLiterals extends SqlLiterals {

    @Override
    public String string(String text) {
        return super.string(text.replace("\\", "\\\\")).replace("\r", "\\r").replace("\0", "\\0");
    }

    @Override
    protected String timeWithZone(OffsetTime value) {
        return time(value.withOffsetSameInstant(ZoneOffset.UTC).toLocalTime());
    }

    @Override
    protected String timestampWithZone(OffsetDateTime value) {
        return timestamp(value.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
    }
}
