package fr.preau.registrations;

import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of a gesture. */
public sealed interface RegisterOutcome extends Serializable {

    /**
     * It is written: each person has a place or waits.
     *
     * @param refused  those of "who can" who cannot; empty when the same gesture is told again
     * @param overlaps what they should know and may ignore
     */
    record Registered(UUID request, List<Answer> answers, List<PersonRefusal> refused, List<Overlap> overlaps) implements RegisterOutcome {

        public boolean everybodyHasAPlace() {
            return answers.stream().allMatch(answer -> answer.state().takesPlace());
        }

        /** The team answers first: nobody has a place or a rank yet. */
        public boolean isToBeAccepted() {
            return answers.stream().anyMatch(answer -> answer.state() == RegistrationState.REQUESTED);
        }

        public boolean nobodyHasAPlace() {
            return answers.stream().noneMatch(answer -> answer.state().takesPlace());
        }

        /**
         * Who was asked for and has no answer, or not for all the sessions: somebody cannot, or the same key was sent before with other
         * wishes. Who was registered already is not among them.
         */
        public List<UUID> leftOut(RegisterCommand command) {
            Collection<@Nullable UUID> units = command.sessions().isEmpty() ? Collections.singleton(null) : List.copyOf(command.sessions());
            return command.persons().stream().filter(person -> units.stream().anyMatch(unit -> !hasAnswer(person, unit))).toList();
        }

        private boolean hasAnswer(UUID person, @Nullable UUID session) {
            return answers.stream().anyMatch(one -> one.person().equals(person) && isFor(session, one.session()))
                    || refused.stream().anyMatch(one -> one.person().equals(person) && isFor(session, one.session()) && one.why().isAlreadyIn());
        }

        /** What names no session is for the whole series. */
        private static boolean isFor(@Nullable UUID session, @Nullable UUID named) {
            return named == null || named.equals(session);
        }
    }

    /** Nothing is written; each reason has its person. */
    record Refused(List<PersonRefusal> whyNot) implements RegisterOutcome {
    }
}
