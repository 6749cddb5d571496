package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.Command;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.DateField;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.TimeField;
import fr.preau.people.HouseholdRecord;
import fr.preau.registrations.DeskService;
import fr.preau.registrations.DeskTerms;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Something is missing: the place is held until a day and an hour, and what comes then is said at once. */
class HoldPart extends Fold {

    private static final long serialVersionUID = 1L;
    private static final LocalTime USUAL_HOUR = LocalTime.of(18, 0);
    /** What the address says of it: a day and an hour, and what is missing. */
    private static final String DAY = "jusqua";
    private static final String HOUR = "heure";
    private static final String MISSING = "manque";

    private final transient DeskService desk;
    private final transient DeskWords words;
    private final HouseholdRecord family;
    private final ReasonField missing;
    private final DateField day;
    private final TimeField hour;
    private final Div then = new Div();

    /** @param changed when something is typed, to be kept */
    HoldPart(DeskTask task, DeskService desk, DeskWords words, Command changed) {
        super(words.say("hold.title"));
        this.desk = desk;
        this.words = words;
        this.family = task.family();
        missing = new ReasonField(words, words.say("hold.missing"), words.sayOf(family, "hold.missing-hint"), DeskTerms.LONGEST_REASON);
        day = new DateField(words.say("hold.until"));
        day.setManualValidation(true);
        hour = new TimeField(words.say("hold.hour"));
        hour.setValue(USUAL_HOUR);
        day.addValueChangeListener(change -> sayWhatFollows());
        hour.addValueChangeListener(change -> sayWhatFollows());
        // The activity may have its own usual time.
        var proposed = desk.proposedHold(task.sheet().rules());
        var when = new Div(day, hour, Act.quiet(words.say("hold.propose", words.brief(proposed)), click -> propose(proposed)).small());
        when.addClassName("fields");
        hold(missing, when, then);
        read(task.address());
        List.<HasValue<?, ?>>of(missing, day, hour).forEach(field -> field.addValueChangeListener(change -> changed.execute()));
    }

    private void read(QueryParameters address) {
        address.getSingleParameter(HOUR).flatMap(text -> parsed(text, LocalTime::parse)).ifPresent(hour::setValue);
        address.getSingleParameter(DAY).flatMap(text -> parsed(text, LocalDate::parse)).ifPresent(day::setValue);
        address.getSingleParameter(MISSING).map(HoldPart::shortened).ifPresent(missing::setValue);
        if (day.getValue() != null || !missing.isEmpty()) {
            setOpen(true);
        }
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> how) {
        try {
            return Optional.of(how.apply(text));
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }

    /** What the address has to say for all of this to be found again. */
    void keepIn(Map<String, String> state) {
        state.put(DAY, day.getValue() == null ? "" : day.getValue().toString());
        state.put(HOUR, day.getValue() == null || hour.getValue() == null ? "" : hour.getValue().toString());
        state.put(MISSING, shortened(missing.getValue()));
    }

    /** An address holds what may be written, not a book. */
    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), DeskTerms.LONGEST_REASON));
    }

    private void propose(Instant moment) {
        var local = moment.atZone(words.zone());
        day.setValue(local.toLocalDate());
        hour.setValue(local.toLocalTime());
    }

    private void sayWhatFollows() {
        day.setInvalid(false);
        then.removeAll();
        until().ifPresent(moment -> {
            then.add(Notice.info(words.sayOf(family, "hold.then", words.full(moment))).spoken());
            if (!desk.isAtTheDesk(moment)) {
                then.add(Notice.warn(words.say("hold.closed")));
            }
        });
    }

    private Optional<Instant> until() {
        return day.getValue() == null || hour.getValue() == null ? Optional.empty()
                : Optional.of(day.getValue().atTime(hour.getValue()).atZone(words.zone()).toInstant());
    }

    /** These terms and the hold, if there is one; nothing when what was typed does not go, which the field then says. */
    Optional<DeskTerms> grantedWith(DeskTerms terms) {
        if (!missing.fits()) {
            setOpen(true);
            return Optional.empty();
        }
        var until = until();
        if (until.isPresent()) {
            return Optional.of(terms.holdingUntil(until.get(), missing.getValue()));
        }
        if (day.isUnreadable() || hour.isUnreadable()) {
            refuse(words.say("hold.unreadable"));
        } else if (day.getValue() != null || !missing.isEmpty()) {
            refuse(words.say("hold.when-missing"));
        } else {
            return Optional.of(terms);
        }
        return Optional.empty();
    }

    /** Says at the date what does not go. */
    void refuse(String why) {
        setOpen(true);
        day.setErrorMessage(why);
        day.setInvalid(true);
        day.focus();
    }
}
