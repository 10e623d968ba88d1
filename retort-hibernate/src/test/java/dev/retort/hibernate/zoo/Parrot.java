package dev.retort.hibernate.zoo;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

/** Another subclass in the table of its superclass. */
@Entity
public class Parrot extends Animal {

    @Column(length = 30)
    String language;
}
