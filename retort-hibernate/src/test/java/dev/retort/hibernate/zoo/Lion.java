package dev.retort.hibernate.zoo;

import jakarta.persistence.Entity;

/** A subclass in the table of its superclass. */
@Entity
public class Lion extends Animal {

    Integer maneLength;
}
