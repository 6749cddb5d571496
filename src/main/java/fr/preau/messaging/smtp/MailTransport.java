package fr.preau.messaging.smtp;

/** Takes messages away. */
public interface MailTransport {

    /**
     * Returns when the message was accepted; it may then be marked as gone.
     *
     * @throws DeliveryException when it was not
     */
    void deliver(OutgoingMail mail) throws DeliveryException;

    /** For the messages of one round, one after the other. */
    default Errand errand() {
        return this::deliver;
    }

    /** Delivers as the transport does, and may keep the line to the mail server until it is over. */
    @FunctionalInterface
    interface Errand extends AutoCloseable {

        /** As {@link MailTransport#deliver}. */
        void deliver(OutgoingMail mail) throws DeliveryException;

        @Override
        default void close() {
            // most keep nothing
        }
    }
}
