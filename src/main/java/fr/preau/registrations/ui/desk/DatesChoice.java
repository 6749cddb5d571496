package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;
import fr.preau.activities.Booking;
import fr.preau.activities.GroupSheet;
import fr.preau.activities.SessionRecord;
import fr.preau.base.ui.Choice;
import fr.preau.base.ui.ManyCards;
import fr.preau.base.ui.Notice;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The dates to choose from, for a group that is booked one by one; how many there are, for a series. */
class DatesChoice extends Div {

    private static final long serialVersionUID = 1L;

    private final transient DeskWords words;
    private final transient Clock clock;
    private final Command changed;
    private @Nullable ManyCards<SessionRecord> cards;

    DatesChoice(DeskWords words, Clock clock, Command changed) {
        this.words = words;
        this.clock = clock;
        this.changed = changed;
    }

    /** Shows the dates of this group, these of them chosen. */
    void show(GroupSheet group, Set<UUID> chosen) {
        removeAll();
        cards = null;
        var ahead = group.toCome(clock.instant());
        if (group.booking() == Booking.WHOLE_SERIES) {
            add(Notice.info(words.say("register.series", ahead.size()) + (ahead.isEmpty() ? "" : " " + room(ahead) + ".")));
            return;
        }
        cards = new ManyCards<>(words.say("register.sessions"), ahead, one -> Choice.of(words.brief(one.startsAt()), room(one)));
        cards.addClassName("dense");
        cards.setValue(ahead.size() == 1 ? Set.copyOf(ahead)
                : ahead.stream().filter(one -> chosen.contains(one.id())).collect(Collectors.toSet()));
        cards.addValueChangeListener(change -> changed.execute());
        add(cards);
    }

    boolean isForSeries() {
        return cards == null;
    }

    /** Nothing for a whole series. */
    Set<UUID> value() {
        return cards == null ? Set.of() : cards.getValue().stream().map(SessionRecord::id).collect(Collectors.toSet());
    }

    /** When the chosen dates begin; nothing for a whole series. */
    Map<UUID, Instant> chosen() {
        return cards == null ? Map.of() : cards.getValue().stream().collect(Collectors.toMap(SessionRecord::id, SessionRecord::startsAt));
    }

    private String room(SessionRecord one) {
        var beyond = words.beyond(one.beyond());
        return beyond.isEmpty() ? room(List.of(one)) : room(List.of(one)) + " · " + beyond;
    }

    /** How many can still come to all of them. */
    private String room(List<SessionRecord> all) {
        int free = all.stream().mapToInt(SessionRecord::free).min().orElse(0);
        return free > 0 ? words.say("register.free", free)
                : words.say("register.full", all.stream().mapToInt(SessionRecord::waiting).max().orElse(0));
    }
}
