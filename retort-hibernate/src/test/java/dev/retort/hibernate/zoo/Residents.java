package dev.retort.hibernate.zoo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.hibernate.Session;

/** A few who live and work in the zoo, as rows. */
public final class Residents {

    private Residents() {}

    /** Make one row or more in nearly every table. */
    public static void moveIn(Session session) {
        var enclosure = new Enclosure();
        enclosure.code = "E-1";
        enclosure.size = 40;
        enclosure.order = 1;
        enclosure.colour = "green";
        session.persist(enclosure);

        Keeper keeper = keeper();
        keeper.enclosures.add(enclosure);
        session.persist(keeper);

        var passport = new Passport();
        passport.id = new UUID(1, 2);
        passport.country = "ke";
        session.persist(passport);

        var lion = new Lion();
        lion.name = "Łeo 🦁";
        lion.maneLength = 30;
        lion.chipNumber = "c-1";
        lion.enclosure = enclosure;
        lion.sponsor = keeper;
        lion.passport = passport;
        session.persist(lion);
        keeper.animals.add(lion);

        var guide = new Guide();
        guide.recordedAt = Instant.parse("2026-01-02T03:04:05Z");
        guide.tongue = "Polish";
        session.persist(guide);

        var ticket = new DayTicket();
        ticket.number = 7L;
        ticket.price = new BigDecimal("12.50");
        ticket.guide = guide;
        ticket.validOn = LocalDate.of(2026, 3, 1);
        session.persist(ticket);

        var feedback = new Feedback();
        feedback.mood = Mood.BAD;
        session.persist(feedback);
    }

    private static Keeper keeper() {
        var keeper = new Keeper();
        keeper.lastName = "Kowalska";
        keeper.firstName = "Ada";
        keeper.email = "ada@example.com";
        keeper.badge = "b-1";
        keeper.salary = new BigDecimal("100.25");
        keeper.hired = LocalDate.of(2020, 2, 29);
        keeper.age = 33;
        keeper.initial = 'A';
        keeper.active = true;
        keeper.badgeKey = new UUID(3, 4);
        keeper.fingerprint = new byte[] {1, 0, -1};
        keeper.photo = new byte[100_000];
        keeper.biography = "b".repeat(100_000);
        keeper.notes = "n".repeat(100_000);
        keeper.shift = Shift.NIGHT;
        keeper.backup = Shift.EVENING;
        keeper.skills.add("cleaning");
        keeper.phones.put("home", "123");
        Address past = new Address();
        past.city = "Łódź";
        keeper.pastAddresses.add(past);
        return keeper;
    }

    /** Say what the rows hold, in the words of their attributes. */
    public static List<String> describe(Session session) {
        Keeper keeper = session.createQuery("from Keeper", Keeper.class).getSingleResult();
        Lion lion = session.createQuery("from Lion", Lion.class).getSingleResult();
        DayTicket ticket =
                session.createQuery("from DayTicket", DayTicket.class).getSingleResult();
        return List.of(
                keeper.firstName + " " + keeper.salary + " " + keeper.yearly + " " + keeper.shift + " " + keeper.backup,
                keeper.photo.length + " " + keeper.biography.length() + " " + keeper.notes.length() + " "
                        + keeper.badgeKey,
                keeper.skills + " " + keeper.phones + " " + keeper.pastAddresses.get(0).city,
                lion.name + " " + lion.chipNumber + " " + lion.enclosure.colour + " " + lion.sponsor.email,
                ticket.price + " " + ticket.validOn + " " + ticket.guide.tongue,
                session.createQuery("select mood from Feedback", Mood.class).getResultList() + "");
    }
}
