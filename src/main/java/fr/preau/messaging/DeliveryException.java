package fr.preau.messaging;

/** A message was not accepted. */
class DeliveryException extends Exception {

    private static final long serialVersionUID = 1L;

    private final SendingFailure why;
    private final boolean forGood;

    /** @param forGood whether another attempt would end the same way */
    DeliveryException(SendingFailure why, boolean forGood, Throwable cause) {
        super(why.name(), cause);
        this.why = why;
        this.forGood = forGood;
    }

    SendingFailure why() {
        return why;
    }

    boolean isForGood() {
        return forGood;
    }
}
