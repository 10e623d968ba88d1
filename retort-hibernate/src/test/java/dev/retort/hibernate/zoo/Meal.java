package dev.retort.hibernate.zoo;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;

/** A key of several columns, one of them a reference. */
@Entity
public class Meal {

    @EmbeddedId
    MealKey key;

    @ManyToOne
    @MapsId("keeperId")
    Keeper keeper;

    int grams;
}
