package org.acides.hiboo.identity.bench;

import static org.acides.hiboo.infrastructure.test.Staff.ADMIN;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.acides.hiboo.catalog.api.ServiceDescription;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.events.ServiceRegistered;
import org.acides.hiboo.identity.IdentityConfiguration;
import org.acides.hiboo.identity.api.ImportId;
import org.acides.hiboo.identity.api.OldAccountLists;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.StartProfileImport;
import org.acides.hiboo.infrastructure.InfrastructureConfiguration;
import org.acides.hiboo.infrastructure.api.Commands;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long a list of old accounts takes to be read and imported, and whether a kill -9 in between loses or doubles a line: run
 * {@code deploy/bench/import.sh [ROWS]}. The importing process is a child, so that it can be killed; the database lives on.
 */
public final class ImportBench {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private ImportBench() {}

    /** @param arguments how many rows (100,000); of the child: {@code import} or {@code go-on}, URL of the database, home, rows */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 4) child(arguments[0], arguments[1], arguments[2], Integer.parseInt(arguments[3]));
        else parent(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000);
    }

    private static void parent(int rows) throws Exception {
        Path directory = Files.createTempDirectory("hiboo-bench");
        try (EmbeddedPostgres database = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            String url = database.getJdbcUrl("postgres", "postgres");
            String home = directory + "-home";
            System.out.printf("%,d rows, fsync %s%n", rows, one(url, "SHOW fsync"));
            require(start("import", url, home, rows));
            Process killed = start("import", url, home, rows);
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(PATIENCE)
                    .failFast("it ended by itself", () -> !killed.isAlive())
                    .until(() -> number(url, "SELECT count(*) FROM identity.unclaimed_profile") >= rows + rows / 3);
            killed.destroyForcibly().waitFor();
            System.out.printf(
                    "killed -9 with %,d of the second list's rows imported%n",
                    number(url, "SELECT count(*) FROM identity.unclaimed_profile") - rows);
            require(start("go-on", url, home, rows));
            System.out.printf(
                    "after both: %,d profiles, %,d usernames of %,d, %,d secrets, %,d lines left%n",
                    number(url, "SELECT count(*) FROM identity.unclaimed_profile"),
                    number(url, "SELECT count(DISTINCT (service_id, username)) FROM identity.unclaimed_profile"),
                    2 * rows,
                    number(url, "SELECT count(*) FROM identity.old_password"),
                    number(url, "SELECT count(*) FROM identity.old_list_line"));
        }
    }

    private static void require(Process child) throws InterruptedException {
        if (child.waitFor() != 0) throw new IllegalStateException("the importing process failed");
    }

    private static Process start(String act, String url, String home, int rows) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ImportBench.class.getName()));
        command.addAll(List.of(act, url, home, Integer.toString(rows)));
        return new ProcessBuilder(command).inheritIO().start();
    }

    private static void child(String act, String url, String home, int rows) throws Exception {
        try {
            run(act, url, home, rows);
            Runtime.getRuntime().halt(0);
        } catch (Exception | Error e) {
            System.err.println("the import failed: " + e);
            Runtime.getRuntime().halt(1);
        }
    }

    private static void run(String act, String url, String home, int rows) throws Exception {
        long began = System.nanoTime();
        ConfigurableApplicationContext node = node(url, home);
        JdbcClient jdbc = node.getBean(JdbcClient.class);
        System.out.printf(Locale.ROOT, "started in %.1f s%n", seconds(began));
        long begins = System.nanoTime();
        if (act.equals("import")) {
            ImportId list = node.getBean(OldAccountLists.class)
                    .read(service(node), new ByteArrayInputStream(list(rows)), "", ADMIN);
            System.out.printf(Locale.ROOT, "dry run %.1f s%n", seconds(begins));
            begins = System.nanoTime();
            node.getBean(Commands.class).send(new StartProfileImport(list), ADMIN);
        }
        await().pollInterval(Duration.ofMillis(50))
                .atMost(PATIENCE)
                .until(() -> !jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.profile_import WHERE state = 'RUNNING')")
                        .query(Boolean.class)
                        .single());
        System.out.printf(Locale.ROOT, "%s %.1f s%n", act.equals("import") ? "import" : "the rest", seconds(begins));
    }

    @EnableAutoConfiguration
    static class Everything {}

    private static ConfigurableApplicationContext node(String url, String home) {
        return new SpringApplication(Everything.class, InfrastructureConfiguration.class, IdentityConfiguration.class)
                .run(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=",
                        "--spring.datasource.hikari.maximum-pool-size=8",
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=error",
                        "--server.port=0",
                        "--hiboo.home=" + home);
    }

    private static ServiceRef service(ConfigurableApplicationContext node) {
        ServiceId id = ServiceId.random();
        var description = new ServiceDescription("Mastodon", "", URI.create("https://social.example/"), "", null, null);
        node.getBean(EventGateway.class)
                .publish(new ServiceRegistered(id, "s" + id.toString().substring(0, 8), description, Instant.EPOCH));
        return new ServiceRef(id.value());
    }

    /** Names that no two of look alike: no digit in them. */
    private static byte[] list(int rows) {
        StringBuilder list = new StringBuilder("handle,hash,email_hash\n");
        for (int i = 0; i < rows; i++) {
            StringBuilder name = new StringBuilder("user-");
            for (int rest = i, place = 0; place < 5; place++, rest /= 20)
                name.append("abcdefghjkopqrstuvxy".charAt(rest % 20));
            list.append(name)
                    .append(",$2a$10$GKmZUbeORZmu7JaUEHFp0etCZWBo8inWzImYY5LND/7vGukAbfa6K,")
                    .append("0123456789abcdef".repeat(4))
                    .append('\n');
        }
        return list.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static long number(String url, String query) throws Exception {
        return Long.parseLong(one(url, query));
    }

    private static String one(String url, String query) throws Exception {
        try (var connection = DriverManager.getConnection(url, "postgres", "");
                var statement = connection.createStatement();
                var answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
