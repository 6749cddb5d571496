package fr.preau.activities.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableRunnable;
import fr.preau.activities.Dates;
import fr.preau.activities.Dates.Rhythm;
import fr.preau.activities.Problem;
import fr.preau.activities.ScheduleService;
import fr.preau.base.Texts;
import fr.preau.base.ui.Choice;
import fr.preau.base.ui.FormSection;
import fr.preau.base.ui.ManyCards;
import fr.preau.base.ui.OneCard;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** "Quand ?": once or every week, and at once the dates that this gives. */
final class DatesPart extends FormSection {

    private static final long serialVersionUID = 1L;
    private static final int LIKELY_HOURS = 2;
    private static final LocalTime LATE = LocalTime.of(21, 0);

    private final transient ScheduleService schedule;
    private final SerializableRunnable changed;
    private final OneCard<Rhythm> rhythm;
    private final ManyCards<DayOfWeek> days;
    private final DayField date;
    private final HourField starts;
    private final HourField ends;
    private final DayField first;
    private final DayField last;
    private final Checkbox school;
    private final Checkbox open;
    private final Div once;
    private final Div period;
    private final Div without;
    private final PlanPreview plan;
    private final TreeSet<LocalDate> exceptions = new TreeSet<>();
    private @Nullable UUID group;
    private boolean reading;

    DatesPart(String question, ScheduleService schedule, ActivityWords words, FieldErrors errors, SerializableRunnable changed) {
        super(question);
        this.schedule = schedule;
        this.changed = changed;
        rhythm = new OneCard<>(say("rhythm"), List.of(Rhythm.values()).reversed(),
                one -> Choice.of(say(Texts.word(one)), say(Texts.word(one) + "-more")));
        days = errors.at(Problem.Field.DAYS, new ManyCards<>(say("days"), List.of(DayOfWeek.values()),
                day -> Choice.of(words.open().capital(words.open().day(day)), "")));
        days.addClassName("days");
        date = errors.at(Problem.Field.DATE, new DayField(say("date")));
        starts = errors.at(Problem.Field.HOURS, new HourField(say("starts")));
        ends = errors.at(Problem.Field.HOURS, new HourField(say("ends")));
        ends.endsAnEvening();
        first = errors.at(Problem.Field.PERIOD, new DayField(say("first")));
        last = errors.at(Problem.Field.PERIOD, new DayField(say("last")));
        school = new Checkbox(say("school"));
        open = new Checkbox(say("public"));
        once = Fields.beside(date);
        period = Fields.beside(first, last);
        without = new Div(school, open);
        without.addClassName("line");
        plan = new PlanPreview(words, this::toggle);
        add(rhythm, days, once, Fields.beside(starts, ends), period, without, plan);
        List.<HasValue<?, ?>>of(rhythm, days, date, ends, first, last, school, open).forEach(field -> field.addValueChangeListener(change -> settle()));
        starts.addValueChangeListener(change -> {
            suggestEnd();
            settle();
        });
        read(Dates.blank());
    }

    /** The dates are for this group, which may have some of them already; nothing for a new one. */
    void addTo(@Nullable UUID standing) {
        group = standing;
        show();
    }

    void read(Dates dates) {
        reading = true;
        rhythm.setValue(dates.rhythm());
        days.setValue(dates.days());
        date.setValue(dates.date());
        starts.setValue(dates.starts());
        ends.setValue(dates.ends());
        first.setValue(dates.firstDay());
        last.setValue(dates.lastDay());
        school.setValue(dates.skipsSchoolHolidays());
        open.setValue(dates.skipsPublicHolidays());
        exceptions.clear();
        exceptions.addAll(dates.exceptions());
        reading = false;
        show();
    }

    /** What is typed, right or not. */
    Dates write() {
        return new Dates(rhythm.getValue() == null ? Rhythm.WEEKLY : rhythm.getValue(), date.getValue(), starts.getValue(), ends.getValue(),
                Set.copyOf(days.getValue()), first.getValue(), last.getValue(), school.getValue(), open.getValue(), List.copyOf(exceptions));
    }

    private void suggestEnd() {
        if (!reading && !starts.isEmpty() && ends.isEmpty() && starts.getValue().isBefore(LATE)) {
            ends.setValue(starts.getValue().plusHours(LIKELY_HOURS));
        }
    }

    /** A day is taken out of the series, or put back. */
    private void toggle(LocalDate day) {
        if (!exceptions.remove(day)) {
            exceptions.add(day);
        }
        settle();
    }

    private void settle() {
        if (!reading) {
            show();
            changed.run();
        }
    }

    private void show() {
        boolean weekly = rhythm.getValue() != Rhythm.ONCE;
        days.setVisible(weekly);
        once.setVisible(!weekly);
        period.setVisible(weekly);
        without.setVisible(weekly);
        plan.show((group == null ? schedule.preview(write()) : schedule.preview(group, write())).orElse(null), weekly);
    }

    private String say(String key) {
        return getTranslation("activities.desk.when." + key);
    }
}
