package org.acides.hiboo.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever copies the whole database, and has no key, cannot tell that two profiles are one account's. */
class StolenDatabaseTest extends ProfileLife {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    OwnerLinksSeen database;

    @Autowired
    ProfileChoices choices;

    @Test
    void twoProfilesOfOneAccountShareNoMoreThanThoseOfTwo() {
        ServiceRef service = service(ProfilePolicy.OPEN, 2);
        ServiceRef other = service(ProfilePolicy.OPEN, 2);
        AccountId account = AccountId.random();
        ProfileId first = create(account, service, name());
        ProfileId second = create(account, service, name());
        ProfileId elsewhere = create(account, other, name());
        ProfileId stranger = create(AccountId.random(), service, name());
        choices.remember(account, service, first);
        choices.remember(account, other, elsewhere);

        Set<String> ofStrangers = shared(first, stranger);
        assertThat(shared(first, second)).isSubsetOf(ofStrangers);
        assertThat(shared(first, elsewhere)).isSubsetOf(ofStrangers);
        assertThat(ofStrangers).contains(service.toString(), "identity.profile-created", "LIVE");
    }

    @Test
    void theAccountIsNowhereBesideItsProfiles() {
        AccountId account = AccountId.random();
        create(account, service(ProfilePolicy.OPEN, 1), name());
        assertThat(database.tables())
                .allSatisfy(table -> assertThat(database.rows(table))
                        .noneSatisfy(row -> assertThat(row).contains(account.toString())));
    }

    /** The values that rows about the one and rows about the other have in common, whatever their table or column. */
    private Set<String> shared(ProfileId one, ProfileId other) {
        Set<String> values = values(one);
        values.retainAll(values(other));
        return values;
    }

    /** What is said in every row that names the profile, and in rows that those values lead to in turn. */
    private Set<String> values(ProfileId profile) {
        Set<String> all = new TreeSet<>();
        for (String table : database.tables())
            for (String row : database.rows(table))
                if (row.contains(profile.toString())) leaves(JSON.readTree(row), all);
        return all.stream().filter(StolenDatabaseTest::telling).collect(Collectors.toCollection(HashSet::new));
    }

    /** A small number or a truth value joins everybody. */
    private static boolean telling(String value) {
        return value.length() > 3 && !List.of("true", "false", "null").contains(value);
    }

    private static void leaves(JsonNode node, Set<String> into) {
        if (node.isContainer()) node.forEach(child -> leaves(child, into));
        else into.add(node.asString());
    }
}
