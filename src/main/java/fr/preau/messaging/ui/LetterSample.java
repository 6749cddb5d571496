package fr.preau.messaging.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.IFrame;
import fr.preau.base.Texts;
import fr.preau.base.ui.KitPiece;
import fr.preau.messaging.SampleLetterService;

/** A letter in a frame of its own, whose styles are the letter's and no page's; its links leave the frame. */
@org.springframework.stereotype.Component
class LetterSample implements KitPiece {

    private final SampleLetterService letters;
    private final Texts texts;

    LetterSample(SampleLetterService letters, Texts texts) {
        this.letters = letters;
        this.texts = texts;
    }

    @Override
    public String title() {
        return texts.say("messaging.sample.title");
    }

    @Override
    public Component show() {
        var frame = new IFrame();
        frame.setSrcdoc(letters.html().replaceFirst("<head>", "<head><base target=\"_top\">"));
        frame.getElement().setAttribute("sandbox", "allow-top-navigation-by-user-activation");
        frame.setTitle(texts.say("messaging.sample.frame"));
        frame.addClassName("sample");
        return frame;
    }
}
