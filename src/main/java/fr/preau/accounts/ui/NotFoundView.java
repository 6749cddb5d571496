package fr.preau.accounts.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;

/** What is not there, or is another centre's or family's: both look the same. */
@ParentLayout(CentreLayout.class)
public class NotFoundView extends OopsPage implements HasErrorParameter<NotFoundException> {

    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
        say("missing");
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
