package fr.preau.messaging;

/** Takes a message away. */
interface MailTransport {

    /**
     * Returns when the message was accepted; it may then be marked as gone.
     *
     * @throws DeliveryException when it was not
     */
    void deliver(OutgoingMail mail) throws DeliveryException;
}
