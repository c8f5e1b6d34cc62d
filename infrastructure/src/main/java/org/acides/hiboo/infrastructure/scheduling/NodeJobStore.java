package org.acides.hiboo.infrastructure.scheduling;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.quartz.SchedulerConfigException;
import org.quartz.spi.ClassLoadHelper;
import org.quartz.spi.SchedulerSignaler;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.scheduling.quartz.LocalDataSourceJobStore;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;

/**
 * A job store that keeps to its own data source. Spring's files it in a registry of the whole process under the
 * schedule's name, where a second application context, such as another node in a test, would take it over.
 */
@SuppressWarnings("unchecked") // of what Quartz overrides within itself
public class NodeJobStore extends LocalDataSourceJobStore {

    @Override
    public void initialize(ClassLoadHelper loader, SchedulerSignaler signaler) throws SchedulerConfigException {
        super.initialize(loader, signaler);
        DataSource database = Objects.requireNonNull(SchedulerFactoryBean.getConfigTimeDataSource());
        String own = UUID.randomUUID().toString();
        DBConnectionManager registry = DBConnectionManager.getInstance();
        registry.addConnectionProvider(own + ".joining", new Provider(database, true));
        registry.addConnectionProvider(own + ".alone", new Provider(database, false));
        setDataSource(own + ".joining");
        setNonManagedTXDataSource(own + ".alone");
    }

    /** @param joins whether a connection is the running transaction's, when there is one */
    private record Provider(DataSource database, boolean joins) implements ConnectionProvider {
        @Override
        public Connection getConnection() throws SQLException {
            return joins ? DataSourceUtils.doGetConnection(database) : database.getConnection();
        }

        @Override
        public void shutdown() {}

        @Override
        public void initialize() {}
    }
}
