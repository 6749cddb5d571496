package fr.preau.base.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import fr.preau.base.CentreSource;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps a browser tab's centre with its UI: two tabs may be in two centres. */
@Component
public class UiCentre implements CentreSource {

    /** Says which centre this tab is in, from now on. */
    public static void enter(UI ui, UUID centre) {
        ComponentUtil.setData(ui, Tab.class, new Tab(centre));
    }

    /** Says that this tab is in no centre. */
    public static void leave(UI ui) {
        ComponentUtil.setData(ui, Tab.class, null);
    }

    @Override
    public Optional<UUID> centre() {
        return Optional.ofNullable(UI.getCurrent())
                .map(ui -> ComponentUtil.getData(ui, Tab.class))
                .map(Tab::centre);
    }

    private record Tab(UUID centre) implements Serializable {
    }
}
