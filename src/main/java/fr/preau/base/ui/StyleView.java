package fr.preau.base.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import fr.preau.base.AllowedTo;
import fr.preau.base.AppPaths;
import fr.preau.base.Demonstration;
import fr.preau.base.Picto;
import fr.preau.base.Role;
import fr.preau.base.Tint;
import fr.preau.base.ui.PlacesLabel.Room;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;

/** The living page of the kit: every piece in every state, for those who build screens and those who judge them. */
@Route(value = "style", layout = Frame.class)
@AllowedTo({Role.ANIMATOR, Role.RECEPTION, Role.DIRECTOR, Role.FEDERATION, Role.TECHNICIAN})
public class StyleView extends TaskPage {

    private static final long serialVersionUID = 1L;
    private static final String HERE = AppPaths.of("style");
    private static final int ROWS = 62;

    private static final String SHEET = "context://assets/kit.css";

    private final boolean demonstration;

    StyleView(Demonstration demonstration, ObjectProvider<KitPiece> ofModules) {
        this.demonstration = demonstration.on();
        title(say("title"));
        back(HERE, say("back"));
        over(say("over"));
        lead(say("lead"));
        acts(Act.alt(say("act.second"), click -> { }).with(Picto.DOWNLOAD).small(), new PrintButton());
        removeClassName("narrow");

        var look = new KitLook(key -> say(key));
        part("colours", look.colours());
        part("spaces", look.spaces(), look.corners());
        part("type", look.type());
        part("acts", acts());
        part("filters", new Chips(say("filters")).add(say("filter.all"), HERE, true)
                .add(say("filter.waiting"), HERE + "?etat=attente", false)
                .add(say("filter.week"), HERE + "?quand=semaine", false));
        part("find", new FindLine(say("find"), say("find.typed"), typed -> Toast.say(say("toast"))));
        part("states", states());
        part("numbers", new Tiles().add(Tint.SUN, "3", say("tile.todo"), HERE)
                .add(Tint.LIME, "128", say("tile.confirmed"), HERE)
                .add(Tint.ROOF, "17", say("tile.waiting"), HERE)
                .add(Tint.PLAIN, "4", say("tile.free"), HERE));
        part("notices", Notice.info(say("notice.info")), Notice.done(say("notice.done")),
                Notice.warn(say("notice.warn")).then(new Link(HERE, say("notice.then"))),
                Notice.bad(say("notice.bad")).titled(say("notice.bad-title")));
        part("choices", cards());
        part("fields", fields());
        part("plain", plainFields());
        part("table", table());
        part("rows", rows());
        part("facts", new Facts().add(Picto.CALENDAR, say("fact.when"), say("fact.when-more"))
                .add(Picto.PIN, say("fact.where"), say("fact.where-more")).add(Picto.EURO, say("fact.price"), say("fact.price-more")));
        part("pairs", new Pairs().add(say("pair.activity"), say("row.cooking")).add(say("pair.when"), say("fact.when")));
        part("story", new Story().add(Tint.LIME, say("story.confirmed"), say("story.by-reception"))
                .add(Tint.SUN, say("story.offered"), say("story.by-list")).add(Tint.PLAIN, say("story.asked"), say("story.on-site")));
        part("unfolds", new Div(new Answer()));
        part("calls", line(Call.to(say("call.number")), Call.to(say("call.words"))));
        part("qr", new QrPicture(HERE), new Paragraph(say("qr")));
        part("empty", new EmptyState(Picto.INBOX, say("empty.title"), say("empty.text"),
                Act.alt(say("act.second"), click -> { })));
        part("pictos", pictos());
        ofModules.forEach(piece -> add(new H2(piece.title()), piece.show()));
        part("paper", look.paper(), new Paragraph(say("paper")));
        steps(2, 4);
        bar(Act.alt(getTranslation("base.back"), click -> Toast.say(say("toast"))),
                Act.go(getTranslation("base.continue"), click -> Toast.sayWithUndo(say("toast"), () -> Toast.say(say("toast.undone")))));
    }

