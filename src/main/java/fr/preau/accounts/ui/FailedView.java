package fr.preau.accounts.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;

/** A screen that could not be shown. */
@ParentLayout(CentreLayout.class)
public class FailedView extends OopsPage implements HasErrorParameter<Exception> {

    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
        var mishap = Mishap.of(error.getException());
        say(mishap.kind());
        mishap.reference().ifPresent(this::reference);
        return switch (mishap) {
            case Mishap.Closed closed -> HttpServletResponse.SC_FORBIDDEN;
            case Mishap.Missing missing -> HttpServletResponse.SC_NOT_FOUND;
            case Mishap.Busy busy -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            case Mishap.Away away -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            case Mishap.Gone gone -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            case Mishap.Failed failed -> HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        };
    }
}
