package fr.preau.activities.ui;

import fr.preau.activities.ActivityInput;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Tells in which answers two versions of a sheet differ, by the names of the questions. */
final class Differences {

    private final ActivityWords words;

    Differences(ActivityWords words) {
        this.words = words;
    }

    private record Answer(String key, Function<ActivityInput, Object> of) {
    }

    private static final List<Answer> ANSWERS = List.of(
            new Answer("what.title", ActivityInput::title), new Answer("what.summary", ActivityInput::summary),
            new Answer("differs.description", ActivityInput::description), new Answer("what.category", input -> Objects.toString(input.category())),
            new Answer("differs.photo", input -> Objects.toString(input.photo())),
            new Answer("whom", input -> List.of(input.rules(ZoneOffset.UTC).audience())),
            new Answer("where.place", ActivityInput::place), new Answer("differs.access", ActivityInput::accessNote),
            new Answer("differs.bring", ActivityInput::bring), new Answer("differs.price", ActivityInput::price),
            new Answer("how-many.how", ActivityInput::registrationNeeded),
            new Answer("differs.approval", ActivityInput::needsApproval),
            new Answer("differs.hold", input -> Objects.toString(input.holdDays())),
            new Answer("differs.opening", input -> Objects.toString(input.opensAt()) + Objects.toString(input.closesAt())));

    String between(ActivityInput theirs, ActivityInput mine) {
        var names = new ArrayList<String>();
        for (var answer : ANSWERS) {
            if (!answer.of().apply(theirs).equals(answer.of().apply(mine))) {
                names.add(words.say("differs.quote", words.say(answer.key())));
            }
        }
        return names.isEmpty() ? words.say("form.meanwhile.nothing") : String.join(", ", names);
    }
}
