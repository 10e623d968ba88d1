package dev.retort.hibernate.trouble.types;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Holds what not every database can. */
@Entity
public class Embedding {

    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.VECTOR)
    @Array(length = 3)
    float[] meaning;

    @JdbcTypeCode(SqlTypes.VECTOR)
    @Array(length = 3)
    float[] sound;
}
