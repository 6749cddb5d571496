package fr.preau.registrations;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

/** A unique key with which the database answers a question that nobody asks beforehand. */
enum BrokenKey {

    /** A gesture that was sent before. */
    ONE_GESTURE("one_gesture"),
    /** A person who sits or waits in a session already. */
    ONE_ACTIVE_SEAT("one_active_seat"),
    /** A code that another request has. */
    REQUEST_CODE("request_code");

    private static final int DUPLICATE = 1062;

    private final String name;

    BrokenKey(String name) {
        this.name = name;
    }

    /** Whether this failure is that there is such a row already. */
    boolean isBrokenIn(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(cause ->
                cause instanceof SQLException sql && sql.getErrorCode() == DUPLICATE && String.valueOf(sql.getMessage()).contains(name));
    }
}
