package fr.preau.activities.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableRunnable;
import fr.preau.activities.ActivityInput;
import fr.preau.activities.Dates;
import fr.preau.activities.Problem;
import fr.preau.activities.ScheduleService;
import fr.preau.activities.photos.PhotoService;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is asked about an activity, in sections that are questions. The rules stand in the services. */
final class ActivityForm extends Div {

    private static final long serialVersionUID = 1L;

    private final SerializableRunnable changed;
    private final FieldErrors errors = new FieldErrors();
    private final WhatPart what;
    private final WhomPart whom;
    private final @Nullable DatesPart dates;
    private final WherePart where;
    private final PlacesPart places;
    private boolean reading = true;

    private ActivityForm(ScheduleService schedule, PhotoService photos, ActivityWords words, boolean everything, SerializableRunnable changed) {
        this.changed = changed;
        addClassNames("form", "stack", "wide-gaps");
        what = new WhatPart(words.say("what"), photos, errors, this::settle);
        whom = new WhomPart(words.say("whom"), errors, this::settle);
        dates = everything ? new DatesPart(words.say("when"), schedule, words, errors, this::settle) : null;
        where = new WherePart(words.say("where"), errors, this::settle);
        places = new PlacesPart(words.say("how-many"), everything, errors, this::settle);
        add(what, whom);
        if (dates != null) {
            add(dates);
        }
        add(where, places);
        reading = false;
    }

    /** For a new activity: everything, dates included. */
    static ActivityForm ofNew(ScheduleService schedule, PhotoService photos, ActivityWords words, SerializableRunnable changed) {
        return new ActivityForm(schedule, photos, words, true, changed);
    }

    /** For one that stands: its dates and places are changed on its own page. */
    static ActivityForm ofStanding(ScheduleService schedule, PhotoService photos, ActivityWords words, SerializableRunnable changed) {
        return new ActivityForm(schedule, photos, words, false, changed);
    }

    void read(ActivityInput input) {
        reading = true;
        what.read(input);
        whom.read(input);
        if (dates != null) {
            dates.read(input.dates());
        }
        where.read(input);
        places.read(input);
        errors.refuse(List.of());
        reading = false;
    }

    /** What is typed, right or not. */
    ActivityInput write() {
        return new ActivityInput(what.title(), what.summary(), what.description(), what.category(), what.photo(), whom.who(), whom.minAge(), whom.maxAge(),
                whom.bornFrom(), whom.bornTo(), whom.withAdult(), dates == null ? Dates.blank() : dates.write(), where.place(), where.access(),
                where.bring(), where.price(), places.places(), places.registrationNeeded(), places.needsApproval(), places.booking(), places.opensAt(), places.closesAt(),
                places.holdDays());
    }

    /** Says each problem beside its field; answers those that have none. */
    List<Problem> refuse(List<Problem> problems) {
        return errors.refuse(problems);
    }

    /** How many answers that may stay empty hold something that cannot be read, beside what these problems are about. */
    int unreadable(List<Problem> problems) {
        return errors.unreadable(problems).size();
    }

    private void settle() {
        if (!reading) {
            changed.run();
        }
    }
}
