package dev.retort.hibernate.zoo;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

/** A ticket for many days. */
@Entity
public class SeasonTicket extends Ticket {

    private LocalDate validUntil;

    @Column(length = 100)
    private String holder;
}
