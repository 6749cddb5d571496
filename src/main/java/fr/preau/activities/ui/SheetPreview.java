package fr.preau.activities.ui;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.preau.activities.ActivityInput;
import fr.preau.activities.SeriesPlan;
import fr.preau.activities.photos.PhotoService;
import fr.preau.base.Picto;
import fr.preau.base.ui.Facts;
import fr.preau.base.ui.Pictogram;
import fr.preau.base.ui.RowList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The public sheet of an activity, before anybody can read it. */
final class SheetPreview extends Article {

    private static final long serialVersionUID = 1L;
    private static final int DATES = 5;

    private final transient ActivityWords words;

    SheetPreview(ActivityInput input, @Nullable SeriesPlan plan, PhotoService photos, ActivityWords words) {
        this.words = words;
        addClassNames("panel", "stack", "preview");
        var about = input.about();
        var category = new Span(new Pictogram(about.category().picto()), new Span(getTranslation(about.category().key())));
        category.addClassNames("tag", about.category().tint().css());
        var lead = new Paragraph(about.summary());
        lead.addClassName("lead");
        add(new Div(category), new H2(about.title()), lead);
        if (input.photo() != null) {
            PhotoField.picture(photos, input.photo()).ifPresent(this::add);
        }
        add(facts(input, plan));
        Arrays.stream(about.description().split("\n\n")).filter(text -> !text.isBlank()).map(Paragraph::new).forEach(this::add);
        if (plan != null && plan.sessions().size() > 1) {
            dates(plan);
        }
    }

    private Facts facts(ActivityInput input, @Nullable SeriesPlan plan) {
        var about = input.about();
        var rules = input.rules(words.zone());
        var facts = new Facts();
        var series = input.dates().series(words.zone());
        if (plan != null && series != null) {
            words.weekly(series, plan).forEach(line -> facts.add(Picto.CALENDAR, line.what(), line.more()));
        } else if (plan != null) {
            plan.sessions().forEach(day -> facts.add(Picto.CALENDAR, when(day), ""));
        }
        facts.add(Picto.PEOPLE, words.open().capital(words.open().audience(rules.audience())), "");
        add(facts, Picto.PIN, about.place(), about.accessNote());
        add(facts, Picto.EURO, about.price(), "");
        add(facts, Picto.BAG, about.bring(), "");
        if (!rules.registrationNeeded()) {
            return facts.add(Picto.DOOR, getTranslation("activities.page.places.drop-in"), "");
        }
        facts.add(Picto.TICKET, words.say("places.of", input.places() == null ? 0 : input.places()),
                rules.opensAt() == null ? "" : words.say("preview.opens", words.moment(rules.opensAt())));
        if (rules.needsApproval()) {
            facts.add(Picto.CHAT, getTranslation("activities.page.fact.approval"), "");
        }
        if (rules.closesAt() != null) {
            facts.add(Picto.CLOCK, words.say("preview.closes", words.moment(rules.closesAt())), "");
        }
        return facts;
    }

    private String when(SeriesPlan.Day day) {
        return words.say("plan.once", words.open().capital(words.day(day.date())), words.hour(day.starts()), words.end(day.ends()));
    }

    private static void add(Facts facts, Picto picto, String what, String more) {
        if (!what.isEmpty()) {
            facts.add(picto, what, more);
        }
    }

    private void dates(SeriesPlan plan) {
        add(new H3(words.say("preview.dates")));
        var rows = new RowList();
        var sessions = plan.sessions();
        sessions.stream().limit(DATES).forEach(day -> rows.row(new Span(when(day))));
        add(rows);
        if (sessions.size() > DATES) {
            add(new Paragraph(getTranslation("activities.page.sheet.more-dates", sessions.size() - DATES)));
        }
    }
}
