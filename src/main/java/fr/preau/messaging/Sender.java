package fr.preau.messaging;

import fr.preau.base.CurrentCentre;
import fr.preau.base.DatabaseAway;
import fr.preau.base.RetriedTransaction;
import io.github.bucket4j.BlockingBucket;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes letters out of the outbox and sends them, any number of senders at once. Each letter goes three steps, and
 * nothing slow happens in the two that hold a lock, which is on its own row only:
 * <ol>
 * <li>claim: a short transaction takes the letter that waits the longest, past those that others are taking;
 * <li>write and deliver: no transaction; what is true is read now, and the mail server answers when it likes;
 * <li>mark: a short transaction says how it ended.
 * </ol>
 * A sender that dies before the mail server accepted has sent nothing, and its claim ends by itself: the letter leaves
 * once. One that dies between acceptance and mark causes a second message with the same Message-ID, which mail
 * programs show as one. That is the best that SMTP allows.
 */
@Component
class Sender {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    /** A round ends after so many letters; the next one goes on. */
    static final int ROUND = 200;
    /**
     * So many letters of a centre, then it is the next one's turn: a centre that writes to all waits for itself only, and who
     * wants to be let in waits half a second at most.
     */
    private static final int TURN = 10;
    /** Between two attempts to tell the database that a letter has left. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final OutboxLetters centreLetters;
    private final FederationLetters federationLetters;
    private final ObjectProvider<LetterWriter> writers;
    private final LetterPrinter printer;
    private final MailTransport transport;
    private final TransactionTemplate claims;
    private final RetriedTransaction transactions;
    private final Clock clock;
    /** Real time, whatever a test's clock says; shared by all senders of this process. */
    private final BlockingBucket pace;

