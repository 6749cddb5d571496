package fr.preau.base.ui;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableFunction;
import java.util.Collection;

/** One of these: each choice is a whole card. */
public class OneCard<T> extends RadioButtonGroup<T> {

    private static final long serialVersionUID = 1L;

    public OneCard(String question, Collection<T> choices, SerializableFunction<T, Choice> words) {
        addClassName("cards");
        setLabel(question);
        setItems(choices);
        setRenderer(new ComponentRenderer<>(choice -> words.apply(choice).words()));
        setItemEnabledProvider(choice -> words.apply(choice).open());
    }

    /** The screen's heading asks already: the question is then only for screen readers. */
    public OneCard<T> asked() {
        setAriaLabel(getLabel());
        setLabel(null);
        return this;
    }
}
