package fr.preau.base;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The pool as plain SQL sees it. The pool's connections stand ready for a transaction and throw away what nobody commits; here
 * each statement outside a transaction counts by itself, as everywhere else in the world, and one inside takes part in it.
 */
class CommittingOutsideTransactions extends TransactionAwareDataSourceProxy {

    CommittingOutsideTransactions(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            // The pool puts it back when the connection comes home.
            connection.setAutoCommit(true);
        }
        return connection;
    }
}
