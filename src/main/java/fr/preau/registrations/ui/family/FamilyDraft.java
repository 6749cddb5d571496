package fr.preau.registrations.ui.family;

import fr.preau.base.Ids;
import fr.preau.registrations.PartyRule;
import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a family has answered so far for one group, as it is kept in the database.
 *
 * @param key  made with the draft: whoever sends the same draft twice has registered once
 * @param sent what came of the draft before, as long as nothing is answered anew: who goes back finds this, and no open question
 */
record FamilyDraft(String key, Set<UUID> persons, Set<UUID> sessions, PartyRule rule, @Nullable UUID sent) implements Serializable {

    FamilyDraft {
        persons = Set.copyOf(persons);
        sessions = Set.copyOf(sessions);
    }

    static FamilyDraft begun() {
        return new FamilyDraft(Ids.next().toString(), Set.of(), Set.of(), PartyRule.WHO_CAN, null);
    }

    /** A new one, that remembers which request the one before has become. */
    static FamilyDraft after(UUID request) {
        return new FamilyDraft(Ids.next().toString(), Set.of(), Set.of(), PartyRule.WHO_CAN, request);
    }

    FamilyDraft withPersons(Set<UUID> chosen) {
        return new FamilyDraft(key, chosen, sessions, rule, null);
    }

    FamilyDraft withSessions(Set<UUID> chosen) {
        return new FamilyDraft(key, persons, chosen, rule, null);
    }

    FamilyDraft withRule(PartyRule chosen) {
        return new FamilyDraft(key, persons, sessions, chosen, null);
    }

    /** One answer a line. */
    String toText() {
        var text = new StringBuilder("key ").append(key).append("\nrule ").append(rule);
        persons.forEach(id -> text.append("\nperson ").append(id));
        sessions.forEach(id -> text.append("\nsession ").append(id));
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
        var sent = new LinkedHashSet<UUID>();
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
                case "sent" -> readId(parts.get(1), sent::add);
                default -> { }
            }
        }
        return new FamilyDraft(key, persons, sessions, rule, sent.stream().findFirst().orElse(null));
    }

    private static void readId(String text, Consumer<UUID> then) {
        try {
            then.accept(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            // not an id of ours: as if it were not there
        }
    }
}
