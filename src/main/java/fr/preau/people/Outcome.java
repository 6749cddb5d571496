package fr.preau.people;

import java.util.List;
import java.util.Optional;

/** What came of a command: done, with what was asked for, or refused, with every reason at once. */
public sealed interface Outcome<T> {

    /** It is written. */
    record Done<T>(T result) implements Outcome<T> {
    }

    /** Nothing is written. */
    record Refused<T>(List<PeopleRefusal> whyNot) implements Outcome<T> {
    }

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(PeopleRefusal reason) {
        return new Refused<>(List.of(reason));
    }

    static <T> Outcome<T> refused(List<PeopleRefusal> reasons) {
        return new Refused<>(List.copyOf(reasons));
    }

    /** What was asked for, if it is done. */
    default Optional<T> value() {
        return this instanceof Done<T>(T result) ? Optional.of(result) : Optional.empty();
    }

    /** Why not; empty if it is done. */
    default List<PeopleRefusal> reasons() {
        return this instanceof Refused<T>(List<PeopleRefusal> whyNot) ? whyNot : List.of();
    }
}
