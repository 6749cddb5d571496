package fr.preau.registrations;

import fr.preau.base.EmailAddress;
import fr.preau.base.Role;
import fr.preau.messaging.Envelope;
import fr.preau.messaging.Recipient;
import fr.preau.registrations.RegisterOutcome.Registered;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A group with one place, for which the team answers each request, and how families ask and the team answers. */
abstract class ByApproval extends RegistrationsTest {

    @Autowired
    RegistrationLetters letters;

    Group group;
    Family family;

    @BeforeEach
    void aGroupThatNeedsAYes() {
        clock.reset();
        group = town.group(centre).byApproval().places(1).stands();
        family = town.family(centre).lives();
    }

    @AfterEach
    void countersStayTrue() {
        countersAreTrue(group);
        clock.reset();
    }

    /** A family of its own, and what it asked for. */
    record Asked(Family family, UUID request, Answer answer) {
    }

    Asked asks() {
        var who = town.family(centre).lives();
        var registered = (Registered) register(who, group, List.of(who.person()), PartyRule.WHO_CAN);
        return new Asked(who, registered.request(), registered.answers().getFirst());
    }

    int rank(Asked asked) {
        return as(asked.family(), () -> registrations.mine()).getFirst().rank();
    }

    ApprovalOutcome accept(Answer asked) {
        return asStaff(Role.ANIMATOR, () -> approvals.accept(Set.of(asked.registration())));
    }

    UndoOutcome takeBack(Answer accepted) {
        return asStaff(Role.ANIMATOR, () -> approvals.takeBack(Set.of(accepted.registration())));
    }

    List<String> calls() {
        return database.sql("SELECT about FROM call_task WHERE centre_id = :centre AND done_at IS NULL").param("centre", centre.id())
                .query(String.class).list();
    }

    /** The letter of this kind that the outbox has about the request of this registration, as it would leave now. */
    String text(LetterKind kind, Answer about) {
        return written(kind, about).stream().flatMap(Optional::stream).findFirst().orElseThrow();
    }

    /** All letters of this kind about the request, as they would leave now; one that says nothing true any more does not leave. */
    List<Optional<String>> written(LetterKind kind, Answer about) {
        return database.sql("""
                SELECT l.letter_key FROM outbox_letter l JOIN registration r ON r.request_id = l.subject_id
                WHERE r.id = :id AND l.kind = :kind""").param("id", about.registration()).param("kind", kind.kind()).query(String.class).list().stream()
                .map(key -> in(() -> letters.write(new Envelope(key, kind.kind(), UUID.fromString(key.split(":")[1]),
                        new Recipient(EmailAddress.parse("a@exemple.fr").orElseThrow(), "Amina")))).map(Object::toString)).toList();
    }
}
