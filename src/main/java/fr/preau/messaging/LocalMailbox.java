package fr.preau.messaging;

import fr.preau.base.AllowedTo;
import fr.preau.base.Demonstration;
import fr.preau.base.FederationWide;
import fr.preau.base.Role;
import fr.preau.messaging.smtp.OutgoingMail;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where letters arrive when there is no mail server: a visitor of the demonstration reads here what a resident would
 * receive. Anybody may read it, and only in the demonstration: elsewhere it is empty to whoever asks.
 */
@Service
@FederationWide
@AllowedTo(Role.ANYONE)
@Transactional(readOnly = true)
public class LocalMailbox {

    /** Messages of one page. */
    public static final int PAGE = 20;
    private static final Duration KEPT = Duration.ofDays(14);

    private final LocalMails mails;
    private final Clock clock;
    private final boolean open;

    LocalMailbox(LocalMails mails, Clock clock, Demonstration demonstration) {
        this.mails = mails;
        this.clock = clock;
        this.open = demonstration.on();
    }

    /** Whether visitors may read it. */
    public boolean isOpen() {
        return open;
    }

    /** Newest first; the first page is 0. */
    public List<LocalMailRecord> page(int page) {
        return open ? mails.findAllByOrderByReceivedAtDescIdDesc(PageRequest.of(page, PAGE)).stream().map(LocalMail::toRecord).toList()
                : List.of();
    }

    public long count() {
        return open ? mails.count() : 0;
    }

    public Optional<LocalMailRecord> find(UUID id) {
        return open ? mails.findById(id).map(LocalMail::toRecord) : Optional.empty();
    }

    /** Takes a message as a mail server would; the same one twice is one. */
    @AllowedTo(Role.THE_HOUSE)
    @Transactional
    void deliver(OutgoingMail mail) {
        mails.deleteOlderThan(clock.instant().minus(KEPT));
        if (!mails.existsByMessageId(mail.messageId())) {
            mails.save(new LocalMail(mail, clock.instant()));
        }
    }
}
