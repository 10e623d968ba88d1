package dev.retort.hibernate.zoo;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.View;

/** A view; views are not looked after. */
@Entity
@Immutable
@View(query = "select id, email from keeper where active")
public class ActiveKeeper {

    @Id
    Long id;

    String email;
}
