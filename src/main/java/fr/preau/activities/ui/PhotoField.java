package fr.preau.activities.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import fr.preau.activities.Photo;
import fr.preau.activities.Problem;
import fr.preau.activities.photos.PhotoOutcome;
import fr.preau.activities.photos.PhotoService;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Picto;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Notice;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A photo: taken or chosen with the telephone's own means, sent at once, shown, told in words, replaced or taken away.
 * The browser's own file field does the choosing; a component of Vaadin would weigh 15 KB and know no more.
 */
final class PhotoField extends Div {

    private static final long serialVersionUID = 1L;
    private static final String SENT = "photo-sent";

    /** Sends what was chosen, says when it has gone or why not; a file that is too heavy does not leave the telephone. */
    private static final String SEND = """
            const input = this;
            input.addEventListener('change', async () => {
              const file = input.files[0];
              if (!file) return;
              const tell = detail => input.dispatchEvent(new CustomEvent('photo-sent', {detail}));
              if (file.size > $0) { input.value = ''; tell('heavy'); return; }
              input.dispatchEvent(new CustomEvent('photo-leaves'));
              try {
                const answer = await fetch(input.getAttribute('data-to'), {method: 'POST', body: file,
                  headers: {'Content-Type': file.type || 'application/octet-stream', 'X-Filename': 'photo'}});
                tell(answer.ok ? 'arrived' : 'lost');
              } catch (gone) { tell('lost'); }
              input.value = '';
            })""";

    private final transient PhotoService photos;
    private final SerializableRunnable changed;
    private final UUID centre = CurrentCentre.require();
    private final FileChooser chooser = new FileChooser();
    private final Element input = chooser.getElement();
    private final Paragraph status = new Paragraph();
    private final Div shown = new Div();
    private final Div trouble = new Div();
    private final Act choose;
    private final Act remove;
    private final Act restore;
    private final TextField alt;
    private @Nullable Photo photo;
    private @Nullable Photo removed;

    /** What is sent belongs to a component: Flow tells it when the file has come. */
    @Tag("input")
    private static final class FileChooser extends Component {
        private static final long serialVersionUID = 1L;
    }

    PhotoField(PhotoService photos, FieldErrors errors, SerializableRunnable changed) {
        this.photos = photos;
        this.changed = changed;
        addClassNames("photo-field", "stack");
        getElement().setAttribute("role", "group").setAttribute("aria-label", say("label"));
        var label = new Span(say("label"));
        label.addClassName("label");
        var hint = new Paragraph(say("hint", PhotoService.MOST_MEGABYTES));
        hint.addClassName("soft");
        status.addClassName("soft");
        status.getElement().setAttribute("role", "status");
        choose = Act.alt(say("choose"), click -> { }).with(Picto.PLUS).small();
        remove = Act.quiet(say("remove"), click -> take(null)).small();
        restore = Act.quiet(say("restore"), click -> putBack()).small();
        alt = errors.at(Problem.Field.PHOTO, Fields.line(say("alt"), say("alt-hint")));
        alt.addValueChangeListener(change -> changed.run());
        receiver();
        var acts = new Div(choose, remove, restore);
        acts.addClassName("line");
        add(label, hint, trouble, shown, alt, status, acts, chooser);
        show();
    }

    /** The file field itself is out of sight: the button opens it, with a mouse, a finger or a key. */
    private void receiver() {
        input.setAttribute("type", "file");
        input.setAttribute("accept", "image/jpeg,image/png,image/webp");
        input.setAttribute("hidden", true);
        input.setAttribute("data-to", (UploadHandler) this::arrives);
        input.addEventListener("photo-leaves", event -> status.setText(say("sending")));
        input.addEventListener(SENT, event -> sent(event.getEventData().get("event.detail").asString())).addEventData("event.detail");
        choose.addAttachListener(event -> {
            input.executeJs(SEND, PhotoService.MOST_MEGABYTES * 1_000_000);
            choose.getElement().executeJs("this.addEventListener('click', () => $0.click())", input);
        });
    }

    /** On the thread of the file's own request: the screen is told when the browser says that it has gone. */
    private void arrives(UploadEvent event) throws IOException {
        try (var content = event.getInputStream()) {
            var outcome = CurrentCentre.<PhotoOutcome, IOException>in(centre, () -> photos.keep(content));
            event.getUI().access(() -> settle(outcome));
        }
    }

    private void sent(String how) {
        status.setText("");
        if (how.equals("heavy")) {
            settle(new PhotoOutcome.Refused(PhotoOutcome.Reason.TOO_HEAVY));
        } else if (how.equals("lost")) {
            trouble(say("lost"));
        }
    }

    /** What became of the photo that was sent: here to stay, or a reason beside the field. */
    void settle(PhotoOutcome outcome) {
        switch (outcome) {
            case PhotoOutcome.Kept kept -> take(kept.photo().told(alt.getValue()));
            case PhotoOutcome.Refused refused -> trouble(getTranslation(refused.reason().key(), refused.reason().facts().toArray()));
        }
    }

    private void trouble(String why) {
        trouble.removeAll();
        trouble.add(Notice.bad(why).spoken());
    }

    private void take(@Nullable Photo other) {
        removed = other == null ? value() : null;
        photo = other;
        trouble.removeAll();
        if (other != null) {
            alt.setValue(other.alt());
        }
        show();
        status.setText(other == null && removed != null ? say("removed") : "");
        if (other == null) {
            restore.focus();
        } else if (alt.isEmpty()) {
            alt.focus();
        }
        changed.run();
    }

    private void putBack() {
        take(removed);
        remove.focus();
    }

    void setValue(@Nullable Photo standing) {
        photo = standing;
        removed = null;
        trouble.removeAll();
        status.setText("");
        alt.setValue(standing == null ? "" : standing.alt());
        show();
    }

    /** The photo with the words that stand beside it now. */
    @Nullable Photo value() {
        return photo == null ? null : photo.told(alt.getValue());
    }

    private void show() {
        shown.removeAll();
        if (photo != null) {
            picture(photos, photo).ifPresent(shown::add);
        }
        alt.setVisible(photo != null);
        remove.setVisible(photo != null);
        restore.setVisible(removed != null);
        choose.setText(say(photo == null ? "choose" : "replace"));
    }

    /** The photo as the staff sees it before everybody does. */
    static Optional<Component> picture(PhotoService photos, Photo photo) {
        int width = photo.widths().getFirst();
        return photos.look(photo.hash(), width).map(content -> {
            var image = new Image("data:image/jpeg;base64," + Base64.getEncoder().encodeToString(content), photo.alt());
            image.addClassName("photo");
            image.getElement().setAttribute("width", String.valueOf(width));
            image.getElement().setAttribute("height", String.valueOf(Math.round((float) photo.height() * width / photo.width())));
            return image;
        });
    }

    private String say(String key, Object... facts) {
        return getTranslation("activities.desk.photo." + key, facts);
    }
}
