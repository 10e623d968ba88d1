package dev.retort.hibernate.trouble.enums;

/** How far a parcel has come. */
public enum Stage {
    PACKED,
    SENT,
    IN_TRANSIT
}
