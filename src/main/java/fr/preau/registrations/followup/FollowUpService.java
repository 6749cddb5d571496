package fr.preau.registrations.followup;

import fr.preau.accounts.Audit;
import fr.preau.base.AllowedTo;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.registrations.RequestCode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists registrations for the staff, and hands them on to spreadsheets. */
@Service
@Transactional(readOnly = true)
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
    public List<FollowUpLine> page(FollowUpFilter filter, int offset, int limit) {
        return queries.page(filter, offset, limit);
    }

    public long count(FollowUpFilter filter) {
        return queries.count(filter);
    }

    /** One line per person and session, as CSV that French spreadsheets open (semicolons, UTF-8 with its mark). */
    @AllowedTo({Role.RECEPTION, Role.DIRECTOR})
    @Transactional(noRollbackFor = UncheckedIOException.class)
    public void exportCsv(FollowUpFilter filter, OutputStream out) throws IOException {
        export("csv", filter, lines -> spreadsheets.csv(out, lines));
    }

    /** The same as an Excel sheet. */
    @AllowedTo({Role.RECEPTION, Role.DIRECTOR})
    @Transactional(noRollbackFor = UncheckedIOException.class)
    public void exportXlsx(FollowUpFilter filter, OutputStream out) throws IOException {
        export("xlsx", filter, lines -> spreadsheets.xlsx(out, lines));
    }

    /** What has gone out stands in the journal, also when whoever fetched it hung up in the middle. */
    private void export(String format, FollowUpFilter filter, Writing writing) throws IOException {
        var rows = new AtomicInteger();
        try {
            writing.write(each -> queries.export(filter, line -> {
                rows.incrementAndGet();
                each.accept(line);
            }));
        } finally {
            audit.record("registrations-exported", "centre", CurrentCentre.require(), format + " " + rows + " " + kind(filter));
        }
    }

    /** Which lines were asked for, in words that name nobody: what was typed may be somebody's name. */
    private static String kind(FollowUpFilter filter) {
        if (RequestCode.digitsIn(filter.words()).isPresent()) {
            return "request";
        }
        return filter.show().name().toLowerCase(Locale.ROOT).replace('_', '-') + (filter.activity() == null ? "" : " activity")
                + (filter.from() == null ? "" : " period") + (filter.words().isBlank() ? "" : " words");
    }

    @FunctionalInterface
    private interface Writing {
        void write(Consumer<Consumer<ExportLine>> lines) throws IOException;
    }
}
