package fr.preau.messaging;

import fr.preau.base.EmailAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How letters leave.
 *
 * @param from    the address that letters come from; answers go to the centre
 * @param mailbox keeps letters here instead of sending them, when there is no mail server: for development; the
 *                demonstration does it always
 * @param atOnce  whether a sender comes as soon as a letter is posted, or only on its regular round
 * @param pace    how many letters of the centres leave in a second at most: mail servers slow down who sends more, and when a
 *                whole town registers at once its letters wait a little instead of its people. Those that let people in do not wait
 */
@ConfigurationProperties("preau.mail")
record MailProperties(@DefaultValue("ne-pas-repondre@preau.example") String from, @DefaultValue("false") boolean mailbox,
                      @DefaultValue("true") boolean atOnce, @DefaultValue("20") int pace) {

    MailProperties {
        new EmailAddress(from);
    }

    EmailAddress sender() {
        return new EmailAddress(from);
    }

    /** What makes our message ids and calendar entries unique in the world. */
    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }
}
