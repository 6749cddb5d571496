package fr.preau.people.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.server.streams.DownloadHandler;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Picto;
import fr.preau.base.ui.Pictogram;
import fr.preau.people.FileCopyService;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** "Recevoir une copie du dossier": a file that is made at the click; whose it is is asked again then. */
class CopyLink extends Anchor {

    private static final long serialVersionUID = 1L;
    private static final String NAME = "dossier.html";
    private static final String TYPE = "text/html;charset=utf-8";
    private static final int NOT_FOUND = 404;

    private CopyLink(UUID centre, SerializableFunction<FileCopyService, Optional<String>> which) {
        super(file(centre, which), "");
        setText(getTranslation("people.copy.get"));
        addComponentAsFirst(new Pictogram(Picto.DOWNLOAD));
        addClassNames("btn", "alt", "small");
    }

    /** One's own family's, of all its centres. */
    static CopyLink ofMine(UUID centre) {
        return new CopyLink(centre, FileCopyService::mine);
    }

    /** That of a family of this centre, for the desk to hand out. */
    static CopyLink of(UUID household, UUID centre) {
        return new CopyLink(centre, copies -> copies.of(household));
    }

    private static DownloadHandler file(UUID centre, SerializableFunction<FileCopyService, Optional<String>> which) {
        return event -> {
            // Found at the click, not kept: an open screen must bear being put aside and taken up again.
            var copies = Instantiator.get(event.getUI()).getOrCreate(FileCopyService.class);
            var file = CurrentCentre.in(centre, () -> which.apply(copies));
            if (file.isEmpty()) {
                event.getResponse().setStatus(NOT_FOUND);
                return;
            }
            event.setFileName(NAME);
            event.setContentType(TYPE);
            event.getResponse().setHeader("Cache-Control", "no-store");
            event.getOutputStream().write(file.get().getBytes(StandardCharsets.UTF_8));
        };
    }
}
