package fr.preau.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What lies in the folder of an embedded server, and under which name.
 *
 * @param home the folder itself, without links
 */
record ServerFolder(Path home) {

    /** The folder, made when it is missing. */
    static ServerFolder of(Path folder) throws IOException {
        return new ServerFolder(Files.createDirectories(folder).toRealPath());
    }

    Path data() {
        return home.resolve("data");
    }

    /** Data that are being made and bear their name only when they are complete. */
    Path unfinishedData() {
        return home.resolve("data.new");
    }

    boolean hasData() {
        return Files.exists(data());
    }

    Path accounts() {
        return home.resolve("accounts.properties");
    }

    Path lock() {
        return home.resolve("lock");
    }

    Path log() {
        return home.resolve("server.log");
    }

    /** What the server said before it ended by itself. */
    Path lastLog() {
        return home.resolve("server-last.log");
    }

    Path pid() {
        return home.resolve("server.pid");
    }

    Path statementsOfCreation() {
        return home.resolve("create.sql");
    }

    Path statementsOfStart() {
        return home.resolve("start.sql");
    }

    /** A folder without anything, for what the server shall not find. */
    Path nothing() throws IOException {
        return Files.createDirectories(home.resolve("none"));
    }

    Path temporary() throws IOException {
        return Files.createDirectories(home.resolve("tmp"));
    }
}
