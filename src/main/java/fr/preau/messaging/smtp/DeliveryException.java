package fr.preau.messaging.smtp;

/** A message was not accepted. */
public class DeliveryException extends Exception {

    private static final long serialVersionUID = 1L;

    private final SendingFailure why;
    private final boolean forGood;

    /** @param forGood whether another attempt would end the same way */
    public DeliveryException(SendingFailure why, boolean forGood, Throwable cause) {
        super(why.name(), cause);
        this.why = why;
        this.forGood = forGood;
    }

    public SendingFailure why() {
        return why;
    }

    public boolean isForGood() {
        return forGood;
    }
}
