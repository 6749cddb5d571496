package fr.preau.registrations.ui.family;

import fr.preau.activities.ActivitySheet;
import fr.preau.people.PersonDetails;
import fr.preau.registrations.RegistrationService;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keeps what is answered at each step, so that nothing is lost when the session ends or the server restarts. */
class Drafts {

    private final RegistrationService registrations;
    private final UUID group;
    private @Nullable FamilyDraft seen;

    Drafts(RegistrationService registrations, UUID group) {
        this.registrations = registrations;
        this.group = group;
    }

    /** As it stood when this screen opened. */
    FamilyDraft current() {
        if (seen == null) {
            seen = kept();
        }
        return seen;
    }

    /** What became of the answers before, as long as it stands: a request that was given up is done with, and who goes back may ask anew. */
    Optional<UUID> sent() {
        return Optional.ofNullable(current().sent()).filter(request -> stands(request, registrations));
    }

    /** The same for whichever group of this activity; asking keeps nothing. */
    static Optional<UUID> sentForAny(ActivitySheet activity, RegistrationService registrations) {
        return activity.groups().stream().flatMap(group -> registrations.draft(group.id()).map(FamilyDraft::of).map(FamilyDraft::sent).stream())
                .filter(request -> stands(request, registrations)).findFirst();
    }

    private static boolean stands(UUID request, RegistrationService registrations) {
        return registrations.request(request).stream().anyMatch(one -> one.state().isActive());
    }

    /** Who was half described when this screen opened; asking keeps nothing. */
    Optional<PersonDetails> typed() {
        return registrations.draft(group).map(FamilyDraft::of).map(FamilyDraft::typed);
    }

    /** Keeps what is typed of somebody so far. */
    void type(PersonDetails person) {
        change(draft -> draft.typing(person));
    }

    /** As it stands now: another tab may have answered since. */
    private FamilyDraft kept() {
        return registrations.draft(group).map(FamilyDraft::of).orElseGet(this::begin);
    }

    /** The key must be the same in the next screen and in another tab: a new draft is kept at once. */
    private FamilyDraft begin() {
        var draft = FamilyDraft.begun();
        registrations.keepDraft(group, draft.toText());
        return draft;
    }

    /** It has become this request: its answers are forgotten, and who goes back is told so. */
    void becomes(UUID request) {
        keep(FamilyDraft.after(request));
    }

    void change(UnaryOperator<FamilyDraft> answer) {
        keep(answer.apply(kept()));
    }

    private void keep(FamilyDraft draft) {
        seen = draft;
        registrations.keepDraft(group, draft.toText());
    }
}
