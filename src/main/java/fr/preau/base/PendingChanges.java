package fr.preau.base;

import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction has changed and Hibernate has not yet written. Hibernate writes it before its own queries; plain SQL that
 * reads in the same transaction asks for it.
 */
@Component
public class PendingChanges {

    private final EntityManager changes;

    PendingChanges(EntityManager changes) {
        this.changes = changes;
    }

    /** Writes them now; nothing to do outside a transaction. */
    public void write() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            changes.flush();
        }
    }
}
