package fr.preau.base.ui;

import com.vaadin.flow.component.html.Image;
import fr.preau.base.web.QrCode;

/** A QR code that stands in the screen itself. Screen readers pass over it: what it says is written beside it. */
public class QrPicture extends Image {

    private static final long serialVersionUID = 1L;

    public QrPicture(String content) {
        setSrc(QrCode.asPng(content));
        getElement().setAttribute("alt", "");
        addClassName("qr-picture");
    }
}
