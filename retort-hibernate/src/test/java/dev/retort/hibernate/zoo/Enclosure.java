package dev.retort.hibernate.zoo;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import org.hibernate.annotations.NaturalId;

/** Numbers from a table, a natural id, names that must be quoted. */
@Entity
@Table(name = "`Enclosure Plan`")
public class Enclosure {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "enclosures")
    @TableGenerator(
            name = "enclosures",
            table = "number_pool",
            pkColumnName = "pool",
            valueColumnName = "next",
            pkColumnValue = "enclosure",
            initialValue = 100,
            allocationSize = 10)
    Long id;

    @NaturalId
    @Column(length = 12, nullable = false)
    String code;

    @Column(name = "`Size`")
    Integer size;

    @Column(name = "\"order\"")
    Integer order;

    @Column(columnDefinition = "varchar(7) default 'green' not null")
    String colour;
}
