package dev.retort.hibernate.zoo;

import java.math.BigDecimal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;

/** A whole table for each class of a hierarchy. */
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
public abstract class Ticket {

    @Id
    Long number;

    @Column(precision = 8, scale = 2, nullable = false)
    BigDecimal price;

    @ManyToOne
    Guide guide;
}
