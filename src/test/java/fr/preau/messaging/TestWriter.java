package fr.preau.messaging;

import java.util.Optional;
import java.util.function.Function;

/** Writes the letters of the tests, as each test says. */
final class TestWriter implements LetterWriter {

    volatile Function<Envelope, Optional<Letter>> words = TestWriter::news;

    void reset() {
        words = TestWriter::news;
    }

    @Override
    public boolean writes(String kind) {
        return kind.startsWith("test.");
    }

    @Override
    public Optional<Letter> write(Envelope envelope) {
        return words.apply(envelope);
    }

    private static Optional<Letter> news(Envelope envelope) {
        return Optional.of(Letter.titled("Votre inscription est confirmée").paragraph("Lina est inscrite.")
                .fact("Quand", "mercredi 14 janvier 2026 à 14 h").fact("Où", "Salle du préau")
                .button("Voir mon inscription", "https://preau.example/app/belencontre/mes-inscriptions"));
    }
}
