package fr.preau.messaging;

import fr.preau.base.AllowedTo;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows the centre's staff what became of its letters. Reception and direction only: letters name people and what they
 * come for, and animators see those on their own sheets. Sign-in letters belong to no centre and are shown to nobody.
 */
@Service
@AllowedTo({Role.RECEPTION, Role.DIRECTOR})
@Transactional(readOnly = true)
public class PostedLetterService {

    private final OutboxLetters letters;
    private final LetterDrop drop;
    private final Postman postman;
    private final ObjectProvider<ReaderNow> readers;
    private final Clock clock;

    PostedLetterService(OutboxLetters letters, LetterDrop drop, Postman postman, ObjectProvider<ReaderNow> readers, Clock clock) {
        this.letters = letters;
        this.drop = drop;
        this.postman = postman;
        this.readers = readers;
        this.clock = clock;
    }

    /**
     * Newest first.
     *
     * @param words part of the recipient's name or address; case and accents do not matter; may be empty
     * @param page  the first is 0
     */
    public List<PostedLetterRecord> page(PostedLetterFilter filter, String words, int page, int size) {
        return letters.page(filter.states(), like(words), PageRequest.of(page, size)).stream().map(PostedLetter::toRecord).toList();
    }

    public long count(PostedLetterFilter filter, String words) {
        return letters.count(filter.states(), like(words));
    }

    public Optional<PostedLetterRecord> find(UUID id) {
        return letters.findById(id).map(PostedLetter::toRecord);
    }

    /**
     * Sends a letter again: the same one when it never left, a new one when it did. It goes where the reader is
     * reached now and says what is true now; it does not leave when that is nothing. A second click asks for nothing more.
     */
    @Transactional
    public SendAgain sendAgain(UUID id) {
        var found = letters.findById(id).filter(one -> one.toRecord().mayBeSentAgain());
        if (found.isEmpty()) {
            return SendAgain.NOT_POSSIBLE;
        }
        var letter = found.get();
        var reader = readerNow(letter.envelope());
        if (reader.isEmpty()) {
            return SendAgain.NO_ADDRESS;
        }
        if (letter.state() == LetterState.FAILED) {
            letter.tryAgain(reader.get(), clock.instant());
        } else if (letters.existsByLetterKeyAndCopy(letter.envelope().key(), letter.copy() + 1)) {
            return SendAgain.ALREADY_ASKED;
        } else {
            drop.add(CurrentCentre.require(), letter.envelope().to(reader.get()), letter.copy() + 1, clock.instant());
        }
        postman.comeAfterCommit();
        return SendAgain.ON_ITS_WAY;
    }

    private Optional<Recipient> readerNow(Envelope envelope) {
        return readers.stream().filter(known -> known.knows(envelope.kind())).findFirst()
                .map(known -> known.of(envelope)).orElseGet(() -> Optional.of(envelope.recipient()));
    }

    private static String like(String words) {
        return "%" + words.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
