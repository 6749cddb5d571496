package fr.preau.registrations;

/** How a registration stands in one session. All but RELEASED keep others from sitting there for the same person. */
enum Standing {
    /** The staff has not answered yet: counts nowhere. */
    ASKED,
    WAITING,
    TAKEN,
    RELEASED;

    static Standing in(RegistrationState state) {
        return switch (state) {
            case DRAFT, REQUESTED -> ASKED;
            case WAITING -> WAITING;
            case PRE_REGISTERED, OFFERED, CONFIRMED, COMPLETED -> TAKEN;
            case REFUSED, DECLINED, EXPIRED, CANCELLED_BY_FAMILY, CANCELLED_BY_CENTRE, CLOSED -> RELEASED;
        };
    }
}
