package fr.preau.registrations.ui.family;

import fr.preau.registrations.RegistrationService;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Keeps what is answered at each step, so that nothing is lost when the session ends or the server restarts. */
class Drafts {

    private final RegistrationService registrations;
    private final UUID group;

    Drafts(RegistrationService registrations, UUID group) {
        this.registrations = registrations;
        this.group = group;
    }

    FamilyDraft current() {
        return registrations.draft(group).map(FamilyDraft::of).orElseGet(this::begin);
    }

    /** The key must be the same in the next screen and in another tab: a new draft is kept at once. */
    private FamilyDraft begin() {
        var draft = FamilyDraft.begun();
        registrations.keepDraft(group, draft.toText());
        return draft;
    }

    void change(UnaryOperator<FamilyDraft> answer) {
        registrations.keepDraft(group, answer.apply(current()).toText());
    }
}
