package fr.preau.messaging;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;

/** The outbox of the current centre. */
interface OutboxLetters extends PostedLetters<OutboxLetter> {

    /**
     * The centres where letters wait. Reviewed: the only query of this module that looks across centres; it gives
     * their ids and nothing of what is in the letters, which are then read in their own centre.
     */
    @Query(value = "SELECT DISTINCT centre_id FROM outbox_letter WHERE due_at <= :now", nativeQuery = true)
    List<UUID> centresWithDueLetters(Instant now);

    boolean existsByLetterKeyAndCopy(String letterKey, int copy);

    boolean existsByLetterKeyStartingWithAndStateIn(String begins, Collection<LetterState> states);

    /** A letter that has left, and when it first did. */
    interface Left {

        String getLetterKey();

        Instant getLeftAt();
    }

    @Query("""
            select l.letterKey as letterKey, min(l.sentAt) as leftAt from OutboxLetter l
            where l.subjectId in :subjects and l.kind = :kind and l.sentAt is not null group by l.letterKey""")
    List<Left> left(String kind, Collection<UUID> subjects);

    @Query("select distinct l.subjectId from OutboxLetter l where l.state = FAILED and l.createdAt >= :since and l.kind = :kind")
    Set<UUID> subjectsGivenUp(String kind, Instant since);

    @Query("select distinct l.letterKey from OutboxLetter l where l.state = FAILED and l.createdAt >= :since and l.kind in :kinds")
    Set<String> keysGivenUp(Collection<String> kinds, Instant since);

    @Query("""
            select distinct l.subjectId from OutboxLetter l where l.subjectId in :subjects and l.kind = :kind
            and not exists (select 1 from OutboxLetter s where s.subjectId = l.subjectId and s.kind = l.kind and s.state = SENT)""")
    Set<UUID> subjectsOfWhichNoneHasLeft(String kind, Collection<UUID> subjects);

    @Query("""
            select new fr.preau.messaging.LetterFate(l.kind, l.title, l.state, l.createdAt, l.sentAt)
            from OutboxLetter l where l.subjectId in :subjects order by l.createdAt, l.id""")
    List<LetterFate> fates(Collection<UUID> subjects);

    /** Newest first. */
    @Query("""
            select l from OutboxLetter l
            where l.state in :states and (l.recipient like :words escape '!' or l.recipientName like :words escape '!')
            order by l.createdAt desc, l.id desc""")
    List<OutboxLetter> page(List<LetterState> states, String words, Pageable page);

    @Query("""
            select count(l) from OutboxLetter l
            where l.state in :states and (l.recipient like :words escape '!' or l.recipientName like :words escape '!')""")
    long count(List<LetterState> states, String words);
}
