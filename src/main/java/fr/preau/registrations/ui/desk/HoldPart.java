package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.DateField;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.TimeField;
import fr.preau.registrations.DeskService;
import fr.preau.registrations.DeskTerms;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

/** Something is missing: the place is held until a day and an hour, and what comes then is said at once. */
class HoldPart extends Fold {

    private static final long serialVersionUID = 1L;
    private static final LocalTime USUAL_HOUR = LocalTime.of(18, 0);

    private final transient DeskService desk;
    private final transient DeskWords words;
    private final TextField missing;
    private final DateField day;
    private final TimeField hour;
    private final Div then = new Div();

    HoldPart(DeskService desk, DeskWords words) {
        super(words.say("hold.title"));
        this.desk = desk;
        this.words = words;
        missing = new TextField(words.say("hold.missing"));
        missing.setHelperText(words.say("hold.missing-hint"));
        missing.setMaxLength(DeskTerms.LONGEST_REASON);
        missing.setWidthFull();
        day = new DateField(words.say("hold.until"));
        day.setManualValidation(true);
        hour = new TimeField(words.say("hold.hour"));
        hour.setValue(USUAL_HOUR);
        day.addValueChangeListener(change -> sayWhatFollows());
        hour.addValueChangeListener(change -> sayWhatFollows());
        var proposed = desk.proposedHold();
        var when = new Div(day, hour, Act.quiet(words.say("hold.propose", words.brief(proposed)), click -> propose(proposed)).small());
        when.addClassName("fields");
        hold(missing, when, then);
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
            then.add(Notice.info(words.say("hold.then", words.full(moment))).spoken());
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
