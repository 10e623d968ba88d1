package dev.retort.hibernate.trouble.enums;

import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Has an enum that is a type of the database, an array and a document. */
@Entity
public class Parcel {

    @Id
    Long id;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Stage stage;

    List<String> labels;

    @JdbcTypeCode(SqlTypes.JSON)
    String details;
}
