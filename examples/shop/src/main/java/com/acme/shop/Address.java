package com.acme.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Where a parcel goes. */
@Embeddable
public class Address {

    @Column(length = 120)
    private String street;

    @Column(name = "postal_code", length = 12)
    private String postalCode;

    @Column(length = 80)
    private String city;

    @Column(length = 2)
    private String country;
}
