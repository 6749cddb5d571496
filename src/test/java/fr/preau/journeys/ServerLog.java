package fr.preau.journeys;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Listens to the server while somebody clicks: a warning is a bug. */
final class ServerLog implements AutoCloseable {

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    ServerLog() {
        lines.start();
        root.addAppender(lines);
    }

    /** What the server warned of, or worse. */
    List<String> complaints() {
        return List.copyOf(lines.list).stream()
                .filter(line -> line.getLevel().isGreaterOrEqual(Level.WARN))
                .map(line -> line.getLevel() + " " + line.getLoggerName() + ": " + line.getFormattedMessage())
                .toList();
    }

    @Override
    public void close() {
        root.detachAppender(lines);
        lines.stop();
    }
}
