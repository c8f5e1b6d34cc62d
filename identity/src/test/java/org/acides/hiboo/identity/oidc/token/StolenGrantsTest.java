package org.acides.hiboo.identity.oidc.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.SessionId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever copies the whole database, and has no key, learns from tokens neither who is whose nor how to be somebody. */
class StolenGrantsTest extends OidcLife {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> TABLES =
            List.of("oidc_grant", "oidc_pending", "oidc_consent", "oidc_spent", "oidc_client_secret", "oidc_client");

    @Test
    void twoProfilesThatEnteredInOneSessionShareNoMoreThanThoseOfStrangers() {
        Application app = application();
        SessionId session = SessionId.random();
        Entry one = enter(app, session);
        Entry two = enter(app, session);
        ProfileId strange = create(AccountId.random(), app.service(), name());
        Entry stranger = new Entry(strange, SessionId.random(), app.service());
        for (Entry entry : List.of(one, two, stranger)) signIn(app, entry);
        assertThat(shared(one, two)).isSubsetOf(shared(one, stranger));
        assertThat(shared(one, stranger)).contains(Application.REDIRECT);
    }

    @Test
    void neitherSessionNorAccountNorAnyTokenIsThere() {
        Application app = application();
        Entry entry = enter(app);
        String code = code(app, entry);
        Application.Answer answer = app.redeem(code);
        for (String table : TABLES)
            for (String row : rows(table))
                assertThat(row)
                        .doesNotContain(
                                entry.session().toString(),
                                ada.toString(),
                                code,
                                answer.text("access_token"),
                                answer.text("refresh_token"),
                                answer.text("id_token"),
                                app.secret(),
                                Long.toString(SIGNED_IN.getEpochSecond()));
    }

    /** A session tells to the second when it began: a grant that told it too would join the profile and the account. */
    @Test
    void whoEnteredInOneMinuteEnteredOnOneDayAsFarAsAnybodyCanTell() {
        Application app = application();
        for (int i = 0; i < 8; i++) signIn(app, enter(app));
        for (String column : List.of("code_ends_at", "ends_at", "access_ends_at", "refresh_ends_at"))
            assertThat(jdbc.sql("SELECT max(" + column + ") - min(" + column + ") > interval '1 hour'"
                                    + " FROM identity.oidc_grant WHERE service_id = ?")
                            .param(app.service().value())
                            .query(Boolean.class)
                            .single())
                    .as(column)
                    .isTrue();
    }

    private List<String> rows(String table) {
        return jdbc.sql("SELECT to_jsonb(t)::text FROM identity." + table + " t")
                .query(String.class)
                .list();
    }

    private Set<String> shared(Entry one, Entry other) {
        Set<String> values = values(one);
        values.retainAll(values(other));
        return values;
    }

    private Set<String> values(Entry entry) {
        Set<String> all = new TreeSet<>();
        for (String table : TABLES)
            for (String row : rows(table))
                if (row.contains(entry.profile().toString()))
                    for (JsonNode value : JSON.readTree(row)) all.add(value.asString());
        all.removeIf(value -> value.length() < 4);
        return all;
    }
}
