package dev.retort.hibernate.zoo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.GeneratedColumn;

/**
 * One column of nearly every type; identity, defaults, checks, comments, collections. What is deprecated here has its
 * successor in Jakarta Persistence 3.2, which Hibernate 6.6 does not know.
 */
@SuppressWarnings("deprecation")
@Entity
@Table(
        name = "keeper",
        uniqueConstraints = {
            @UniqueConstraint(
                    name = "uq_keeper_badge",
                    columnNames = {"badge", "city"}),
            @UniqueConstraint(columnNames = {"lastName", "firstName"})
        },
        indexes = {
            @Index(name = "ix_keeper_hired", columnList = "hired desc"),
            @Index(columnList = "lastName, salary"),
            @Index(name = "ix_keeper_nickname", columnList = "nickname", unique = true)
        })
@Check(name = "ck_keeper_salary", constraints = "salary >= 0")
@Comment("Who looks after the animals")
public class Keeper {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Version
    int version;

    @Column(length = 60, nullable = false)
    String lastName;

    @Column(length = 60, nullable = false)
    String firstName;

    @Column(unique = true, length = 120)
    String email;

    String nickname;

    @Column(nullable = false, length = 10)
    String badge;

    @Embedded
    Address address;

    @Embedded
    @AttributeOverride(name = "street", column = @Column(name = "office_street", length = 80))
    @AttributeOverride(name = "city", column = @Column(name = "office_city", length = 80))
    Address office;

    @Column(precision = 10, scale = 2)
    BigDecimal salary;

    @Column(precision = 12, scale = 2)
    @GeneratedColumn("salary * 12")
    BigDecimal yearly;

    @Comment("first working day")
    LocalDate hired;

    LocalTime starts;

    LocalDateTime lastSeen;

    OffsetDateTime signedAt;

    Instant createdAt;

    UUID badgeKey;

    @ColumnDefault("true")
    boolean active;

    @ColumnDefault("'new'")
    @Column(length = 20)
    String state;

    @Check(constraints = "age > 15")
    Integer age;

    short grade;

    byte stars;

    float height;

    double weight;

    char initial;

    byte[] fingerprint;

    @Lob
    byte[] photo;

    @Lob
    String biography;

    @Column(length = 100_000)
    String notes;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    Shift shift;

    @Enumerated(EnumType.ORDINAL)
    Shift backup;

    @ElementCollection
    @CollectionTable(name = "keeper_skill", joinColumns = @JoinColumn(name = "keeper_id"))
    @Column(name = "skill", length = 40)
    Set<String> skills = new HashSet<>();

    @ElementCollection
    @OrderColumn(name = "place")
    List<Address> pastAddresses = new ArrayList<>();

    @ElementCollection
    @MapKeyColumn(name = "kind", length = 20)
    @Column(name = "number", length = 30)
    Map<String, String> phones = new HashMap<>();

    @ManyToMany
    @JoinTable(name = "keeper_animal")
    Set<Animal> animals = new HashSet<>();

    @ManyToMany
    Set<Enclosure> enclosures = new HashSet<>();
}
