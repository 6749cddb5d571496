package fr.preau.registrations.ui.family;

import fr.preau.base.Ids;
import fr.preau.registrations.PartyRule;
import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What a family has answered so far for one group, as it is kept in the database.
 *
 * @param key made with the draft: whoever sends the same draft twice has registered once
 */
record FamilyDraft(String key, Set<UUID> persons, Set<UUID> sessions, PartyRule rule) implements Serializable {

    FamilyDraft {
        persons = Set.copyOf(persons);
        sessions = Set.copyOf(sessions);
    }

    static FamilyDraft begun() {
        return new FamilyDraft(Ids.next().toString(), Set.of(), Set.of(), PartyRule.WHO_CAN);
    }

    FamilyDraft withPersons(Set<UUID> chosen) {
        return new FamilyDraft(key, chosen, sessions, rule);
    }

    FamilyDraft withSessions(Set<UUID> chosen) {
        return new FamilyDraft(key, persons, chosen, rule);
    }

    FamilyDraft withRule(PartyRule chosen) {
        return new FamilyDraft(key, persons, sessions, chosen);
    }

    /** One answer a line. */
    String toText() {
        var text = new StringBuilder("key ").append(key).append("\nrule ").append(rule);
        persons.forEach(id -> text.append("\nperson ").append(id));
        sessions.forEach(id -> text.append("\nsession ").append(id));
        return text.toString();
    }

    /** Reads {@link #toText}; lines of another version of this screen are left out. */
    static FamilyDraft of(String text) {
        var draft = begun();
        String key = draft.key();
        PartyRule rule = draft.rule();
        var persons = new LinkedHashSet<UUID>();
        var sessions = new LinkedHashSet<UUID>();
        for (String line : text.lines().toList()) {
            var parts = List.of(line.split(" ", 2));
            if (parts.size() < 2) {
                continue;
            }
            switch (parts.getFirst()) {
                case "key" -> key = parts.get(1);
                case "rule" -> rule = "TOGETHER".equals(parts.get(1)) ? PartyRule.TOGETHER : PartyRule.WHO_CAN;
                case "person" -> readId(parts.get(1), persons::add);
                case "session" -> readId(parts.get(1), sessions::add);
                default -> { }
            }
        }
        return new FamilyDraft(key, persons, sessions, rule);
    }

    private static void readId(String text, Consumer<UUID> then) {
        try {
            then.accept(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            // not an id of ours: as if it were not there
        }
    }
}
