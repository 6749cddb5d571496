package fr.preau.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What all pieces are made of, for the page of the kit: colours, spaces and type of the stylesheet, and paper. */
final class KitLook {

    /** As the stylesheet names them, paper first; KitLookTest compares. */
    static final List<String> COLOURS = List.of("paper", "sheet", "shade", "ink", "ink-soft", "line", "line-strong", "roof", "roof-deep", "roof-ink",
            "roof-wash", "brick", "brick-deep", "brick-ink", "brick-wash", "sun", "sun-ink", "sun-text", "sun-wash", "lime", "lime-ink", "lime-wash",
            "focus", "veil");
    static final List<String> SPACES = List.of("s1", "s2", "s3", "s4", "s5", "s6");
    static final List<String> CORNERS = List.of("r1", "r2", "r3", "r-full");
    static final List<String> TYPE = List.of("step-3", "step-2", "step-1", "step-0", "step--1");

    /** Not a class: a token may be called as a piece is. */
    private static final String TOKEN = "data-token";

    private final UnaryOperator<String> words;

    KitLook(UnaryOperator<String> words) {
        this.words = words;
    }

    Component colours() {
        return samples("colour", COLOURS);
    }

    Component spaces() {
        return samples("space", SPACES);
    }

    Component corners() {
        return samples("corner", CORNERS);
    }

    private static Component samples(String kind, List<String> tokens) {
        var all = new Div();
        all.addClassName("tokens");
        for (String token : tokens) {
            var sample = new Span();
            sample.addClassName(kind);
            sample.getElement().setAttribute(TOKEN, token);
            sample.getElement().setAttribute("aria-hidden", "true");
            all.add(new Span(sample, new Span(token)));
        }
        return all;
    }

    Component type() {
        var all = new Div();
        all.addClassName("tokens-of-type");
        for (String step : TYPE) {
            var line = new Paragraph(words.apply("type." + step));
            line.getElement().setAttribute(TOKEN, step);
            all.add(line);
        }
        return all;
    }

    /** The head of an attendance sheet as it leaves the printer: black on white, and boxes to tick by hand. */
    Component paper() {
        var head = new Element("thead").appendChild(row("th", Stream.of("paper.number", "paper.person", "paper.here", "paper.note").map(words)));
        var body = new Element("tbody");
        int number = 0;
        for (String person : List.of("row.person-a", "row.person-b", "row.person-c")) {
            body.appendChild(row("td", Stream.of(String.valueOf(++number), words.apply(person), "", "")));
        }
        var sheet = new Div(new Paragraph(words.apply("paper.title")));
        sheet.addClassName("on-paper");
        sheet.getElement().appendChild(new Element("table").appendChild(head, body));
        return sheet;
    }

    private static Element row(String cell, Stream<String> texts) {
        var row = new Element("tr");
        texts.forEach(text -> row.appendChild(new Element(cell).setText(text)));
        return row;
    }
}
