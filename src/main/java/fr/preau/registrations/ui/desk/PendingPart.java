package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.function.SerializableBiConsumer;
import com.vaadin.flow.function.SerializableConsumer;
import fr.preau.accounts.CurrentUser;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Choice;
import fr.preau.base.ui.ManyCards;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.Toast;
import fr.preau.people.HouseholdRecord;
import fr.preau.registrations.ApprovalOutcome;
import fr.preau.registrations.ApprovalService;
import fr.preau.registrations.DeskTerms;
import fr.preau.registrations.PendingRequest;
import fr.preau.registrations.RegistrationRecord;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What of a request waits for the team's answer: who, what a yes would mean, yes or no. Nothing when nothing waits. */
class PendingPart extends Div {

    private static final long serialVersionUID = 1L;

    private final transient ApprovalService approvals;
    private final transient DeskWords words;
    private final HouseholdRecord family;
    private final SerializableConsumer<String> done;
    private final SerializableBiConsumer<String, Set<UUID>> accepted;
    private final ReasonField beyond;
    private final ManyCards<PendingRequest> who;

    /**
     * @param done     what to say once it is answered
     * @param accepted what to say of a yes, and whose it can be taken back
     */
    PendingPart(UUID request, HouseholdRecord family, List<RegistrationRecord> all, ApprovalService approvals, DeskWords words,
                SerializableConsumer<String> done, SerializableBiConsumer<String, Set<UUID>> accepted) {
        this.approvals = approvals;
        this.words = words;
        this.family = family;
        this.done = done;
        this.accepted = accepted;
        beyond = new ReasonField(words, words.say("register.beyond"), words.say("register.beyond-hint"), DeskTerms.LONGEST_REASON);
        addClassName("stack");
        var pending = approvals.pending(request);
        who = new ManyCards<>(words.say("request.pending-who"), pending, one -> Choice.of(names(one, all), dates(one, all) + " · " + consequence(one)));
        who.addClassName("dense");
        who.setValue(Set.copyOf(pending));
        setVisible(!pending.isEmpty());
        if (!pending.isEmpty()) {
            ask(pending);
        }
    }

    private void ask(List<PendingRequest> pending) {
        add(new H2(words.say("request.pending")));
        if (pending.size() == 1) {
            add(Notice.info(consequence(pending.getFirst())));
        } else {
            add(who);
        }
        int older = pending.stream().mapToInt(PendingRequest::olderRequests).max().orElse(0);
        if (older > 0) {
            add(Notice.warn(words.say("request.older", older)));
        }
        var line = new Div(Act.go(words.say("request.accept"), click -> accept()), Act.alt(words.say("request.refuse"), click -> refuse()));
        line.addClassName("line");
        if (CurrentUser.isOneOf(Role.RECEPTION, Role.DIRECTOR) && pending.stream().anyMatch(one -> one.rank() > 0)) {
            add(new Fold(words.say("request.beyond"), beyond));
        }
        add(line);
    }

    private String consequence(PendingRequest one) {
        return one.rank() == 0 ? words.say("request.yes-place") : words.say("request.yes-rank", one.rank());
    }

    private static String names(PendingRequest one, List<RegistrationRecord> all) {
        return of(one, all).stream().map(RegistrationRecord::personName).distinct().collect(Collectors.joining(", "));
    }

    private String dates(PendingRequest one, List<RegistrationRecord> all) {
        return of(one, all).stream().findFirst().map(words::when).orElse("");
    }

    private static List<RegistrationRecord> of(PendingRequest one, List<RegistrationRecord> all) {
        return all.stream().filter(registration -> one.registrations().contains(registration.id())).toList();
    }

    private Set<UUID> chosen() {
        return who.getValue().stream().flatMap(one -> one.registrations().stream()).collect(Collectors.toSet());
    }

    private void accept() {
        if (chosen().isEmpty()) {
            Toast.say(words.say("register.nobody-chosen"));
            return;
        }
        if (!beyond.fits()) {
            return;
        }
        var outcome = beyond.getValue().isBlank() ? approvals.accept(chosen()) : approvals.acceptBeyond(chosen(), beyond.getValue());
        if (outcome.nothingDone()) {
            done.accept(words.say("request.answered"));
        } else {
            accepted.accept(words.say(word(outcome)), outcome.accepted());
        }
    }

    private static String word(ApprovalOutcome outcome) {
        if (outcome.waiting().isEmpty()) {
            return "request.accepted";
        }
        return outcome.placed().isEmpty() ? "request.accepted-waits" : "request.accepted-both";
    }

    private void refuse() {
        if (chosen().isEmpty()) {
            Toast.say(words.say("register.nobody-chosen"));
            return;
        }
        var told = words.sayOf(family, "request.reason-told");
        new AskReasonDialog(words, words.say("request.refuse-title"), told, words.say("request.refuse"), reason -> {
            var outcome = approvals.refuse(chosen(), reason);
            done.accept(outcome.nothingDone() ? words.say("request.answered") : words.sayOf(family, "request.refused"));
        }).open();
    }
}
