package dev.retort.hibernate.trouble.naming;

import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;

/** Has names of several words. */
@Entity
@Table(indexes = @Index(name = "ix_lower", columnList = "lower(lastEntry), openedBy desc"))
public class OrderBook {

    @Id
    Long bookNumber;

    String lastEntry;

    @Column(length = 20)
    String openedBy;

    @ManyToMany
    Set<OrderBook> relatedBooks;
}
