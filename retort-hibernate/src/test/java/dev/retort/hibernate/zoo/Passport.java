package dev.retort.hibernate.zoo;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An id that the application chooses. */
@Entity
public class Passport {

    @Id
    UUID id;

    @Column(nullable = false, length = 2, columnDefinition = "varchar(2)")
    String country;
}
