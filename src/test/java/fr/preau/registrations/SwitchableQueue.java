package fr.preau.registrations;

import fr.preau.base.RetriedTransaction;
import java.util.UUID;
import java.util.function.Function;

/**
 * The queue as it is, with a switch: when it is off each comes as if to a server of its own, and nothing but the lock of the
 * database is between them.
 */
class SwitchableQueue extends GestureQueue {

    private volatile boolean off;

    SwitchableQueue(GroupBooks books, RetriedTransaction transactions) {
        super(books, transactions);
    }

    void off() {
        off = true;
    }

    void on() {
        off = false;
    }

    @Override
    <T> T together(UUID group, Function<GroupBook, T> gesture) {
        return off ? alone(group, gesture) : super.together(group, gesture);
    }
}
