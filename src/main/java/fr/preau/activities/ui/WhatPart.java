package fr.preau.activities.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableRunnable;
import fr.preau.activities.ActivityInput;
import fr.preau.activities.Category;
import fr.preau.activities.Photo;
import fr.preau.activities.Problem;
import fr.preau.activities.photos.PhotoService;
import fr.preau.base.ui.Choice;
import fr.preau.base.ui.FormSection;
import fr.preau.base.ui.OneCard;
import fr.preau.base.ui.Pictogram;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** "Qu’est-ce que c’est ?": title, a sentence, how it goes, and a picture. */
final class WhatPart extends FormSection {

    private static final long serialVersionUID = 1L;

    private final TextField title;
    private final TextField summary;
    private final TextArea description;
    private final OneCard<Category> category;
    private final PhotoField photo;

    WhatPart(String question, PhotoService photos, FieldErrors errors, SerializableRunnable changed) {
        super(question);
        title = errors.at(Problem.Field.TITLE, Fields.line(say("title"), say("title-hint")));
        summary = errors.at(Problem.Field.SUMMARY, Fields.line(say("summary"), say("summary-hint")));
        description = errors.at(Problem.Field.DESCRIPTION, Fields.text(say("description"), say("description-hint")));
        category = errors.at(Problem.Field.CATEGORY, new OneCard<>(say("category"), List.of(Category.values()),
                one -> Choice.of(getTranslation(one.key()), "")));
        category.addClassName("pictures");
        category.setRenderer(new ComponentRenderer<>(WhatPart::picture));
        photo = new PhotoField(photos, errors, changed);
        add(title, summary, category, photo, description);
        title.addValueChangeListener(change -> changed.run());
        summary.addValueChangeListener(change -> changed.run());
        description.addValueChangeListener(change -> changed.run());
        category.addValueChangeListener(change -> changed.run());
    }

    private static Div picture(Category category) {
        var face = new Div(new Pictogram(category.picto()));
        face.addClassNames("face", category.tint().css());
        var words = new Span(face.getTranslation(category.key()));
        face.add(words);
        return face;
    }

    void read(ActivityInput input) {
        title.setValue(input.title());
        summary.setValue(input.summary());
        description.setValue(input.description());
        category.setValue(input.category());
        photo.setValue(input.photo());
    }

    String title() {
        return title.getValue();
    }

    String summary() {
        return summary.getValue();
    }

    String description() {
        return description.getValue();
    }

    @Nullable Category category() {
        return category.getValue();
    }

    @Nullable Photo photo() {
        return photo.value();
    }

    private String say(String key) {
        return getTranslation("activities.desk.what." + key);
    }
}
