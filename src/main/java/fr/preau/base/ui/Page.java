package fr.preau.base.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A screen: one heading that a person would say, what one can do beside it, and the content below.
 * Views extend it and add what they show; the heading may come later, with {@link #title}.
 */
public class Page extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final Div head = new Div();
    private final Div line = new Div();
    private final Div acts = new Div();
    private final Div words = new Div();
    private final H1 heading = new H1();
    private final Paragraph over = new Paragraph();
    private final Paragraph lead = new Paragraph();
    private @Nullable BackLink back;
    private String house = "";

    public Page() {
        addClassName("page");
        head.addClassName("head");
        line.addClassName("line");
        acts.addClassNames("end", "line");
        heading.addClassName("title");
        over.addClassName("over");
        lead.addClassName("lead");
        // After a change of screen the reading goes on here, for keyboards and screen readers.
        heading.getElement().setAttribute("tabindex", "-1");
        words.add(heading);
        line.add(words);
        head.add(line);
        add(head);
    }

    public Page(String title) {
        this();
        title(title);
    }

    /** The heading, which is also the name of the browser's tab. */
    public final Page title(String title) {
        heading.setText(title);
        return this;
    }

    /** Whose screen it is; the name of the browser's tab says it. */
    public final void of(String house) {
        this.house = house;
    }

    /** A small line above the heading: the date, the place; another one when the screen is shown anew. */
    public final Page over(String text) {
        over.setText(text);
        words.addComponentAsFirst(over);
        return this;
    }

    /** A sentence or two below the heading; others when the screen is shown anew. */
    public final Page lead(String text) {
        lead.setText(text);
        words.add(lead);
        return this;
    }

    /** The way back, above all; another one when the question changes. */
    public final Page back(String href, String text) {
        if (back != null) {
            head.remove(back);
        }
        back = new BackLink(href, text);
        head.addComponentAsFirst(back);
        return this;
    }

    /** What can be done here, at the heading's right; nothing else from then on. */
    public final Page acts(Component... buttons) {
        acts.removeAll();
        acts.add(buttons);
        line.add(acts);
        return this;
    }

    /** As narrow as a column of text, for forms and single questions. */
    public final Page narrow() {
        addClassName("narrow");
        return this;
    }

    @Override
    public String getPageTitle() {
        return house.isEmpty() ? getTranslation("base.page.title", heading.getText())
                : getTranslation("base.page.title.of", heading.getText(), house);
    }

    /** Another question on the same screen: the tab says it, and reading goes on at its heading. */
    protected final void beginAgain() {
        getUI().ifPresent(ui -> {
            ui.getPage().setTitle(getPageTitle());
            heading.getElement().executeJs("window.scrollTo(0, 0); this.focus({preventScroll: true})");
        });
    }

    /**
     * What had the focus is gone from a list. Whoever came by keyboard goes on at the first thing to do of what stands in its place now;
     * where nothing does, at the heading.
     */
    protected final void goOnAt(List<? extends Component> places, int place) {
        if (place < places.size()) {
            places.get(place).getElement().executeJs("setTimeout(() => (this.querySelector('a[href], vaadin-button') ?? $0).focus())", heading.getElement());
        } else {
            goOnAtHeading();
        }
    }

    /** The same where what is to be read stands at the top. */
    protected final void goOnAtHeading() {
        heading.getElement().executeJs("this.focus()");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        heading.getElement().executeJs("if (window.preauSeen) this.focus({preventScroll: true}); window.preauSeen = true");
    }
}