    /** Its own stylesheet weighs on no other screen. It stands in the bare frame, which does not know; where people try the house out, the kit says so too. */
    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().getPage().addStyleSheet(SHEET);
        if (demonstration) {
            findAncestor(Frame.class).demonstration();
        }
    }

    private Component acts() {
        var off = Act.go(say("act.off"), click -> { });
        off.setEnabled(false);
        return line(Act.go(say("act.first"), click -> Toast.say(say("toast"))), Act.alt(say("act.second"), click -> { }),
                Act.quiet(say("act.third"), click -> { }),
                Act.danger(say("act.danger"), click -> Confirm.askBeforeLoss(say("confirm.question"), say("confirm.text"),
                        say("confirm.yes"), () -> Toast.say(say("toast")))),
                off, Act.go(say("act.small"), click -> { }).with(Picto.PLUS).small(), Link.go(HERE, say("act.link")).endsWith(Picto.NEXT));
    }

    private Component states() {
        return line(new PlacesLabel(Room.OK, say("places.ok")), new PlacesLabel(Room.FEW, say("places.few")),
                new PlacesLabel(Room.FULL, say("places.full")), new PlacesLabel(Room.NONE, say("places.none")),
                new Label(Tint.LIME, say("state.confirmed")), new Label(Tint.SUN, say("state.offered")),
                new Label(Tint.ROOF, say("state.waiting")), new Label(Tint.BRICK, say("state.call")),
                new Label(Tint.PLAIN, say("state.cancelled")));
    }

    private Component cards() {
        var who = new ManyCards<>(say("who"), List.of("adult", "daughter", "son"), key -> "son".equals(key)
                ? Choice.refused(say("who.son"), say("who.son-why")) : Choice.of(say("who." + key), say("who." + key + "-more")));
        who.setValue(Set.of("adult"));
        var how = new OneCard<>(say("how"), List.of("all", "some"), key -> Choice.of(say("how." + key), say("how." + key + "-more")));
        how.setValue("all");
        var two = new Div(who, how);
        two.addClassName("fields");
        return two;
    }

    private Component fields() {
        var name = new TextField(say("field.name"));
        name.setValue(say("field.name-value"));
        name.setHelperText(say("field.name-hint"));
        var mail = new EmailField(say("field.mail"));
        mail.setInvalid(true);
        mail.setValue(say("field.mail-value"));
        mail.setManualValidation(true);
        mail.setErrorMessage(say("field.mail-error"));
        var capacity = new IntegerField(say("field.capacity"));
        capacity.setStepButtonsVisible(true);
        capacity.setValue(12);
        var quarter = new Select<String>();
        quarter.setLabel(say("field.quarter"));
        quarter.setItems(say("field.quarter-1"), say("field.quarter-2"));
        quarter.setPlaceholder(say("field.quarter-choose"));
        var hour = new TimeField(say("field.hour"));
        var password = new SecretField(say("field.password"));
        var locked = new TextField(say("field.locked"));
        locked.setReadOnly(true);
        locked.setValue(say("field.locked-value"));
        var off = new TextField(say("field.off"));
        off.setEnabled(false);
        off.setValue(say("field.off-value"));
        var text = new TextArea(say("field.text"));
        text.addClassName("all");
        var sms = new Checkbox(say("field.sms"), true);
        sms.addClassName("all");
        var section = new Div(name, mail, new DateField(say("field.day")), hour, capacity, quarter, password, locked, off,
                text, sms);
        section.addClassName("fields");
        return new FormSection(say("field.section"), section).hint(say("field.section-hint"));
    }

    /** As families know them from every other page: light, and with the error below. */
    private Component plainFields() {
        var name = new PlainField(say("field.name")).hint(say("field.name-hint")).value(say("field.name-value"));
        var mail = new PlainField(say("field.mail")).value(say("field.mail-value"));
        mail.refuse(say("field.mail-error"));
        var born = new PlainDate(say("plain.born"), say("plain.born-hint"), "birth");
        var never = new PlainDate(say("plain.never"), say("plain.born-hint"), "birth" + 2);
        never.value("31", "2", "2019");
        never.refuse(say("plain.never-error"));
        return new Div(name, mail, born, never);
    }

    private Component table() {
        var table = new DataTable<Integer>(say("table"), (offset, limit) ->
                IntStream.range(offset, Math.min(ROWS, offset + limit)).boxed().toList(), () -> ROWS);
        table.twoLines(say("column.household"), row -> say("row.household", row + 1), row -> say("row.people", row % 4 + 1))
                .text(say("column.activity"), row -> say("row.cooking"))
                .column(say("column.state"), row -> row % 3 == 0 ? new Label(Tint.LIME, say("state.confirmed"))
                        : new Label(Tint.ROOF, say("state.waiting")))
                .number(say("column.people"), row -> Integer.toString(row % 4 + 1))
                .acts(say("column.acts"), row -> Act.alt(say("act.see"), click -> { }).small())
                .pagesOf(5).show(1);
        return table;
    }

    private Component rows() {
        return new RowList().add(say("row.person-a"), say("row.person-a-more"), new Tick(Tick.State.YES, say("tick.here"), tap -> { }))
                .add(say("row.person-b"), say("row.person-b-more"), new Tick(Tick.State.OPEN, say("tick.open"), tap -> { }))
                .add(say("row.person-c"), say("row.person-c-more"), new Tick(Tick.State.NO, say("tick.excused"), tap -> { }));
    }

    private static Component pictos() {
        var all = new Div();
        all.addClassName("line");
        for (Picto picto : Picto.values()) {
            all.add(new Span(new Pictogram(picto), new Span(" " + picto.key())));
        }
        return all;
    }

    private static final class Answer extends Unfolding {

        private static final long serialVersionUID = 1L;

        private Answer() {
            super(Picto.HISTORY, "base.style.unfolds");
        }

        @Override
        protected Component content() {
            return new Paragraph(getTranslation("base.style.unfolded"));
        }
    }

    private void part(String key, Component... pieces) {
        add(new H2(say("part." + key)));
        add(pieces);
    }

    private static Component line(Component... pieces) {
        var line = new Div(pieces);
        line.addClassName("line");
        return line;
    }

    private String say(String key, Object... facts) {
        return getTranslation("base.style." + key, facts);
    }
}
