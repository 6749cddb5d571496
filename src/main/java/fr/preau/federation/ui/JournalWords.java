package fr.preau.federation.ui;

import fr.preau.accounts.AuditRecord;
import fr.preau.base.Texts;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the journal's lines are called in French. The lines themselves hold the program's words, which last; a test finds
 * all that the program writes and asks for its French. Only a line that an older version wrote is shown as it is.
 */
@Component
class JournalWords {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** What an export says of itself: its format, its lines, which ones. */
    private static final Pattern EXPORT = Pattern.compile("(csv|xlsx) ([0-9]{1,9}) ([a-z -]+)");
    private static final int SHOWN = 12;

    private final Texts texts;

    JournalWords(Texts texts) {
        this.texts = texts;
    }

    String action(AuditRecord line) {
        return find("federation.audit." + line.action()).orElse(line.action());
    }

    /** What it was done to, in a word. */
    String object(AuditRecord line) {
        return find("federation.audit-object." + line.objectType()).orElse(line.objectType());
    }

    /** Why, or with which role; empty when nothing was said. */
    String reason(AuditRecord line) {
        String reason = Optional.ofNullable(line.reason()).orElse("");
        if (reason.isEmpty()) {
            return "";
        }
        if (ID.matcher(reason).matches()) {
            return texts.say("federation.journal.and", end(reason));
        }
        var export = EXPORT.matcher(reason);
        return export.matches() ? exported(export.group(1), Integer.parseInt(export.group(2)), export.group(3))
                : find("federation.audit-reason." + key(reason)).orElse(reason);
    }

    private String exported(String format, int lines, String which) {
        return texts.say("federation.journal.exported", lines, format.toUpperCase(Locale.ROOT), Arrays.stream(which.split(" "))
                .map(word -> find("federation.audit-export." + word).orElse(word)).collect(Collectors.joining(", ")));
    }

    /** The end of the number, which is its random part; empty for none. */
    String number(@Nullable UUID id) {
        return id == null ? "" : end(id.toString());
    }

    static String key(String reason) {
        return reason.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private String end(String id) {
        return texts.say("federation.journal.number", id.substring(id.length() - SHOWN));
    }

    private Optional<String> find(String key) {
        return texts.find(key);
    }
}
