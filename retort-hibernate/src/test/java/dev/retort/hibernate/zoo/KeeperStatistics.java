package dev.retort.hibernate.zoo;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;

/** A query that is read like a table; it has none. */
@Entity
@Immutable
@Subselect("select state, count(*) as keepers from keeper group by state")
public class KeeperStatistics {

    @Id
    String state;

    long keepers;
}
