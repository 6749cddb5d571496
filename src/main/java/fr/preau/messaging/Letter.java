package fr.preau.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a letter says, in plain words; how it looks is not its business. The greeting and the centre's name and
 * address are added to each. Reads as it is written:
 * {@snippet :
 * Letter.titled("Votre inscription est confirmée")
 *         .paragraph("Lina est inscrite.")
 *         .fact("Quand", "mercredi 14 janvier 2026 à 14 h")
 *         .button("Voir mon inscription", address)
 *         .invitation(invitation);
 * }
 */
public record Letter(String subject, List<Part> parts, @Nullable Invitation calendar) {

    public Letter {
        parts = List.copyOf(parts);
    }

    public static Letter titled(String subject) {
        return new Letter(subject, List.of(), null);
    }

    /** One idea. */
    public Letter paragraph(String text) {
        return with(new Paragraph(text));
    }

    /** One thing to know at a glance: when, where, who. Facts in a row stand together. */
    public Letter fact(String label, String value) {
        var fact = new Fact(label, value);
        if (!parts.isEmpty() && parts.getLast() instanceof Facts facts) {
            var more = new ArrayList<>(parts.subList(0, parts.size() - 1));
            var list = new ArrayList<>(facts.list());
            list.add(fact);
            more.add(new Facts(list));
            return new Letter(subject, more, calendar);
        }
        return with(new Facts(List.of(fact)));
    }

    /** Several things of one kind, one a line: dates. */
    public Letter list(List<String> items) {
        return with(new Items(items));
    }

    /** The one thing to do; the address is whole, see {@link fr.preau.base.PublicAddress}. */
    public Letter button(String label, String address) {
        return with(new Link(label, address, true));
    }

    /** Another thing that may be done, less loud than the button. */
    public Letter link(String label, String address) {
        return with(new Link(label, address, false));
    }

    /** Dates for the reader's own calendar, attached as a file. */
    public Letter invitation(Invitation invitation) {
        return new Letter(subject, parts, invitation);
    }

    public Optional<Invitation> invitation() {
        return Optional.ofNullable(calendar);
    }

    private Letter with(Part part) {
        var more = new ArrayList<>(parts);
        more.add(part);
        return new Letter(subject, more, calendar);
    }

    /** A piece of the letter. */
    public sealed interface Part {

        /** For templates, which know no types: {@code paragraph}, {@code facts}, {@code items}, {@code button} or {@code link}. */
        String is();
    }

    public record Paragraph(String text) implements Part {
        @Override
        public String is() {
            return "paragraph";
        }
    }

    public record Facts(List<Fact> list) implements Part {
        public Facts {
            list = List.copyOf(list);
        }

        @Override
        public String is() {
            return "facts";
        }
    }

    public record Fact(String label, String value) {
    }

    public record Items(List<String> list) implements Part {
        public Items {
            list = List.copyOf(list);
        }

        @Override
        public String is() {
            return "items";
        }
    }

    public record Link(String label, String address, boolean loud) implements Part {

        public Link {
            if (!address.startsWith("https://") && !address.startsWith("http://")) {
                throw new IllegalArgumentException("A letter is read far from Préau: its links need a whole address");
            }
        }

        @Override
        public String is() {
            return loud ? "button" : "link";
        }
    }
}
