package fr.preau.base.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import fr.preau.base.Ids;
import fr.preau.base.Picto;

/** A line to write in, made of the browser's own field: light, and every phone knows it. The error stands below it. */
public class PlainField extends Div {

    private static final long serialVersionUID = 1L;
    private static final int KEPT_AFTER_MILLISECONDS = 1000;

    private final Input input = new Input();
    private final NativeLabel label;
    private final Span error = new Span();

    public PlainField(String text) {
        addClassName("field");
        String id = "field-" + Ids.next();
        input.setId(id);
        label = new NativeLabel(text);
        label.setFor(id);
        error.setId(id + "-error");
        error.addClassName("error");
        add(label, input);
    }

    /** A sentence between the label and the line. */
    public PlainField hint(String text) {
        var hint = new Span(text);
        hint.addClassName("hint");
        addComponentAtIndex(1, hint);
        return this;
    }

    /** What phones and browsers may fill in, and which keyboard helps: the values of HTML. */
    public PlainField helped(String autocomplete, String keyboard) {
        input.getElement().setAttribute("autocomplete", autocomplete);
        input.getElement().setAttribute("inputmode", keyboard);
        return this;
    }

    /** Takes no more than so many signs. */
    public PlainField longest(int signs) {
        input.getElement().setAttribute("maxlength", Integer.toString(signs));
        return this;
    }

    /** The browser adds what it knows for a search: a key on the keyboard, a cross that empties the line. */
    public PlainField forSearch() {
        input.setType("search");
        return this;
    }

    /** As wide as a number or a date. */
    public PlainField tiny() {
        input.addClassName("tiny");
        return this;
    }

    /** For tests and for whoever needs to name it. */
    public PlainField named(String id) {
        input.setId(id);
        label.setFor(id);
        error.setId(id + "-error");
        return this;
    }

    public String getValue() {
        return input.getValue();
    }

    public PlainField value(String value) {
        input.setValue(value);
        return this;
    }

    /** Hears what was written when the line is left. */
    public PlainField onChange(SerializableConsumer<String> then) {
        input.addValueChangeListener(change -> then.accept(change.getValue()));
        return this;
    }

    /** Hears a second after the last key what is written so far, so that it can be kept before the line is left. */
    public PlainField onTyping(SerializableConsumer<String> then) {
        input.setValueChangeMode(ValueChangeMode.LAZY);
        input.setValueChangeTimeout(KEPT_AFTER_MILLISECONDS);
        return onChange(then);
    }

    public void focus() {
        input.focus();
    }

    /** Says beside the line what does not go; nothing typed is lost. */
    public void refuse(String why) {
        accept();
        error.removeAll();
        error.add(new Pictogram(Picto.ALERT), new Span(why));
        add(error);
        addClassName("bad");
        input.getElement().setAttribute("aria-invalid", "true");
        input.getElement().setAttribute("aria-describedby", error.getId().orElseThrow());
    }

    /** Takes the error away. */
    public void accept() {
        remove(error);
        removeClassName("bad");
        input.getElement().removeAttribute("aria-invalid");
        input.getElement().removeAttribute("aria-describedby");
    }
}
