package fr.preau.activities.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.shared.HasValidationProperties;
import fr.preau.activities.Problem;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says each problem beside its field, and takes it away when the field is answered again. */
final class FieldErrors implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Map<Problem.Field, List<Component>> fields = new EnumMap<>(Problem.Field.class);
    private final Set<Component> ours = new HashSet<>();

    /** A field that may hold something that it cannot read, such as 29/02/2027. */
    interface Unreadable {
        /** What to say about it; nothing when it could be read. */
        Optional<String> unreadable();
    }

    /** This is where one answers what that problem is about. */
    <C extends Component & HasValidationProperties & HasValue<?, ?>> C at(Problem.Field where, C field) {
        fields.computeIfAbsent(where, key -> new ArrayList<>()).add(field);
        field.addValueChangeListener(change -> accept(field));
        return field;
    }

    /** Says these problems, and what else cannot be read; answers those problems that have no field in sight. */
    List<Problem> refuse(List<Problem> problems) {
        List.copyOf(ours).forEach(this::accept);
        var homeless = new ArrayList<Problem>();
        Component first = null;
        for (var problem : problems) {
            var field = field(problem.field());
            if (field.isEmpty()) {
                homeless.add(problem);
                continue;
            }
            refuse(field.get(), field.get().getTranslation(problem.key(), problem.facts().toArray()));
            first = first == null ? field.get() : first;
        }
        for (var field : unreadable(problems)) {
            refuse(field, "");
            first = first == null ? field : first;
        }
        if (first instanceof Focusable<?> focusable) {
            focusable.focus();
        }
        return homeless;
    }

    /** Those in sight that cannot be read, beside those that these problems are about: an answer that may stay empty is no problem. */
    List<Component> unreadable(List<Problem> problems) {
        return fields.entrySet().stream().filter(one -> problems.stream().noneMatch(problem -> problem.field() == one.getKey()))
                .flatMap(one -> one.getValue().stream()).filter(FieldErrors::inSight).filter(FieldErrors::isUnreadable).toList();
    }

    private static boolean isUnreadable(Component field) {
        return field instanceof Unreadable typed && typed.unreadable().isPresent();
    }

    /** The first of the problem's fields that cannot be read, else the first empty one, else the last. */
    private Optional<Component> field(Problem.Field where) {
        var shown = fields.getOrDefault(where, List.of()).stream().filter(FieldErrors::inSight).toList();
        return shown.stream().filter(FieldErrors::isUnreadable).findFirst()
                .or(() -> shown.stream().filter(field -> field instanceof HasValue<?, ?> value && value.isEmpty()).findFirst())
                .or(() -> shown.isEmpty() ? Optional.empty() : Optional.of(shown.getLast()));
    }

    private static boolean inSight(Component field) {
        return field.isVisible() && field.getParent().map(FieldErrors::inSight).orElse(true);
    }

    private void refuse(Component field, String words) {
        if (field instanceof HasValidationProperties validated) {
            validated.setErrorMessage(field instanceof Unreadable typed ? typed.unreadable().orElse(words) : words);
            validated.setInvalid(true);
            ours.add(field);
        }
    }

    private void accept(Component field) {
        if (ours.remove(field) && field instanceof HasValidationProperties validated) {
            validated.setInvalid(false);
            validated.setErrorMessage("");
        }
    }
}
