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

    /** Says these problems; answers those that have no field in sight. */
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
            refuse(field.get(), problem);
            first = first == null ? field.get() : first;
        }
        if (first instanceof Focusable<?> focusable) {
            focusable.focus();
        }
        return homeless;
    }

    /** The first empty one of the problem's fields, else the last. */
    private Optional<Component> field(Problem.Field where) {
        var shown = fields.getOrDefault(where, List.of()).stream().filter(FieldErrors::inSight).toList();
        return shown.stream().filter(field -> field instanceof HasValue<?, ?> value && value.isEmpty()).findFirst()
                .or(() -> shown.isEmpty() ? Optional.empty() : Optional.of(shown.getLast()));
    }

    private static boolean inSight(Component field) {
        return field.isVisible() && field.getParent().map(FieldErrors::inSight).orElse(true);
    }

    private void refuse(Component field, Problem problem) {
        if (field instanceof HasValidationProperties validated) {
            String words = field.getTranslation(problem.key(), problem.facts().toArray());
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
