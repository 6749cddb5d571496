package fr.preau.accounts.ui;

import com.vaadin.flow.router.NotFoundException;
import fr.preau.base.DatabaseAway;
import fr.preau.base.NotHereException;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.TooBusyException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.util.DisconnectedClientHelper;

/** What an exception means for the person before the screen. */
sealed interface Mishap {

    Logger LOG = LoggerFactory.getLogger(Mishap.class);

    /** The words' part of the keys below {@code accounts.oops}. */
    String kind();

    default Optional<String> reference() {
        return Optional.empty();
    }

    /** A service refused: this is for others. */
    record Closed() implements Mishap {
        @Override
        public String kind() {
            return "closed";
        }
    }

    /** What the screen is about has gone since it was drawn. */
    record Missing() implements Mishap {
        @Override
        public String kind() {
            return "no-longer";
        }
    }

    /** Too many at the same moment: trying again helps. */
    record Busy() implements Mishap {
        @Override
        public String kind() {
            return "busy";
        }
    }

    /** The database does not answer for a moment: trying again helps. */
    record Away() implements Mishap {
        @Override
        public String kind() {
            return "away";
        }
    }

    /** Whoever asked has gone on to another page before the answer: nobody reads it, and nothing is wrong. */
    record Gone() implements Mishap {
        @Override
        public String kind() {
            return "busy";
        }
    }

    /** A bug, or a machine that does not answer. */
    record Failed(String number) implements Mishap {
        @Override
        public String kind() {
            return "failed";
        }

        @Override
        public Optional<String> reference() {
            return Optional.of(number);
        }
    }

    /** Reads an exception and its causes; what nobody expected is logged below four letters that a person can read out. */
    static Mishap of(Throwable thrown) {
        if (has(thrown, AccessDeniedException.class)) {
            return new Closed();
        }
        if (has(thrown, NotFoundException.class) || has(thrown, NotHereException.class)) {
            return new Missing();
        }
        if (has(thrown, TooBusyException.class) || RetriedTransaction.isConflict(thrown)) {
            return new Busy();
        }
        if (DatabaseAway.isCauseOf(thrown)) {
            // one line a minute of all these, see OutageLog
            LOG.warn("Not done", thrown);
            return new Away();
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(thrown)) {
            LOG.debug("Nobody waits for the answer any more", thrown);
            return new Gone();
        }
        String number = HexFormat.of().toHexDigits((short) ThreadLocalRandom.current().nextInt()).toUpperCase(Locale.ROOT);
        LOG.error("Reference {}", number, thrown);
        return new Failed(number);
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> kind) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(20).anyMatch(kind::isInstance);
    }
}
