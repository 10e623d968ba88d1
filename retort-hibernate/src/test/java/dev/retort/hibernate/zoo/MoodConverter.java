package dev.retort.hibernate.zoo;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps a mood as a number. */
@Converter
public class MoodConverter implements AttributeConverter<Mood, Integer> {

    @Override
    public Integer convertToDatabaseColumn(Mood mood) {
        return mood == null ? null : mood == Mood.GOOD ? 1 : -1;
    }

    @Override
    public Mood convertToEntityAttribute(Integer number) {
        return number == null ? null : number > 0 ? Mood.GOOD : Mood.BAD;
    }
}
