package dev.retort.hibernate.zoo;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Where somebody lives. */
@Embeddable
public class Address {

    @Column(length = 100)
    String street;

    @Column(length = 80)
    String city;
}
