package dev.retort.hibernate.zoo;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Whose meal it is, and when. */
@Embeddable
public class MealKey implements Serializable {

    private static final long serialVersionUID = 1L;

    Long keeperId;

    @Column(name = "served_on")
    LocalDate servedOn;

    int number;

    @Override
    public boolean equals(Object other) {
        return other instanceof MealKey key
                && Objects.equals(keeperId, key.keeperId)
                && Objects.equals(servedOn, key.servedOn)
                && number == key.number;
    }

    @Override
    public int hashCode() {
        return Objects.hash(keeperId, servedOn, number);
    }
}
