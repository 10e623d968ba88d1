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
    private Long id;

    @Version
    private int version;

    @Column(length = 60, nullable = false)
    private String lastName;

    @Column(length = 60, nullable = false)
    private String firstName;

    @Column(unique = true, length = 120)
    private String email;

    private String nickname;

    @Column(nullable = false, length = 10)
    private String badge;

    @Embedded
    private Address address;

    @Embedded
    @AttributeOverride(name = "street", column = @Column(name = "office_street", length = 80))
    @AttributeOverride(name = "city", column = @Column(name = "office_city", length = 80))
    private Address office;

    @Column(precision = 10, scale = 2)
    private BigDecimal salary;

    @Column(precision = 12, scale = 2)
    @GeneratedColumn("salary * 12")
    private BigDecimal yearly;

    @Comment("first working day")
    private LocalDate hired;

    private LocalTime starts;

    private LocalDateTime lastSeen;

    private OffsetDateTime signedAt;

    private Instant createdAt;

    private UUID badgeKey;

    @ColumnDefault("true")
    private boolean active;

    @ColumnDefault("'new'")
    @Column(length = 20)
    private String state;

    @Check(constraints = "age > 15")
    private Integer age;

    private short grade;

    private byte stars;

    private float height;

    private double weight;

    private char initial;

    private byte[] fingerprint;

    @Lob
    private byte[] photo;

    @Lob
    private String biography;

    @Column(length = 100_000)
    private String notes;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Shift shift;

    @Enumerated(EnumType.ORDINAL)
    private Shift backup;

    @ElementCollection
    @CollectionTable(name = "keeper_skill", joinColumns = @JoinColumn(name = "keeper_id"))
    @Column(name = "skill", length = 40)
    private Set<String> skills = new HashSet<>();

    @ElementCollection
    @OrderColumn(name = "place")
    private List<Address> pastAddresses = new ArrayList<>();

    @ElementCollection
    @MapKeyColumn(name = "kind", length = 20)
    @Column(name = "number", length = 30)
    private Map<String, String> phones = new HashMap<>();

    @ManyToMany
    @JoinTable(name = "keeper_animal")
    private Set<Animal> animals = new HashSet<>();

    @ManyToMany
    private Set<Enclosure> enclosures = new HashSet<>();
}
