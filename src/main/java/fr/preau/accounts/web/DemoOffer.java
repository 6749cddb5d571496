package fr.preau.accounts.web;

import fr.preau.accounts.signin.DemoDoor;
import fr.preau.base.Demonstration;
import fr.preau.base.Texts;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the sign-in page offers to visitors of the demonstration: nothing at all elsewhere. */
@Component
class DemoOffer {

    private final boolean on;
    private final ObjectProvider<DemoDoor> door;
    private final Texts texts;

    DemoOffer(Demonstration demonstration, ObjectProvider<DemoDoor> door, Texts texts) {
        this.on = demonstration.on();
        this.door = door;
        this.texts = texts;
    }

    record Button(String id, String label) {
    }

    boolean isOn() {
        return on;
    }

    List<Button> buttons() {
        return door.stream().flatMap(there -> there.all().stream())
                .map(persona -> new Button(persona.id(), texts.say(persona.label(), persona.facts().toArray()))).toList();
    }
}
