package fr.preau.registrations.ui.family;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import fr.preau.base.Moments;
import fr.preau.base.Texts;
import fr.preau.base.Tint;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Call;
import fr.preau.base.ui.Label;
import fr.preau.base.ui.TwoLines;
import fr.preau.registrations.RegistrationRecord;
import fr.preau.registrations.RegistrationState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * One person's registration: when, how it stands in words, and two taps to give it up. Of dates that are booked one by one they name
 * theirs; of a series they say that all of it ends, and how to miss one date only.
 */
class RegistrationPart extends Div {

    private static final long serialVersionUID = 1L;

    private final Div place = new Div();
    private final Div oneDate = new Div();
    private final String gesture;
    private final String whose;
    private final String question;
    private final Command cancel;

    /** @param phone the centre's; empty where it has none */
    RegistrationPart(RegistrationRecord one, Instant now, ZoneId zone, Moments moments, String phone, Command cancel) {
        var when = when(one, now, zone, moments);
        long toCome = one.dates().stream().filter(date -> date.startsAt().isAfter(now)).count();
        this.gesture = gesture(one);
        this.whose = one.sessionId() == null ? one.personName() : getTranslation("registrations.family.who-when", one.personName(), when);
        this.question = question(one, when, toCome);
        this.cancel = cancel;
        addClassName("seat");
        add(new TwoLines(one.personName(), when), new Label(tint(one.state()), state(one)));
        if (one.rank() > 0) {
            String reason = one.waits() == null ? "" : getTranslation("registrations.wait." + one.waits().word()) + " ";
            var why = new Paragraph(reason + getTranslation("registrations.family.waiting-why", one.rank()));
            why.addClassName("soft");
            add(why);
        }
        standing(one, zone, moments).ifPresent(text -> {
            var what = new Paragraph(text);
            what.addClassName("soft");
            add(what);
        });
        if (one.state().isActive() && one.offerId() == null) {
            place.addClassName("acts");
            oneDate.setVisible(false);
            if (endsASeries(one, toCome)) {
                oneDate.add(oneDateOnly(phone));
            }
            add(place, oneDate);
            ask();
        }
    }

    private boolean endsASeries(RegistrationRecord one, long toCome) {
        return gesture.equals("cancel") && one.sessionId() == null && toCome > 1;
    }

    private String question(RegistrationRecord one, String when, long toCome) {
        if (endsASeries(one, toCome)) {
            return getTranslation("registrations.family.cancel-series-sure", toCome, one.personName());
        }
        return gesture.equals("cancel") && one.sessionId() != null ? getTranslation("registrations.family.cancel-date-sure", one.personName(), when)
                : getTranslation("registrations.family." + gesture + "-sure", whose);
    }

    private Paragraph oneDateOnly(String phone) {
        var words = new Paragraph(getTranslation(phone.isBlank() ? "registrations.family.one-date-desk" : "registrations.family.one-date") + " ");
        if (!phone.isBlank()) {
            words.add(Call.to(phone));
        }
        return words;
    }

    /** What a request without an answer, and a place on hold, mean for now. */
    private Optional<String> standing(RegistrationRecord one, ZoneId zone, Moments moments) {
        if (one.state() == RegistrationState.REQUESTED) {
            return Optional.of(getTranslation("registrations.family.asked-why"));
        }
        if (one.state() != RegistrationState.PRE_REGISTERED || one.deadline() == null) {
            return Optional.empty();
        }
        var until = moments.full(one.deadline(), zone);
        return Optional.of(one.missing() == null ? getTranslation("registrations.family.held-why", until)
                : getTranslation("registrations.family.held-missing", until, one.missing()));
    }

    private String when(RegistrationRecord one, Instant now, ZoneId zone, Moments moments) {
        var dates = one.dates();
        if (dates.isEmpty()) {
            return one.seats().isEmpty() ? "" : moments.brief(one.seats().getFirst().startsAt(), zone);
        }
        String first = moments.brief(dates.getFirst().startsAt(), zone);
        if (dates.size() == 1) {
            return first;
        }
        return dates.getFirst().startsAt().isAfter(now) ? getTranslation("registrations.family.series", dates.size(), first)
                : dates.stream().filter(date -> date.startsAt().isAfter(now)).findFirst()
                        .map(next -> getTranslation("registrations.family.series-next", dates.size(), moments.brief(next.startsAt(), zone)))
                        .orElseGet(() -> getTranslation("registrations.family.series", dates.size(), first));
    }

    private String state(RegistrationRecord one) {
        return getTranslation("registrations.state." + Texts.word(one.state()));
    }

    /** As a family sees where it stands, here and in what happened. */
    static Tint tint(RegistrationState state) {
        return switch (state) {
            case CONFIRMED, COMPLETED -> Tint.LIME;
            case OFFERED, PRE_REGISTERED -> Tint.SUN;
            case WAITING, REQUESTED -> Tint.ROOF;
            default -> Tint.PLAIN;
        };
    }

    /** What giving it up is called: there is no place in what nobody has answered. */
    static String gesture(RegistrationRecord one) {
        return one.state() == RegistrationState.REQUESTED ? "withdraw" : one.rank() > 0 ? "leave" : "cancel";
    }

    /** The first tap asks in place, the second one does it. */
    private Act ask() {
        var ask = Act.quiet(getTranslation("registrations.family." + gesture, whose), click -> sure()).small();
        oneDate.setVisible(false);
        place.removeAll();
        place.getElement().removeAttribute("role").removeAttribute("aria-label");
        place.add(ask);
        return ask;
    }

    /** The focus goes along: to "no", which is read with the question; and back to where it was. */
    private void sure() {
        var no = Act.alt(getTranslation("base.confirm.no"), click -> ask().focus());
        oneDate.setVisible(true);
        place.removeAll();
        place.getElement().setAttribute("role", "group").setAttribute("aria-label", question);
        place.add(new Span(question), Act.danger(getTranslation("registrations.family." + gesture + "-yes"), yes -> cancel.execute()).once(), no);
        no.focus();
    }
}
