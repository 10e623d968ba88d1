package dev.retort.hibernate.trouble.broken;

import jakarta.persistence.Entity;

/** Has no id, so Hibernate refuses it. */
@Entity
public class Orphan {

    String name;
}
