package fr.preau.registrations.ui.family;

import com.vaadin.flow.function.SerializableSupplier;
import fr.preau.base.Moments;
import fr.preau.base.Picto;
import fr.preau.base.Texts;
import fr.preau.base.Tint;
import fr.preau.base.ui.Story;
import fr.preau.base.ui.Unfolding;
import fr.preau.registrations.Actor;
import fr.preau.registrations.HistoryLine;
import fr.preau.registrations.RegistrationRecord;
import fr.preau.registrations.RegistrationState;
import java.time.ZoneId;
import java.util.List;

/** "Ce qui s’est passé": each step of a request in plain words, read when somebody wants to see it. */
class HistoryPart extends Unfolding {

    private static final long serialVersionUID = 1L;

    private final List<RegistrationRecord> request;
    private final ZoneId zone;
    private final transient Moments moments;
    private final SerializableSupplier<List<HistoryLine>> history;
    private final SerializableSupplier<String> wayToFamily;

    /** @param wayToFamily how it hears of a place ({@link DoneStep#wayTo}) */
    HistoryPart(List<RegistrationRecord> request, ZoneId zone, Moments moments, SerializableSupplier<List<HistoryLine>> history,
                SerializableSupplier<String> wayToFamily) {
        super(Picto.HISTORY, "registrations.family.history");
        this.request = request;
        this.zone = zone;
        this.moments = moments;
        this.history = history;
        this.wayToFamily = wayToFamily;
    }

    @Override
    protected Story content() {
        var story = new Story();
        history.get().forEach(line -> story.add(RegistrationPart.tint(line.to()), what(line), how(line)));
        var waiting = request.stream().filter(one -> one.rank() > 0).toList();
        if (!waiting.isEmpty()) {
            var next = getTranslation("registrations.family.step.now." + wayToFamily.get());
            waiting.forEach(one -> story.add(Tint.ROOF, getTranslation("registrations.family.step.now", one.personName(), one.rank()), next));
        }
        return story;
    }

    private String what(HistoryLine line) {
        String who = line.sessionStartsAt() == null ? line.personName()
                : getTranslation("registrations.family.step.who-when", line.personName(), moments.brief(line.sessionStartsAt(), zone));
        String words = getTranslation("registrations.family.step." + key(line), who);
        return line.to() == RegistrationState.WAITING && !line.isSeparation() ? words + why(line) : words;
    }

    /** Whoever gets a place at once asked for it in the same breath; whoever waited hears of it later. */
    private static String key(HistoryLine line) {
        String word = Texts.word(line.to());
        if (line.isSeparation()) {
            return "separated";
        }
        if (line.isYesTakenBack()) {
            return word + "-again";
        }
        if (line.to() == RegistrationState.EXPIRED && line.from() == RegistrationState.PRE_REGISTERED) {
            return "hold-over"; // nobody was asked anything
        }
        if (line.isLeftUnanswered()) {
            return word + "-unanswered";
        }
        if (line.removed()) {
            return "person-removed"; // nobody of this family need have asked for it
        }
        if (line.to() != RegistrationState.CONFIRMED) {
            return word;
        }
        return switch (line.from()) {
            case DRAFT -> word;
            case OFFERED -> word + "-accepted";
            default -> word + "-later";
        };
    }

    private String why(HistoryLine line) {
        return request.stream().filter(one -> one.id().equals(line.registration()) && one.waits() != null).findFirst()
                .map(one -> " " + getTranslation("registrations.wait." + one.waits().word())).orElse("");
    }

    /** When, and by whom: the family's own people by name, the staff as the centre. */
    private String how(HistoryLine line) {
        String when = moments.full(line.happenedAt(), zone);
        String by = switch (line.actor()) {
            case FAMILY -> line.who() == null ? getTranslation("registrations.family.step.by.family") : line.who();
            case STAFF -> getTranslation("registrations.family.step.by.staff");
            case JOB -> "";
        };
        String way = line.channel() == null || line.actor() == Actor.JOB ? ""
                : " " + getTranslation("registrations.channel." + Texts.word(line.channel()));
        return (by.isEmpty() ? when : when + ", " + by + way) + reason(line);
    }

    private String reason(HistoryLine line) {
        return line.toldReason().map(why -> ". " + getTranslation("registrations.letter.reason", why)).orElse("");
    }
}
