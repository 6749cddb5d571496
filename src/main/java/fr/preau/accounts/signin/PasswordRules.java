package fr.preau.accounts.signin;

import fr.preau.base.EmailAddress;
import fr.preau.base.SearchKey;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.CentreService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Long rather than clever (NIST SP 800-63B, ANSSI): twelve characters, whichever they are, and none of those that
 * everybody tries first. A password is common when little remains of it without its common words, its repetitions and
 * its runs along the alphabet or the keyboard.
 */
@Component
class PasswordRules {

    static final int SHORTEST = 12;
    /** Enough for a sentence; a limit, because hashing takes time. */
    static final int LONGEST = 200;

    private static final int OWN_LETTERS = 4;
    private static final List<String> RUNS = List.of("abcdefghijklmnopqrstuvwxyz", "01234567890", "azertyuiopqsdfghjklmwxcvbn",
            "qwertyuiopasdfghjklzxcvbnm", "1a2z3e4r5t6y7u8i9o0p", "1q2w3e4r5t6y7u8i9o0p", "aqwzsxedcrfvtgbyhnujikolpm",
            "qazwsxedcrfvtgbyhnujmikolp");

    private final CentreService centres;
    private final List<String> common;

    PasswordRules(CentreService centres) {
        this.centres = centres;
        this.common = read();
    }

    /** What speaks against this password for the owner of this address; nothing when it will do. */
    Optional<SignInRefusal> refusal(String password, EmailAddress owner) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(SignInRefusal.PASSWORD_TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(SignInRefusal.PASSWORD_TOO_LONG);
        }
        return isCommon(password, owner) ? Optional.of(SignInRefusal.PASSWORD_COMMON) : Optional.empty();
    }

    private boolean isCommon(String password, EmailAddress owner) {
        String rest = letters(password);
        if (rest.isEmpty()) {
            // letters of another script only, or signs: then just not one sign again and again
            return password.codePoints().distinct().count() < OWN_LETTERS;
        }
        for (String word : words(owner)) {
            rest = rest.replace(word, " ");
        }
        return own(rest) < OWN_LETTERS;
    }

    private List<String> words(EmailAddress owner) {
        var words = new ArrayList<>(common);
        Stream.concat(Stream.of(owner.value().split("[@._+-]")), centres.all().stream().flatMap(PasswordRules::namesOf))
                .map(PasswordRules::letters).filter(word -> word.length() >= 4).forEach(words::add);
        words.sort(Comparator.comparingInt(String::length).reversed());
        return words;
    }

    private static Stream<String> namesOf(CentreRecord centre) {
        return Stream.concat(Stream.of(centre.name(), centre.slug(), centre.shortName()), Stream.of(centre.name().split("[ ’'-]")));
    }

    /** How many characters are neither a repetition nor the next of a run. */
    private static int own(String text) {
        int count = 0;
        var seen = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean follows = i > 0 && (c == text.charAt(i - 1) || isRun(text.charAt(i - 1), c));
            if (c != ' ' && !Character.isDigit(c) && !follows && seen.indexOf(String.valueOf(c)) < 0) {
                count++;
                seen.append(c);
            }
        }
        return count;
    }

    private static boolean isRun(char one, char next) {
        String forwards = "" + one + next;
        String backwards = "" + next + one;
        return RUNS.stream().anyMatch(run -> run.contains(forwards) || run.contains(backwards));
    }

    /** Without accents, case and signs; with what people write for letters ("m0tdep@sse") read as letters. */
    private static String letters(String text) {
        return SearchKey.of(text.replace('@', 'a').replace('$', 's').replace('€', 'e').replace('!', 'i'))
                .replace(" ", "").replaceAll("(?<=[a-z])0|0(?=[a-z])", "o").replaceAll("(?<=[a-z])3(?=[a-z])", "e")
                .replaceAll("(?<=[a-z])1(?=[a-z])", "i").replaceAll("(?<=[a-z])5(?=[a-z])", "s").replaceAll("[^a-z0-9]", "");
    }

    private static List<String> read() {
        try {
            return new ClassPathResource("fr/preau/accounts/common-passwords.txt").getContentAsString(StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split("\\s+"))).distinct().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
