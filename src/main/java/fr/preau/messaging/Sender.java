package fr.preau.messaging;

import fr.preau.base.DatabaseAway;
import fr.preau.base.RetriedTransaction;
import fr.preau.messaging.smtp.DeliveryException;
import fr.preau.messaging.smtp.MailTransport;
import fr.preau.messaging.smtp.SendingFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
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
 * Takes a letter out of an outbox and sends it, any number of senders at once. Each letter goes three steps, and
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

    /** Between two attempts to tell the database that a letter has left. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final ObjectProvider<LetterWriter> writers;
    private final LetterPrinter printer;
    private final TransactionTemplate claims;
    private final RetriedTransaction transactions;
    private final Clock clock;

    Sender(ObjectProvider<LetterWriter> writers, LetterPrinter printer, PlatformTransactionManager transactionManager,
           RetriedTransaction transactions, Clock clock) {
        this.writers = writers;
        this.printer = printer;
        this.transactions = transactions;
        this.clock = clock;
        this.claims = new TransactionTemplate(transactionManager);
        // Under REPEATABLE READ the search would lock the gaps between letters too, and with them every caller that posts.
        this.claims.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /** What became of one letter. */
    enum Step {
        NOTHING_DUE, DONE,
        /** There is no use in asking again now. */
        SERVER_AWAY
    }

    /** Sends the letter of this outbox that waits the longest, if one is due. */
    Step sendOne(PostedLetters<? extends PostedLetter> outbox, MailTransport.Errand errand) {
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
        } catch (RuntimeException e) {
            LOG.error("Letter {} of kind {} could not be handed over", claim.letter(), claim.envelope().kind(), e);
            mark(outbox, claim, (letter, now) -> letter.miss(SendingFailure.NOT_WRITTEN, false, now));
            return Step.DONE;
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
