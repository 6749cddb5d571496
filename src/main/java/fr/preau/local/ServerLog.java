package fr.preau.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** What a server says of itself, and what that means for people. */
record ServerLog(ServerFolder folder) {

    private static final int SHOWN = 5;

    Path file() {
        return folder.log();
    }

    /** Begins anew, and keeps what was said until now for who wants to know why it ended. */
    void setAside() throws IOException {
        if (Files.exists(file())) {
            Files.move(file(), folder.lastLog(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    boolean isReady() {
        return text().contains("ready for connections");
    }

    boolean saysThatThePortIsTaken() {
        return text().contains("Address already in use");
    }

    /** Why the server does not run, in plain words. */
    LocalStartException failure() {
        String text = text();
        if (Stream.of("No space left on device", "Disk is full", "errno: 28", "Error 28", "error number 28").anyMatch(text::contains)) {
            return new LocalStartException("disk-full-in-work", folder.home(), file());
        }
        if (text.contains("error while loading shared libraries")) {
            return new LocalStartException("missing-library", text.strip());
        }
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        List<String> errors = lines.stream().filter(line -> line.contains("[ERROR]")).toList();
        List<String> shown = errors.isEmpty() ? lines : errors;
        return new LocalStartException("server-failed", file(), String.join("\n", shown.subList(Math.max(0, shown.size() - SHOWN), shown.size())));
    }

    private String text() {
        try {
            return Files.exists(file()) ? Files.readString(file(), StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            return "";
        }
    }
}
