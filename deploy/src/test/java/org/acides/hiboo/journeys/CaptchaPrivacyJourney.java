package org.acides.hiboo.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever meets the captcha leaves nothing in the whole of Hiboo: in no column of any table, and in no line of its log. */
class CaptchaPrivacyJourney {

    /** Where the visitor comes to the proxy from: any address of this machine's is as good as one of the world's. */
    private static final String SOURCE = "127.99.88.77";

    private static OwnDatabase database;
    private static OtherSite site;
    private static Nginx nginx;
    private static RunningHiboo hiboo;

    @BeforeAll
    static void start() throws Exception {
        database = OwnDatabase.start("captcha-privacy");
        site = new OtherSite();
        nginx = new Nginx();
        hiboo = database.behind(RunningHiboo.fresh("captcha-privacy"))
                .environment("HIBOO_ADDRESS", nginx.address().toString())
                .environment("HIBOO_TRUSTED_PROXIES", "127\\.0\\.0\\.1")
                .captcha(site)
                .start();
        site.checkedBy(hiboo);
        nginx.before(hiboo);
    }

    @AfterAll
    static void stop() {
        nginx.close();
        hiboo.close();
        site.close();
        database.close();
    }

    @Test
    void nothingOfAVisitorIsKeptWhicheverWayTheyGo() throws Exception {
        List<String> passes = new ArrayList<>();
        try (HttpClient throughTheProxy = client(SOURCE);
                HttpClient asAProxy = client("127.0.0.1")) {
            passes.addAll(goesEveryWay(new Unnoticed(throughTheProxy, nginx.address(), site.key(), origin())));
            // Here the proxy is the test, and says who is behind it.
            passes.addAll(goesEveryWay(new Unnoticed(asAProxy, hiboo.address(), site.key(), origin())));
        }
        assertThat(passes).hasSize(10).doesNotHaveDuplicates();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            List<String> counted = rows("SELECT sum(passes)::text FROM captcha.pressure");
            return counted.equals(List.of("10"));
        });
        // Whatever is written after an answer, is by then.
        hiboo.stop();

        List<String> kept = everything();
        assertThat(kept).as("what is read is what is kept").anyMatch(row -> row.contains(site.key()));
        assertThat(kept).anyMatch(row -> row.contains("Another site")).hasSizeGreaterThan(20);
        kept.addAll(hiboo.output().lines().toList());
        List<String> peculiar = new ArrayList<>(
                List.of(SOURCE, Unnoticed.FORWARDED, "Peculiar-Owl", "x-peculiar", Unnoticed.COOKIE, site.secret()));
        peculiar.addAll(passes);
        for (String trace : peculiar) {
            String bytes = HexFormat.of().formatHex(trace.getBytes(StandardCharsets.UTF_8));
            assertThat(kept).as(trace).noneMatch(text -> text.contains(trace) || text.contains(bytes));
        }
    }

    private static List<String> goesEveryWay(Unnoticed visitor) throws Exception {
        visitor.loadsFiles();
        visitor.looksAndListens();
        visitor.loses();
        List<String> passes = List.of(
                visitor.works(),
                visitor.worksForNothing(),
                visitor.answers(),
                visitor.answersWithoutJavaScript(),
                visitor.asksTheVendor());
        for (String pass : passes) {
            assertThat(visitor.verified(site.secret(), pass).path("success").booleanValue())
                    .as(pass)
                    .isTrue();
            assertThat(visitor.verified(site.secret(), pass).path("success").booleanValue())
                    .isFalse();
        }
        return passes;
    }

    private static HttpClient client(String source) throws Exception {
        return HttpClient.newBuilder()
                .sslContext(nginx.certificate().context())
                .localAddress(InetAddress.getByName(source))
                .connectTimeout(Duration.ofSeconds(10))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    private static String origin() {
        String page = site.at("").toString();
        return page.endsWith("/") ? page.substring(0, page.length() - 1) : page;
    }

    /** Each row of each table of each schema that is not PostgreSQL's own, and the large objects. */
    private static List<String> everything() throws SQLException {
        List<String> all = new ArrayList<>(rows("SELECT encode(data, 'escape') FROM pg_largeobject"));
        for (String table : rows("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
                + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"))
            all.addAll(rows("SELECT row_to_json(t)::text FROM " + table + " AS t"));
        return all;
    }

    private static List<String> rows(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) found.add(rows.getString(1));
        }
        return found;
    }
}
