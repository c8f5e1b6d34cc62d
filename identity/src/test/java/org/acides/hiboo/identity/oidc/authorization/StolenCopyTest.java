package org.acides.hiboo.identity.oidc.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.oidc.authorization.Browser.Arrival;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Members who did all that leaves a trace: signed up and in, made profiles, agreed, entered, and left a question open.
 * Whoever copies every table, and has no key, finds no value in which an account and its profile, or two profiles of one
 * account, agree more than strangers do; not even a moment.
 *
 * <p>On a database of its own, where nobody else left a trace.
 */
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class StolenCopyTest extends OpenIdConnectLife {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*");

    private record Member(AccountId account, ProfileId first, ProfileId second) {}

    private Member member() {
        AccountId who = register();
        Browser browser = signedIn(who);
        ProfileId first = enter(who, browser);
        ProfileId second = enter(who, browser);
        sessions.end(who, signedIn(who).session().id());
        return new Member(who, first, second);
    }

    private ProfileId enter(AccountId who, Browser browser) {
        ProfileId profile = usual(who, app);
        Arrival question = browser.follow(app.address("scope", "openid email offline_access"));
        Arrival back = Browser.arrival(
                browser.submit("/oauth2/consent", Map.of("state", question.get("state"), "decision", "allow")));
        JsonNode tokens = app.tokens(back.get("code"));
        app.post(
                "/oauth2/token",
                Browser.form(Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        tokens.get("refresh_token").asString())));
        browser.follow(app.address("prompt", "consent"));
        return profile;
    }

    @Test
    void nothingJoinsAnAccountWithItsProfilesNorThoseWithOneAnother() {
        app = application(false, "client_secret_basic");
        Member ada = member();
        Member bob = member();
        for (ProfileId each : List.of(ada.first(), ada.second(), bob.first(), bob.second()))
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.my_history WHERE profile_id = ?)")
                            .param(each.value())
                            .query(Boolean.class)
                            .single());
        List<String> rows = rows();

        Set<String> account = values(rows, ada.account().toString());
        Set<String> first = values(rows, ada.first().toString());
        Set<String> second = values(rows, ada.second().toString());
        Set<String> other = values(rows, bob.first().toString());
        Set<String> stranger = values(rows, bob.account().toString());

        assertThat(account).as("what is looked at").hasSizeGreaterThan(15);
        assertThat(first)
                .as("what is looked at")
                .hasSizeGreaterThan(30)
                .contains(app.service().toString());
        assertThat(both(account, first)).isSubsetOf(both(stranger, first));
        assertThat(both(account, second)).isSubsetOf(both(stranger, second));
        assertThat(both(first, second)).isSubsetOf(both(first, other));
    }

    private List<String> rows() {
        return jdbc
                .sql(
                        "SELECT table_schema || '.' || table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE'"
                                + " AND table_schema NOT IN ('pg_catalog', 'information_schema')")
                .query(String.class)
                .list()
                .stream()
                .flatMap(table -> jdbc
                        .sql("SELECT jsonb_build_object('table', '" + table + "', 'row', to_jsonb(t))::text FROM "
                                + table + " t")
                        .query(String.class)
                        .list()
                        .stream())
                .toList();
    }

    /** What the rows say that name it, and the rows that those lead to. The service leads to everybody. */
    private Set<String> values(List<String> rows, String id) {
        Set<String> near = leaves(rows, Set.of(id));
        Set<String> leading = near.stream()
                .filter(value -> UUID.matcher(value).matches())
                .filter(value -> !value.equals(app.service().toString()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        leading.add(id);
        return leaves(rows, leading);
    }

    private static Set<String> leaves(List<String> rows, Set<String> ids) {
        Set<String> all = new TreeSet<>();
        for (String row : rows)
            if (ids.stream().anyMatch(row::contains)) leaves(JSON.readTree(row).get("row"), all);
        return all;
    }

    private static void leaves(JsonNode node, Set<String> into) {
        if (node.isContainer()) node.forEach(child -> leaves(child, into));
        else if (telling(moment(node.asString()))) into.add(moment(node.asString()));
    }

    /** A second is shared by chance, and says nothing; whatever is finer is one act's. */
    private static boolean telling(String text) {
        return text.length() > 3 && !text.matches("true|false|null|-?\\d{1,8}|\\d{4}-\\d\\d-\\d\\dT[\\d:]{5,8}Z");
    }

    /** One moment is written in several ways. */
    private static String moment(String text) {
        if (!MOMENT.matcher(text).matches()) return text;
        try {
            return OffsetDateTime.parse(text).toInstant().toString();
        } catch (DateTimeException noMoment) {
            return text;
        }
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.retainAll(other);
        return both;
    }
}
