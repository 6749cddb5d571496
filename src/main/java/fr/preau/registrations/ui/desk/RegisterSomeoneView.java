package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.ui.CentreLayout;
import fr.preau.activities.CatalogueService;
import fr.preau.base.AllowedTo;
import fr.preau.base.Ids;
import fr.preau.base.Role;
import fr.preau.base.ui.FindLine;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.Page;
import fr.preau.people.DeskFileService;
import fr.preau.people.FamilyService;
import fr.preau.people.HouseholdService;
import fr.preau.registrations.ApprovalService;
import fr.preau.registrations.DeskService;
import java.time.Clock;
import java.util.UUID;

/**
 * Registers somebody at the desk, by phone or from paper: for what, which family, who. What is chosen is in the address, so
 * that an interrupted desk finds its place again.
 */
@Route(value = DeskNavigation.REGISTER, layout = CentreLayout.class)
@AllowedTo({Role.RECEPTION, Role.DIRECTOR})
public class RegisterSomeoneView extends Page implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient CatalogueService catalogue;
    private final transient HouseholdService households;
    private final transient DeskFileService files;
    private final transient DeskService desk;
    private final transient ApprovalService approvals;
    private final transient FamilyService families;
    private final transient DeskWords words;
    private final transient Clock clock;
    private final Div content = new Div();

    RegisterSomeoneView(CatalogueService catalogue, HouseholdService households, DeskFileService files, DeskService desk,
                        ApprovalService approvals, FamilyService families, DeskWords words, Clock clock) {
        this.catalogue = catalogue;
        this.households = households;
        this.files = files;
        this.desk = desk;
        this.approvals = approvals;
        this.families = families;
        this.words = words;
        this.clock = clock;
        narrow();
        content.addClassName("stack");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        var activity = query.getSingleParameter("activite").flatMap(Ids::read);
        var family = query.getSingleParameter("famille").flatMap(Ids::read);
        var typed = query.getSingleParameter("mots").map(FindLine::shortened).orElse("");
        content.removeAll();
        if (activity.isEmpty()) {
            title(words.say("register.what"));
            back(DeskNavigation.list(words.slug(), (UUID) null), words.say("request.back"));
            content.add(new ActivityChoice(catalogue, words, family.orElse(null), typed));
            return;
        }
        var sheet = catalogue.sheet(activity.get()).orElseThrow(NotFoundException::new);
        if (family.isEmpty()) {
            title(words.say("register.whose"));
            back(DeskNavigation.register(words.slug(), null, null), words.say("register.other-activity"));
            content.add(new FamilyChoice(sheet, households, words, typed));
            return;
        }
        var household = files.open(family.get()).orElseThrow(NotFoundException::new);
        var task = new DeskTask(sheet, household, query);
        title(task.title());
        back(DeskNavigation.register(words.slug(), sheet.id(), null), words.say("register.other-family"));
        content.add(sheet.groups().isEmpty() ? Notice.warn(words.say("register.no-date")) : form(task));
    }

    private Component form(DeskTask task) {
        return new RegisterForm(task, new PersonsChoice(task, households, families, words, clock), new WhenPart(task, words, clock),
                new TermsPart(task, desk, approvals, words, clock), desk, words);
    }
}
