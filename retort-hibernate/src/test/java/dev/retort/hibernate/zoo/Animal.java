package dev.retort.hibernate.zoo;

import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SequenceGenerator;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** One table for a whole hierarchy, a sequence, a second table, references of every kind. */
@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "species", length = 20)
@SecondaryTable(name = "animal_chip", pkJoinColumns = @PrimaryKeyJoinColumn(name = "animal_id"))
public class Animal {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "animal_numbers")
    @SequenceGenerator(
            name = "animal_numbers",
            sequenceName = "animal_number",
            initialValue = 1000,
            allocationSize = 20)
    Long id;

    @Column(nullable = false, length = 50)
    String name;

    @Column(table = "animal_chip", length = 32)
    String chipNumber;

    @ManyToOne(optional = false)
    @OnDelete(action = OnDeleteAction.CASCADE)
    @JoinColumn(name = "enclosure_id", foreignKey = @ForeignKey(name = "fk_animal_enclosure"))
    Enclosure enclosure;

    @ManyToOne
    @JoinColumn(name = "mother_id")
    Animal mother;

    @ManyToOne
    @JoinColumn(name = "sponsor_email", referencedColumnName = "email")
    Keeper sponsor;

    @ManyToOne
    @JoinColumn(name = "vet_id", foreignKey = @ForeignKey(jakarta.persistence.ConstraintMode.NO_CONSTRAINT))
    Keeper vet;

    @OneToOne
    Passport passport;

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "animal_id")
    List<Meal> meals = new ArrayList<>();
}
