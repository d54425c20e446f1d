package io.fairlead.bench;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** A real transaction for each command of the peer, by Spring, as Axon's own Spring set-up gives it. */
final class SpringTransactions implements TransactionManager {

    private final DataSourceTransactionManager manager;
    private final DataSource connections;

    SpringTransactions(DataSource pool) {
        this.manager = new DataSourceTransactionManager(pool);
        this.connections = new TransactionAwareDataSourceProxy(pool);
    }

    /** The connection of the transaction under way; closing it leaves that open. */
    Connection connection() throws SQLException {
        return connections.getConnection();
    }

    @Override
    public Transaction startTransaction() {
        var status = manager.getTransaction(new DefaultTransactionDefinition());
        return new Transaction() {
            @Override
            public void commit() {
                if (!status.isCompleted()) {
                    manager.commit(status);
                }
            }

            @Override
            public void rollback() {
                if (!status.isCompleted()) {
                    manager.rollback(status);
                }
            }
        };
    }
}
