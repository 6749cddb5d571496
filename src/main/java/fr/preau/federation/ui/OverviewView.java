package fr.preau.federation.ui;

import com.vaadin.flow.router.Route;
import fr.preau.accounts.team.FederationTeamService;
import fr.preau.accounts.ui.AccountNavigation;
import fr.preau.accounts.ui.FederationLayout;
import fr.preau.base.AllowedTo;
import fr.preau.base.Picto;
import fr.preau.base.Role;
import fr.preau.base.ui.DataTable;
import fr.preau.base.ui.EmptyState;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.PrintButton;
import fr.preau.centres.CentreService;
import fr.preau.federation.CentreFigures;
import fr.preau.federation.OverviewService;
import java.util.List;
import java.util.function.ToLongFunction;

/** All centres of the federation in numbers. */
@Route(value = FederationNavigation.OVERVIEW, layout = FederationLayout.class)
@AllowedTo(Role.FEDERATION)
public class OverviewView extends Page {

    private static final long serialVersionUID = 1L;
    private static final int ALL = 200;

    OverviewView(OverviewService overview, CentreService centres, FederationTeamService team) {
        List<CentreFigures> rows = List.copyOf(overview.centres());
        title(getTranslation("federation.overview.title"));
        centres.federationName().ifPresent(this::over);
        lead(getTranslation("federation.overview.lead", rows.size(), sum(rows, CentreFigures::activities),
                sum(rows, CentreFigures::registered), sum(rows, CentreFigures::waiting)));
        acts(new PrintButton(), Link.go(FederationNavigation.newCentre(), getTranslation("federation.new.title")).with(Picto.PLUS));
        if (team.amIAlone()) {
            add(Notice.warn(getTranslation("accounts.officers.alone")).titled(getTranslation("accounts.officers.alone-title"))
                    .then(new Link(AccountNavigation.federationInvite(), getTranslation("accounts.officers.alone.invite"))));
        }
        var table = new DataTable<CentreFigures>(getTranslation("federation.overview.title"),
                (offset, limit) -> rows.stream().skip(offset).limit(limit).toList(), rows::size)
                .twoLines(getTranslation("federation.centre"), CentreFigures::name, CentreFigures::city)
                .number(getTranslation("federation.activities"), row -> number(row.activities()))
                .number(getTranslation("federation.places"), row -> number(row.places()))
                .number(getTranslation("federation.taken"), row -> number(row.taken()))
                .number(getTranslation("federation.registered"), row -> number(row.registered()))
                .number(getTranslation("federation.waiting"), row -> number(row.waiting()))
                .number(getTranslation("federation.households"), row -> number(row.households()))
                .acts(getTranslation("federation.acts"), this::open)
                .whenEmpty(new EmptyState(Picto.HOME, getTranslation("accounts.home.none"), getTranslation("federation.overview.none-more")))
                .pagesOf(ALL);
        table.show(1);
        add(table);
    }

    private Link open(CentreFigures row) {
        var link = Link.alt(FederationNavigation.centre(row.slug()), getTranslation("federation.open")).dressed("small");
        link.getElement().setAttribute("aria-label", getTranslation("federation.open-centre", row.name()));
        return link;
    }

    private String number(long number) {
        return getTranslation("federation.number", number);
    }

    private static long sum(List<CentreFigures> rows, ToLongFunction<CentreFigures> figure) {
        return rows.stream().mapToLong(figure).sum();
    }
}