    Sender(OutboxLetters centreLetters, FederationLetters federationLetters, ObjectProvider<LetterWriter> writers, LetterPrinter printer,
           MailTransport transport, PlatformTransactionManager transactionManager,
           RetriedTransaction transactions, MailProperties properties, Clock clock) {
        this.centreLetters = centreLetters;
        this.federationLetters = federationLetters;
        this.writers = writers;
        this.printer = printer;
        this.transport = transport;
        this.transactions = transactions;
        this.clock = clock;
        this.pace = Bucket.builder().addLimit(limit -> limit.capacity(properties.pace()).refillGreedy(properties.pace(), Duration.ofSeconds(1)))
                .build().asBlocking();
        this.claims = new TransactionTemplate(transactionManager);
        // Under REPEATABLE READ the search would lock the gaps between letters too, and with them every caller that posts.
        this.claims.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /** What became of one letter. */
    private enum Step {
        NOTHING_DUE, DONE, SERVER_AWAY
    }

    /** Sends what is due, of all centres in turn, a bounded number; says how many letters it had in hand. */
    int sendDue() {
        try (var errand = transport.errand()) {
            return sendDue(errand);
        }
    }

    private int sendDue(MailTransport.Errand errand) {
        int done = 0;
        boolean more = true;
        while (more && done < ROUND) {
            int before = done;
            var centres = CurrentCentre.acrossCentres(() -> centreLetters.centresWithDueLetters(clock.instant()));
            int own = CurrentCentre.acrossCentres(() -> turn(() -> sendOne(federationLetters, errand)));
            if (own < 0) {
                return done;
            }
            done += own;
            for (var centre : centres) {
                int sent = CurrentCentre.in(centre, () -> turn(() -> sendOneInTime(errand)));
                if (sent < 0) {
                    return done;
                }
                done += sent;
            }
            more = done > before;
        }
        return done;
    }

    /** Some letters of one outbox; -1 when the mail server is away and there is no use in asking again now. */
    private static int turn(Supplier<Step> sendOne) {
        for (int done = 0; done < TURN; done++) {
            var step = sendOne.get();
            if (step != Step.DONE) {
                return step == Step.SERVER_AWAY ? -1 : done;
            }
        }
        return TURN;
    }

    /** Waits before the letter is claimed: nothing is held meanwhile. A sender that is told to stop leaves it to the next. */
    private Step sendOneInTime(MailTransport.Errand errand) {
        try {
            pace.consume(1);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            return Step.NOTHING_DUE;
        }
        return sendOne(centreLetters, errand);
    }

    private Step sendOne(PostedLetters<? extends PostedLetter> outbox, MailTransport.Errand errand) {
        Optional<PostedLetter.Claim> taken = claims.execute(status -> outbox.due(clock.instant(), Limit.of(1)).stream()
                .findFirst().map(letter -> letter.claim(clock.instant())));
        if (taken == null || taken.isEmpty()) {
            return Step.NOTHING_DUE;
        }
        var claim = taken.get();
        try {
            LocaleContextHolder.setLocale(claim.envelope().recipient().language());
            return send(outbox, claim, errand);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private Step send(PostedLetters<? extends PostedLetter> outbox, PostedLetter.Claim claim, MailTransport.Errand errand) {
        Optional<LetterPrinter.Printed> printed;
        try {
            printed = write(claim);
        } catch (RuntimeException e) {
            LOG.error("Letter {} of kind {} could not be written", claim.letter(), claim.envelope().kind(), e);
            mark(outbox, claim, (letter, now) -> letter.miss(SendingFailure.NOT_WRITTEN, false, now));
            return Step.DONE;
        }
        if (printed.isEmpty()) {
            mark(outbox, claim, (letter, now) -> letter.withdraw());
            return Step.DONE;
        }
        return deliver(outbox, claim, printed.get(), errand);
    }

    private Step deliver(PostedLetters<? extends PostedLetter> outbox, PostedLetter.Claim claim, LetterPrinter.Printed printed,
                         MailTransport.Errand errand) {
        try {
            errand.deliver(printed.mail());
        } catch (DeliveryException e) {
            LOG.warn("Letter {} did not leave: {}", claim.letter(), e.why());
            LOG.debug("Letter {}", claim.letter(), e);
            mark(outbox, claim, (letter, now) -> letter.miss(e.why(), e.isForGood(), now));
            return e.why() == SendingFailure.SERVER_UNREACHABLE ? Step.SERVER_AWAY : Step.DONE;
        }
        markSent(outbox, claim, printed);
        return Step.DONE;
    }

    /** When the database is away just now, it is told as soon as it is back: a mark that is given up is a letter that leaves twice. */
    private void markSent(PostedLetters<? extends PostedLetter> outbox, PostedLetter.Claim claim, LetterPrinter.Printed printed) {
        var mail = printed.mail();
        long end = System.nanoTime() + PostedLetter.CLAIM.toNanos();
        while (true) {
            try {
                transactions.run(() -> outbox.markSent(claim.letter(), claim.attempt(), mail.title(), printed.said(), mail.messageId(), clock.instant()));
                return;
            } catch (RuntimeException e) {
                if (!DatabaseAway.isCauseOf(e) || System.nanoTime() > end || !paused()) {
                    throw e;
                }
                LOG.debug("Letter {} has left, and the database cannot take note of it yet", claim.letter(), e);
            }
        }
    }

    /** @return false when the sender is told to stop */
    private static boolean paused() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<LetterPrinter.Printed> write(PostedLetter.Claim claim) {
        var envelope = claim.envelope();
        var writer = writers.stream().filter(one -> one.writes(envelope.kind())).findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody writes letters of the kind " + envelope.kind()));
        return writer.write(envelope).map(letter -> printer.print(claim.letter(), envelope.recipient(), letter));
    }

    private void mark(PostedLetters<? extends PostedLetter> outbox, PostedLetter.Claim claim,
                      BiConsumer<PostedLetter, Instant> end) {
        transactions.run(() -> outbox.findById(claim.letter()).filter(letter -> letter.isHeldBy(claim))
                .ifPresent(letter -> end.accept(letter, clock.instant())));
    }
}
