package dev.retort.hibernate.zoo;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A reference to a key of several columns, and a sequence that nobody named. */
@Entity
public class MealNote {

    @Id
    @GeneratedValue
    Long id;

    @ManyToOne(optional = false)
    Meal meal;

    @Column(nullable = false)
    String text;
}
