package dev.retort.hibernate.zoo;

import jakarta.persistence.Entity;

/** A subclass with a table of its own that refers to that of its superclass. */
@Entity
public class Guide extends Staff {

    String tongue;
}
