package dev.retort.hibernate.zoo;

import jakarta.persistence.Entity;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;

/** A table for each class of a hierarchy, joined by their keys; attributes from a superclass that is no entity. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public class Staff extends Recorded {

    String desk;
}
