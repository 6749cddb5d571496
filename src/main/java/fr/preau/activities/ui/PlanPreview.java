package fr.preau.activities.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import fr.preau.activities.SeriesPlan;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.RowList;
import fr.preau.base.ui.TwoLines;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The dates that a series gives: how many, from when to when, what is left out and why; each can be taken out. */
final class PlanPreview extends Div {

    private static final long serialVersionUID = 1L;

    private final transient ActivityWords words;
    private final SerializableConsumer<LocalDate> toggle;
    private final Div summary = new Div();
    private final NativeDetails all = new NativeDetails();
    private final Div dates = new Div();

    PlanPreview(ActivityWords words, SerializableConsumer<LocalDate> toggle) {
        this.words = words;
        this.toggle = toggle;
        addClassNames("panel", "stack", "plan");
        summary.addClassName("stack");
        summary.getElement().setAttribute("role", "status");
        all.setSummaryText(words.say("plan.see"));
        all.addClassName("fold");
        all.setContent(dates);
        add(summary, all);
    }

    void show(@Nullable SeriesPlan plan, boolean weekly) {
        summary.removeAll();
        dates.removeAll();
        all.setVisible(plan != null && weekly);
        if (plan == null) {
            summary.add(new Paragraph(words.say("plan.none")));
            return;
        }
        var strong = new Paragraph(sentence(plan));
        strong.addClassName("strong");
        summary.add(strong);
        leftOut(plan);
        if (plan.unknownFrom() != null && plan.knownUntil() != null) {
            summary.add(Notice.info(words.say("plan.unknown", words.day(plan.unknownFrom()), words.month(plan.knownUntil()))));
        }
        if (weekly) {
            list(plan);
        }
    }

    private String sentence(SeriesPlan plan) {
        var sessions = plan.sessions();
        if (sessions.isEmpty()) {
            return words.say("plan.count", 0);
        }
        var one = sessions.getFirst();
        return sessions.size() > 1
                ? words.say("plan.range", words.say("plan.count", sessions.size()), words.day(one.date()), words.day(sessions.getLast().date()))
                : words.say("plan.once", words.open().capital(words.day(one.date())), words.hour(one.starts()), words.end(one.ends()));
    }

    private void leftOut(SeriesPlan plan) {
        var counts = new LinkedHashMap<String, Integer>();
        int taken = 0;
        int there = 0;
        for (var day : plan.skipped()) {
            switch (Objects.requireNonNull(day.skip())) {
                case EXCEPTION -> taken++;
                case THERE -> there++;
                case SCHOOL_HOLIDAY, PUBLIC_HOLIDAY -> counts.merge(day.skipName(), 1, Integer::sum);
            }
        }
        counts.forEach((name, count) -> summary.add(soft(words.say("plan.skipped", words.open().capital(name), count))));
        if (taken > 0) {
            summary.add(soft(words.say("plan.exceptions", taken)));
        }
        if (there > 0) {
            summary.add(soft(words.say("plan.there", there)));
        }
    }

    private static Paragraph soft(String text) {
        var line = new Paragraph(text);
        line.addClassName("soft");
        return line;
    }

    private void list(SeriesPlan plan) {
        var rows = new RowList();
        for (var day : plan.days()) {
            String name = words.day(day.date());
            if (day.skip() == null) {
                rows.row(new Span(words.open().capital(name)), act("remove", name, day.date()));
            } else if (day.skip() == SeriesPlan.Skip.EXCEPTION) {
                rows.row(new TwoLines(words.open().capital(name), words.say("plan.removed")), act("put-back", name, day.date()));
            } else {
                rows.row(new TwoLines(words.open().capital(name), day.skip() == SeriesPlan.Skip.THERE ? words.say("plan.is-there") : day.skipName()));
            }
        }
        dates.add(rows);
    }

    private Act act(String key, String name, LocalDate day) {
        var act = Act.quiet(words.say("plan." + key), click -> toggle.accept(day)).small();
        act.setAriaLabel(words.say("plan." + key + "-this", name));
        return act;
    }
}
