package fr.preau.messaging;

import fr.preau.base.AllowedTo;
import fr.preau.base.Role;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells other modules what became of their letters: for the reader, and so that somebody else tells her what came to nothing. */
@Service
@AllowedTo(Role.THE_HOUSE)
@Transactional(readOnly = true)
public class LetterFates {

    private static final Set<LetterState> MAY_BE_READ = EnumSet.of(LetterState.WAITING, LetterState.SENDING, LetterState.SENT);

    private final OutboxLetters letters;

    LetterFates(OutboxLetters letters) {
        this.letters = letters;
    }

    /** What those letters of this kind speak of that the current centre has posted since then and that were given up. */
    public Set<UUID> givenUp(String kind, Instant since) {
        return letters.subjectsGivenUp(kind, since);
    }

    /** The keys of those letters of these kinds that the current centre has posted since then and that were given up. */
    public Set<String> keysGivenUp(Collection<String> kinds, Instant since) {
        return letters.keysGivenUp(kinds, since);
    }

    /** Whether one of the letters whose keys begin like this has left or may still leave: to another address, or sent again. */
    public boolean mayBeRead(String keyBegins) {
        return letters.existsByLetterKeyStartingWithAndStateIn(keyBegins, MAY_BE_READ);
    }

    /** When the first copy of each letter of this kind on these subjects left, by its key; none of those that have not. */
    public Map<String, Instant> leftAt(String kind, Collection<UUID> subjects) {
        return subjects.isEmpty() ? Map.of() : letters.left(kind, subjects).stream()
                .collect(Collectors.toMap(OutboxLetters.Left::getLetterKey, OutboxLetters.Left::getLeftAt));
    }

    /** Those of these subjects on which there are letters of this kind and none has left: the mail server was away, or refused them all. */
    public Set<UUID> ofWhichNoneHasLeft(String kind, Collection<UUID> subjects) {
        return subjects.isEmpty() ? Set.of() : letters.subjectsOfWhichNoneHasLeft(kind, subjects);
    }

    /** The current centre's letters on these subjects, the oldest first. */
    public List<LetterFate> of(Collection<UUID> subjects) {
        return subjects.isEmpty() ? List.of() : letters.fates(subjects);
    }
}
