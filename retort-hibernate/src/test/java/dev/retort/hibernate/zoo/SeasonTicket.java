package dev.retort.hibernate.zoo;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

/** A ticket for many days. */
@Entity
public class SeasonTicket extends Ticket {

    LocalDate validUntil;

    @Column(length = 100)
    String holder;
}
