package dev.retort.hibernate.zoo;

import java.time.LocalDate;

import jakarta.persistence.Entity;

/** A ticket for one day. */
@Entity
public class DayTicket extends Ticket {

    LocalDate validOn;
}
