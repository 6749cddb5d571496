package fr.preau.registrations.ui.family;

import fr.preau.base.Ids;
import fr.preau.people.PersonDetails;
import fr.preau.people.PersonKind;
import fr.preau.people.TypedDate;
import fr.preau.registrations.PartyRule;
import java.io.Serializable;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a family has answered so far for one group, as it is kept in the database.
 *
 * @param key   made with the draft: whoever sends the same draft twice has registered once
 * @param typed somebody who is half described and not in the family's file yet, a newcomer herself or her child; as it was
 *              typed, right or not
 * @param sent  what came of the draft before, as long as nothing is answered anew: who goes back finds this, and no open question
 */
record FamilyDraft(String key, Set<UUID> persons, Set<UUID> sessions, PartyRule rule, @Nullable PersonDetails typed,
                   @Nullable UUID sent) implements Serializable {

    /** Longer than any name that is taken; a draft is no place for a book. */
    private static final int LONGEST_TYPED = 200;
    private static final int PARTS_OF_A_PERSON = 6;

    FamilyDraft {
        persons = Set.copyOf(persons);
        sessions = Set.copyOf(sessions);
    }

    static FamilyDraft begun() {
        return new FamilyDraft(Ids.next().toString(), Set.of(), Set.of(), PartyRule.WHO_CAN, null, null);
    }

    /** A new one, that remembers which request the one before has become. */
    static FamilyDraft after(UUID request) {
        return new FamilyDraft(Ids.next().toString(), Set.of(), Set.of(), PartyRule.WHO_CAN, null, request);
    }

    FamilyDraft withPersons(Set<UUID> chosen) {
        return new FamilyDraft(key, chosen, sessions, rule, typed, null);
    }

    FamilyDraft withSessions(Set<UUID> chosen) {
        return new FamilyDraft(key, persons, chosen, rule, typed, null);
    }

    FamilyDraft withRule(PartyRule chosen) {
        return new FamilyDraft(key, persons, sessions, chosen, typed, null);
    }

    /** Half a description is no answer yet: what was sent before stands. */
    FamilyDraft typing(PersonDetails person) {
        return new FamilyDraft(key, persons, sessions, rule, person, sent);
    }

    /** Whoever was typed is in the file now. */
    FamilyDraft typedOut() {
        return new FamilyDraft(key, persons, sessions, rule, null, sent);
    }

    /** One answer a line. */
    String toText() {
        var text = new StringBuilder("key ").append(key).append("\nrule ").append(rule);
        persons.forEach(id -> text.append("\nperson ").append(id));
        sessions.forEach(id -> text.append("\nsession ").append(id));
        if (typed != null) {
            text.append("\ntyped ").append(written(typed));
        }
        if (sent != null) {
            text.append("\nsent ").append(sent);
        }
        return text.toString();
    }

    /** Reads {@link #toText}; lines of another version of this screen are left out. */
    static FamilyDraft of(String text) {
        var draft = begun();
        String key = draft.key();
        PartyRule rule = draft.rule();
        var persons = new LinkedHashSet<UUID>();
        var sessions = new LinkedHashSet<UUID>();
        var typed = new LinkedHashSet<PersonDetails>();
        var sent = new LinkedHashSet<UUID>();
        for (String line : text.lines().toList()) {
            var parts = List.of(line.split(" ", 2));
            if (parts.size() < 2) {
                continue;
            }
            switch (parts.getFirst()) {
                case "key" -> key = parts.get(1);
                case "rule" -> rule = "TOGETHER".equals(parts.get(1)) ? PartyRule.TOGETHER : PartyRule.WHO_CAN;
                case "person" -> Ids.read(parts.get(1)).ifPresent(persons::add);
                case "session" -> Ids.read(parts.get(1)).ifPresent(sessions::add);
                case "typed" -> readPerson(parts.get(1), typed::add);
                case "sent" -> Ids.read(parts.get(1)).ifPresent(sent::add);
                default -> { }
            }
        }
        return new FamilyDraft(key, persons, sessions, rule, typed.stream().findFirst().orElse(null), sent.stream().findFirst().orElse(null));
    }

    /** Spaces and line breaks of what was typed are no ends of ours. */
    private static String written(PersonDetails person) {
        var birth = person.birthDate();
        return Stream.of(person.kind().name(), person.firstName(), person.lastName(), birth.day(), birth.month(), birth.year())
                .map(part -> URLEncoder.encode(part.substring(0, Math.min(part.length(), LONGEST_TYPED)), StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
    }

    private static void readPerson(String text, Consumer<PersonDetails> then) {
        var parts = Arrays.stream(text.split(" ", -1)).map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8)).toList();
        if (parts.size() == PARTS_OF_A_PERSON) {
            then.accept(new PersonDetails(PersonKind.CHILD.name().equals(parts.getFirst()) ? PersonKind.CHILD : PersonKind.ADULT, parts.get(1), parts.get(2),
                    new TypedDate(parts.get(3), parts.get(4), parts.get(5))));
        }
    }
}
