package fr.preau.demo;

import fr.preau.accounts.DemoPersonas;
import fr.preau.base.InTheDemonstration;
import fr.preau.base.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Writes down who a visitor may be, for the start that prints it. */
@Component
@InTheDemonstration
@ConditionalOnProperty("preau.home")
public class DemoAccountsFile {

    public static final String NAME = "demo-accounts.txt";

    private final DemoPersonas visitors;
    private final Texts texts;
    private final Path file;

    DemoAccountsFile(DemoPersonas visitors, Texts texts, @Value("${preau.home}") Path home) {
        this.visitors = visitors;
        this.texts = texts;
        this.file = home.resolve(NAME);
    }

    void write() {
        var lines = visitors.all().stream().map(who -> texts.say(who.label(), who.facts().toArray())).toList();
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
