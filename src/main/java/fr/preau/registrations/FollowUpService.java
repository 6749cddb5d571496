package fr.preau.registrations;

import fr.preau.base.AllowedTo;
import fr.preau.base.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists registrations for the staff, and hands them on to spreadsheets. */
@Service
@Transactional(readOnly = true)
@AllowedTo({Role.ANIMATOR, Role.RECEPTION, Role.DIRECTOR})
public class FollowUpService {

    private final FollowUpQueries queries;
    private final Spreadsheets spreadsheets;

    FollowUpService(FollowUpQueries queries, Spreadsheets spreadsheets) {
        this.queries = queries;
        this.spreadsheets = spreadsheets;
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
    public void exportCsv(FollowUpFilter filter, OutputStream out) throws IOException {
        spreadsheets.csv(out, each -> queries.export(filter, each));
    }

    /** The same as an Excel sheet. */
    @AllowedTo({Role.RECEPTION, Role.DIRECTOR})
    public void exportXlsx(FollowUpFilter filter, OutputStream out) throws IOException {
        spreadsheets.xlsx(out, each -> queries.export(filter, each));
    }
}
