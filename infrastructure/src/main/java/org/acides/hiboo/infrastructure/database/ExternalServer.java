package org.acides.hiboo.infrastructure.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.acides.hiboo.infrastructure.start.CannotStart;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A PostgreSQL of the operator's.
 *
 * @param url {@code jdbc:postgresql:…}
 */
record ExternalServer(String url, String username, String password) implements JdbcConnectionDetails {

    static final int OLDEST = 15;

    /** @throws CannotStart when it cannot be reached, or is too old */
    static ExternalServer reached(String url, String username, String password) {
        if (!url.startsWith("jdbc:postgresql:"))
            throw new CannotStart("HIBOO_DB_URL has to start with jdbc:postgresql: (jdbc:postgresql://host/database)");
        Properties properties = new Properties();
        properties.setProperty("user", username);
        properties.setProperty("password", password);
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("connectTimeout", "5");
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            refuseOlder(connection.getMetaData().getDatabaseMajorVersion());
        } catch (SQLException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new CannotStart("cannot use the database " + url.replaceAll("\\?.*", "") + ": " + reason, e);
        }
        return new ExternalServer(url, username, password);
    }

    static void refuseOlder(int version) {
        if (version < OLDEST)
            throw new CannotStart("the database is PostgreSQL " + version + ": Hiboo needs " + OLDEST + " or newer");
    }

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String toString() {
        return "ExternalServer[" + url.replaceAll("\\?.*", "") + "]";
    }
}
