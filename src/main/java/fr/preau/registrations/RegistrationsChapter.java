package fr.preau.registrations;

import fr.preau.base.Moments;
import fr.preau.base.Texts;
import fr.preau.centres.CentreService;
import fr.preau.people.FileCell;
import fr.preau.people.FileChapter;
import fr.preau.people.FileTable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A family's registrations in the copy of its file, with what happened to each. Of what another family has asked for one of its persons
 * (a parent who lives elsewhere) no more than who goes where and when.
 */
@Component
@Order(2)
class RegistrationsChapter implements FileChapter {

    private final RegistrationSheets sheets;
    private final RegistrationHistories histories;
    private final CentreService centres;
    private final Texts texts;
    private final Moments moments;

    RegistrationsChapter(RegistrationSheets sheets, RegistrationHistories histories, CentreService centres, Texts texts, Moments moments) {
        this.sheets = sheets;
        this.histories = histories;
        this.centres = centres;
        this.texts = texts;
        this.moments = moments;
    }

    @Override
    public List<FileTable> of(UUID household) {
        var own = sheets.ofHousehold(household);
        var byId = own.stream().collect(Collectors.toMap(RegistrationRecord::id, Function.identity()));
        return List.of(
                table("registrations", own.stream().map(this::registration).toList(),
                        "who", "what", "dates", "state", "missing", "asked", "how", "code"),
                table("history", histories.ofHousehold(household).stream().map(line -> step(line, byId)).toList(),
                        "when", "who", "what", "state", "until", "by", "how", "why"),
                table("by-others", sheets.byOthersFor(household).stream().map(this::byOthers).toList(), "who", "what", "dates", "state"));
    }

    private FileTable table(String name, List<List<FileCell>> rows, String... columns) {
        return new FileTable(say(name + ".title"), Arrays.stream(columns).map(column -> say("column." + column)).toList(), rows);
    }

    private List<FileCell> registration(RegistrationRecord one) {
        String state = one.rank() > 0 ? texts.say("registrations.waiting-with-rank", one.rank()) : state(one.state());
        return List.of(FileCell.of(one.personName()), FileCell.of(what(one)), FileCell.of(dates(one)), FileCell.of(state), FileCell.of(one.missing()),
                moment(one.askedAt()), FileCell.of(channel(one.channel())), FileCell.of(one.code()));
    }

    private List<FileCell> byOthers(RegistrationRecord one) {
        return List.of(FileCell.of(one.personName()), FileCell.of(what(one)), FileCell.of(dates(one)), FileCell.of(state(one.state())));
    }

    private List<FileCell> step(HistoryLine line, Map<UUID, RegistrationRecord> registrations) {
        return List.of(moment(line.happenedAt()), FileCell.of(line.personName()), FileCell.of(what(registrations.get(line.registration()))),
                FileCell.of(state(line.to())), moment(line.heldUntil()), FileCell.of(by(line)), FileCell.of(channel(line.channel())),
                FileCell.of(line.toldReason().orElse(null)));
    }

    private String by(HistoryLine line) {
        boolean named = line.actor() == Actor.FAMILY && line.who() != null;
        return named ? line.who() : texts.say("registrations.actor." + Texts.word(line.actor()));
    }

    private static String what(RegistrationRecord one) {
        return one.groupName().isEmpty() ? one.title() : one.title() + " · " + one.groupName();
    }

    private String dates(RegistrationRecord one) {
        var zone = centres.current().zone();
        return one.seats().stream().map(seat -> moments.full(seat.startsAt(), zone)).collect(Collectors.joining(", "));
    }

    private String state(RegistrationState state) {
        return texts.say("registrations.state." + Texts.word(state));
    }

    private String channel(@Nullable Channel channel) {
        return channel == null ? "" : texts.say("registrations.channel." + Texts.word(channel));
    }

    private FileCell moment(@Nullable Instant at) {
        return FileCell.of(at, moments, centres.current().zone());
    }

    private String say(String key) {
        return texts.say("registrations.copy." + key);
    }
}
