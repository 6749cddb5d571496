package fr.preau.registrations.followup;

import fr.preau.accounts.Audit;
import fr.preau.base.AllowedTo;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.base.Texts;
import fr.preau.registrations.RequestCode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StreamUtils;

/** Lists registrations for the staff, and hands them on to spreadsheets. */
@Service
@AllowedTo({Role.ANIMATOR, Role.RECEPTION, Role.DIRECTOR})
public class FollowUpService {

    private final FollowUpQueries queries;
    private final Spreadsheets spreadsheets;
    private final Audit audit;

    FollowUpService(FollowUpQueries queries, Spreadsheets spreadsheets, Audit audit) {
        this.queries = queries;
        this.spreadsheets = spreadsheets;
        this.audit = audit;
    }

    /** A page of requests, the newest first. */
    @Transactional(readOnly = true)
    public List<FollowUpLine> page(FollowUpFilter filter, int offset, int limit) {
        return queries.page(filter, offset, limit);
    }

    @Transactional(readOnly = true)
    public long count(FollowUpFilter filter) {
        return queries.count(filter);
    }

    /** One line per person and session, as CSV that French spreadsheets open (semicolons, UTF-8 with its mark). */
    @AllowedTo({Role.RECEPTION, Role.DIRECTOR})
    public void exportCsv(FollowUpFilter filter, OutputStream out) throws IOException {
        export("csv", filter, out, spreadsheets::csv);
    }

    /** The same as an Excel sheet. */
    @AllowedTo({Role.RECEPTION, Role.DIRECTOR})
    public void exportXlsx(FollowUpFilter filter, OutputStream out) throws IOException {
        export("xlsx", filter, out, spreadsheets::xlsx);
    }

    /**
     * The file is complete before it is sent, so that no connection waits for a browser: hence no transaction here. It stands in the
     * journal by then, also when whoever fetches it hangs up in the middle.
     */
    private void export(String format, FollowUpFilter filter, OutputStream out, Writing writing) throws IOException {
        try (var spool = spool()) {
            var rows = new AtomicInteger();
            var file = new BufferedOutputStream(Channels.newOutputStream(spool));
            writing.write(StreamUtils.nonClosing(file), each -> queries.export(filter, line -> {
                rows.incrementAndGet();
                each.accept(line);
            }));
            file.flush();
            audit.record("registrations-exported", "centre", CurrentCentre.require(), format + " " + rows + " " + kind(filter));
            Channels.newInputStream(spool.position(0)).transferTo(out);
        }
    }

    /** It has no name any more once it is open, so that nothing of it is left, also when the process ends before its time. */
    private static FileChannel spool() throws IOException {
        return FileChannel.open(Files.createTempFile("preau-export", null), StandardOpenOption.READ, StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Which lines were asked for, in words that name nobody: what was typed may be somebody's name. */
    private static String kind(FollowUpFilter filter) {
        if (RequestCode.digitsIn(filter.words()).isPresent()) {
            return "request";
        }
        return Texts.word(filter.show()) + (filter.activity() == null ? "" : " activity")
                + (filter.from() == null ? "" : " period") + (filter.words().isBlank() ? "" : " words");
    }

    @FunctionalInterface
    private interface Writing {
        void write(OutputStream out, Consumer<Consumer<ExportLine>> lines) throws IOException;
    }
}
