package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Notice;
import fr.preau.registrations.Channel;
import fr.preau.registrations.DeskService;
import fr.preau.registrations.HistoryLine;
import fr.preau.registrations.RegistrationRecord;
import fr.preau.registrations.RegistrationState;
import fr.preau.registrations.UndoOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What of a request was just cancelled and can come back, gesture by gesture; what the family gave up, in the way in which it says so. */
class RestorePart extends Div {

    private static final long serialVersionUID = 1L;

    private final transient DeskService desk;
    private final SerializableConsumer<UndoOutcome> done;

    /** @param steps all that has happened to the request, the oldest first */
    RestorePart(List<RegistrationRecord> back, List<HistoryLine> steps, DeskService desk, DeskWords words, SerializableConsumer<UndoOutcome> done) {
        this.desk = desk;
        this.done = done;
        addClassName("stack");
        setVisible(!back.isEmpty());
        var way = new WayCards(words, words.say("request.restore-way"), usual(back, steps));
        if (back.stream().anyMatch(RestorePart::isOfFamily)) {
            add(way);
        }
        var gestures = back.stream().collect(Collectors.groupingBy(RegistrationRecord::changedAt, LinkedHashMap::new, Collectors.toList())).values();
        if (gestures.size() > 1 && !desk.isRoomForAll(ids(back))) {
            add(Notice.info(words.say("request.restore-choose")));
        }
        var line = new Div();
        line.addClassName("line");
        gestures.forEach(gesture -> line.add(Act.alt(words.say("request.restore", words.whose(gesture)),
                click -> restore(gesture, isOfFamily(gesture.getFirst()) ? way.getValue() : Channel.DESK)).small().once()));
        add(line);
    }

    private static boolean isOfFamily(RegistrationRecord ended) {
        return ended.state() == RegistrationState.CANCELLED_BY_FAMILY;
    }

    /** Who has just called or written to cancel mostly takes it back in the same way; who did it herself comes by. */
    private static Channel usual(List<RegistrationRecord> back, List<HistoryLine> steps) {
        return steps.reversed().stream().filter(step -> back.stream().anyMatch(one -> isOfFamily(one) && one.id().equals(step.registration())))
                .findFirst().map(HistoryLine::channel).filter(WayCards.WAYS::contains).orElse(Channel.DESK);
    }

    private void restore(List<RegistrationRecord> gesture, Channel said) {
        done.accept(desk.undoCancel(ids(gesture), said));
    }

    private static Set<UUID> ids(List<RegistrationRecord> some) {
        return some.stream().map(RegistrationRecord::id).collect(Collectors.toSet());
    }
}
