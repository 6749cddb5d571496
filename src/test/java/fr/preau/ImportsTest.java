package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file names at its head whom it needs: nobody else, and nobody in the middle of a line by her whole name. */
class ImportsTest {

    private static final Pattern IMPORT = Pattern.compile("^import (static )?([\\w.]+)\\.(\\w+);$", Pattern.MULTILINE);
    private static final Pattern ANY_IMPORT = Pattern.compile("^(import|package) .*;$", Pattern.MULTILINE);
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);$", Pattern.MULTILINE);
    private static final Pattern TEXT = Pattern.compile("\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
    private static final Pattern WHOLE_NAME = Pattern.compile("(?<![\\w.])(?:java|jakarta|org|fr|com)(?:\\.[a-z]\\w*)+\\.([A-Z]\\w*)");

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "src/test/java", "src/bench/java"})
    void everyImportIsUsedAndOfAnotherPackage(String folder) throws IOException {
        var wrong = new ArrayList<String>();
        for (var file : sources(folder)) {
            String source = Files.readString(file);
            String body = ANY_IMPORT.matcher(source).replaceAll("");
            Matcher own = PACKAGE.matcher(source);
            IMPORT.matcher(source).results()
                    .filter(found -> !Pattern.compile("\\b" + found.group(3) + "\\b").matcher(body).find()
                            || found.group(1) == null && own.reset().find() && own.group(1).equals(found.group(2)))
                    .forEach(found -> wrong.add(file + ": " + found.group()));
        }
        assertThat(wrong).isEmpty();
    }

    /** But where two have one simple name, and one of them is imported, defined here or a neighbour. */
    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "src/test/java"})
    void nobodyIsCalledByHerWholeName(String folder) throws IOException {
        var wrong = new ArrayList<String>();
        for (var file : sources(folder)) {
            String source = Files.readString(file);
            String code = COMMENT.matcher(TEXT.matcher(ANY_IMPORT.matcher(source).replaceAll("")).replaceAll("")).replaceAll("");
            WHOLE_NAME.matcher(code).results().filter(found -> !isTaken(file, source, found.group(1)))
                    .forEach(found -> wrong.add(file + ": " + found.group()));
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean isTaken(Path file, String source, String name) {
        return Files.exists(file.resolveSibling(name + ".java")) || Pattern.compile("^import [\\w.]+\\." + name + ";$|\\b(class|record|enum|interface) " + name + "\\b",
                Pattern.MULTILINE).matcher(source).find();
    }

    private static List<Path> sources(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
