package fr.preau.registrations.ui.family;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import fr.preau.base.Moments;
import fr.preau.base.ui.Act;
import fr.preau.registrations.RegistrationRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was given up in the last minutes and can still come back, gesture by gesture: a message in passing is soon gone. */
class TakeBackPart extends Div {

    private static final long serialVersionUID = 1L;

    private record Gesture(UUID request, Instant at) {
    }

    TakeBackPart(List<RegistrationRecord> some, ZoneId zone, Moments moments, SerializableConsumer<Set<UUID>> takeBack) {
        addClassName("line");
        some.stream().collect(Collectors.groupingBy(one -> new Gesture(one.requestId(), one.changedAt()), LinkedHashMap::new, Collectors.toList()))
                .values().forEach(gesture -> {
                    var ids = gesture.stream().map(RegistrationRecord::id).collect(Collectors.toSet());
                    add(Act.alt(getTranslation("registrations.family.take-back", gesture.getFirst().title(), whose(gesture, zone, moments)),
                            click -> takeBack.accept(ids)).small().once());
                });
        setVisible(!some.isEmpty());
    }

    /** With the date where it is one: the same person may have given up two, one after the other. */
    private String whose(List<RegistrationRecord> gesture, ZoneId zone, Moments moments) {
        var names = gesture.stream().map(RegistrationRecord::personName).distinct().collect(Collectors.joining(", "));
        var dates = gesture.stream().flatMap(one -> one.namedDates().stream()).map(RegistrationRecord.SeatRecord::startsAt).distinct().toList();
        return dates.size() == 1 ? getTranslation("registrations.family.when-who", names, moments.brief(dates.getFirst(), zone)) : names;
    }
}
