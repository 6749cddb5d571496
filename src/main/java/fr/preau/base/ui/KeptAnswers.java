package fr.preau.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinRequestInterceptor;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes the last answer of each open tab half as big in the heap. Flow keeps it in case it is lost on the way; it is JSON of tens of
 * kilobytes, and one apostrophe ’ or narrow space in it makes Java use two bytes for each of its letters. As an escape, it does not.
 */
@Component
class KeptAnswers implements VaadinServiceInitListener, VaadinRequestInterceptor {

    private static final long serialVersionUID = 1L;
    /** Up to here a letter takes one byte, as long as no other one is beyond. */
    private static final char ONE_BYTE = 0xFF;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addVaadinRequestInterceptor(this);
    }

    @Override
    public void requestStart(VaadinRequest request, VaadinResponse response) {
    }

    @Override
    public void handleException(VaadinRequest request, VaadinResponse response, @Nullable VaadinSession session, Exception failure) {
    }

    @Override
    public void requestEnd(VaadinRequest request, VaadinResponse response, @Nullable VaadinSession session) {
        var ui = UI.getCurrent();
        if (session == null || ui == null) {
            return;
        }
        session.lock();
        try {
            var kept = ui.getInternals();
            String answer = kept.getLastRequestResponse();
            if (answer != null) {
                kept.setLastRequestResponse(inOneByteLetters(answer));
            }
        } finally {
            session.unlock();
        }
    }

    /** The same JSON: letters beyond Latin-1 stand inside of its strings only, and there an escape says the same (RFC 8259, 7). */
    static String inOneByteLetters(String json) {
        int first = 0;
        while (first < json.length() && json.charAt(first) <= ONE_BYTE) {
            first++;
        }
        if (first == json.length()) {
            return json;
        }
        var same = new StringBuilder(json.length() + json.length() / 8).append(json, 0, first);
        for (int i = first; i < json.length(); i++) {
            char letter = json.charAt(i);
            if (letter <= ONE_BYTE) {
                same.append(letter);
            } else {
                same.append("\\u").append(HexFormat.of().toHexDigits(letter));
            }
        }
        return same.toString();
    }
}
