package fr.preau.registrations.ui.family;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import fr.preau.base.Moments;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Notice;
import fr.preau.registrations.RegistrationRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What was given up in the last minutes and can still come back, gesture by gesture: a message in passing is soon gone. */
class TakeBackPart extends Div {

    private static final long serialVersionUID = 1L;

    private record Gesture(UUID request, Instant at) {
    }

    /** @param isRoomForAll whether one way back leaves the others open */
    TakeBackPart(List<RegistrationRecord> some, Predicate<Set<UUID>> isRoomForAll, ZoneId zone, Moments moments,
                 SerializableConsumer<Set<UUID>> takeBack) {
        addClassName("stack");
        var gestures = some.stream().collect(Collectors.groupingBy(one -> new Gesture(one.requestId(), one.changedAt()), LinkedHashMap::new,
                Collectors.toList())).values();
        if (gestures.size() > 1 && !isRoomForAll.test(ids(some))) {
            add(Notice.info(getTranslation("registrations.family.take-back-choose")));
        }
        var line = new Div();
        line.addClassName("line");
        gestures.forEach(gesture -> line.add(Act.alt(getTranslation("registrations.family.take-back", gesture.getFirst().title(),
                whose(gesture, zone, moments)), click -> takeBack.accept(ids(gesture))).small().once()));
        add(line);
        setVisible(!some.isEmpty());
    }

    private static Set<UUID> ids(List<RegistrationRecord> some) {
        return some.stream().map(RegistrationRecord::id).collect(Collectors.toSet());
    }

    /** With the date where it is one: the same person may have given up two, one after the other. */
    private String whose(List<RegistrationRecord> gesture, ZoneId zone, Moments moments) {
        var names = gesture.stream().map(RegistrationRecord::personName).distinct().collect(Collectors.joining(", "));
        var dates = gesture.stream().flatMap(one -> one.namedDates().stream()).map(RegistrationRecord.SeatRecord::startsAt).distinct().toList();
        return dates.size() == 1 ? getTranslation("registrations.family.when-who", names, moments.brief(dates.getFirst(), zone)) : names;
    }
}
