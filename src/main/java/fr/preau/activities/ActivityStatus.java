package fr.preau.activities;

/** Where an activity stands. */
public enum ActivityStatus {
    /** Seen by the staff only. */
    DRAFT,
    /** Seen by everybody; people may register when its rules allow it. */
    PUBLISHED,
    /** Seen by everybody with the reason; nobody new may register until it is taken up again. */
    SUSPENDED,
    /** Seen by everybody with the reason; its sessions are off, and this is final. */
    CANCELLED;

    /** Whether the public page exists. */
    public boolean isPublic() {
        return this != DRAFT;
    }

    boolean mayBecome(ActivityStatus next) {
        return switch (this) {
            case DRAFT -> next == PUBLISHED;
            case PUBLISHED -> next == SUSPENDED || next == CANCELLED;
            case SUSPENDED -> next == PUBLISHED || next == CANCELLED;
            case CANCELLED -> false;
        };
    }
}
