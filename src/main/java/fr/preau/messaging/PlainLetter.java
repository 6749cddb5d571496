package fr.preau.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A letter without its looks: for readers that show no HTML, and for staff, who see no link that is another's. */
final class PlainLetter {

    private PlainLetter() {
    }

    static String withLinks(LetterPrinter.Head head, Letter letter) {
        return text(head, letter, true);
    }

    static String withoutLinks(LetterPrinter.Head head, Letter letter) {
        return text(head, letter, false);
    }

    private static String text(LetterPrinter.Head head, Letter letter, boolean links) {
        List<String> pieces = new ArrayList<>();
        pieces.add(head.greeting());
        for (Letter.Part part : letter.parts()) {
            switch (part) {
                case Letter.Paragraph paragraph -> pieces.add(paragraph.text());
                case Letter.Facts facts -> pieces.add(facts.list().stream()
                        .map(fact -> fact.label() + "\u00a0: " + fact.value()).collect(Collectors.joining("\n")));
                case Letter.Items items -> pieces.add(items.list().stream().map(item -> "- " + item).collect(Collectors.joining("\n")));
                case Letter.Link link -> pieces.add(links ? link.label() + "\u00a0:\n" + link.address() : "[" + link.label() + "]");
            }
        }
        pieces.add("-- \n" + head.sender() + "\n" + String.join("\n", head.foot()));
        return String.join("\n\n", pieces) + "\n";
    }
}
