package dev.retort.hibernate.zoo;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.TenantId;

/** Rows of tenants, rows that are only marked as deleted, a converted attribute. */
@Entity
@SoftDelete
public class Feedback {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @TenantId
    @Column(length = 40)
    String tenant;

    @Convert(converter = MoodConverter.class)
    Mood mood;
}
