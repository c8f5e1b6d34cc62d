package org.acides.hiboo.identity.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.LinkId;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.identity.api.commands.OpenUpstream;
import org.acides.hiboo.identity.api.commands.RegisterUpstream;
import org.acides.hiboo.identity.api.commands.RemoveUpstream;
import org.acides.hiboo.identity.api.commands.UnlinkIdentity;
import org.acides.hiboo.identity.api.queries.FindMyLinks;
import org.acides.hiboo.identity.api.queries.MyLink;
import org.acides.hiboo.identity.oidc.authorization.OpenIdConnectLife;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** No path gives one identity elsewhere two accounts here, nor one account two identities at one provider. */
class LinksTest extends OpenIdConnectLife {

    @Autowired
    Links links;

    private UpstreamId upstream;

    /** Somebody, and the browser they are signed in with. */
    private record Person(AccountId id, SessionId session) {
        Actor actor() {
            return new Actor(id.toString(), "MEMBER");
        }
    }

    @BeforeEach
    void aProvider() {
        upstream = provider();
    }

    private UpstreamId provider() {
        UpstreamId id = UpstreamId.random();
        URI issuer = URI.create("https://" + id + ".example");
        commands.send(new RegisterUpstream(id, "Mésanges", issuer, "chouettes", "secret", false), ADMIN);
        commands.send(new OpenUpstream(id), ADMIN);
        return id;
    }

    private Person person() {
        AccountId id = register();
        return new Person(id, sessions.begin(id, List.of("pwd"), "Test").id());
    }

    private void link(Person who, String subject) {
        commands.send(new LinkIdentity(who.id(), who.session(), upstream, subject), who.actor());
    }

    private void unlink(Person who, LinkId link) {
        commands.send(new UnlinkIdentity(who.id(), who.session(), link), who.actor());
    }

    private LinkId linkOf(Person who) {
        return links.handle(new FindMyLinks(who.id())).stream()
                .filter(each -> each.upstreamId().equals(upstream))
                .map(MyLink::linkId)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anIdentityOpensTheAccountThatItIsLinkedTo() {
        Person one = person();
        link(one, "sub");
        assertThat(links.account(upstream, "sub")).contains(one.id());
        assertThat(links.account(upstream, "Sub")).isEmpty();
        assertThat(links.account(provider(), "sub")).isEmpty();
        unlink(one, linkOf(one));
        assertThat(links.account(upstream, "sub")).isEmpty();
    }

    @Test
    void ofManyWhoLinkOneIdentityAtOnceOneGetsIt() throws Exception {
        List<Person> people = List.of(person(), person(), person(), person());
        AtomicInteger next = new AtomicInteger();
        assertThat(race(4, () -> {
                    link(people.get(next.getAndIncrement()), "sub");
                    return null;
                }))
                .containsExactlyInAnyOrder("done", "upstream.taken", "upstream.taken", "upstream.taken");
    }

    @Test
    void anAccountHasOneIdentityAtAProvider() {
        Person one = person();
        link(one, "sub");
        refused(() -> link(one, "other"), "upstream.another");
        assertThat(links.account(upstream, "other")).isEmpty();
    }

    @Test
    void whoProvedTooLongAgoWhoTheyAreProvesItFirst() {
        Person one = person();
        link(one, "sub");
        LinkId id = linkOf(one);
        watch.forward(Duration.ofMinutes(11));
        refused(() -> unlink(one, id), "authentication.stale");
        Person other = person();
        watch.forward(Duration.ofMinutes(11));
        refused(() -> link(other, "other"), "authentication.stale");
        refused(
                () -> commands.send(new LinkIdentity(other.id(), SessionId.random(), upstream, "other"), other.actor()),
                "authentication.stale");
    }

    @Test
    void nobodyUnlinksForAnother() {
        Person one = person();
        link(one, "sub");
        refused(() -> unlink(person(), linkOf(one)), "upstream.link-unknown");
        LinkId id = linkOf(one);
        unlink(one, id);
        refused(() -> unlink(one, id), "upstream.link-unknown");
    }

    @Test
    void aProviderThatSomebodyIsLinkedToIsNotRemoved() {
        Person one = person();
        link(one, "sub");
        refused(() -> commands.send(new RemoveUpstream(upstream), ADMIN), "upstream.linked");
        unlink(one, linkOf(one));
        commands.send(new RemoveUpstream(upstream), ADMIN);
        refused(() -> link(one, "sub"), "upstream.unknown");
    }

    @Test
    void whatTheProviderCallsSomebodyIsReadNowhere() {
        String subject = "sub-" + UUID.randomUUID();
        link(person(), subject);
        assertThat(jdbc.sql("SELECT count(*) FROM infrastructure.event WHERE payload::text LIKE '%' || ? || '%'")
                        .param(subject)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** A long life at random, beside what it should come to. */
    @Test
    void whateverHappensAnIdentityOpensOneAccountAtMost() {
        Random random = new Random(20_261_128);
        List<Person> people = List.of(person(), person(), person());
        List<String> subjects = List.of("a", "b", "c");
        Map<String, Person> owners = new HashMap<>();
        List<LinkId> everLinked = new ArrayList<>();
        for (int step = 0; step < 150; step++) {
            Person who = people.get(random.nextInt(3));
            String subject = subjects.get(random.nextInt(3));
            try {
                if (random.nextBoolean()) {
                    link(who, subject);
                    assertThat(owners).doesNotContainKey(subject).doesNotContainValue(who);
                    owners.put(subject, who);
                    everLinked.add(linkOf(who));
                } else if (!everLinked.isEmpty()) {
                    unlink(who, everLinked.get(random.nextInt(everLinked.size())));
                    assertThat(owners).containsValue(who);
                    owners.values().remove(who);
                }
            } catch (Refused no) {
                assertThat(no.code()).isIn("upstream.taken", "upstream.another", "upstream.link-unknown");
            }
            for (String each : subjects) {
                Person owner = owners.get(each);
                assertThat(links.account(upstream, each).orElse(null)).isEqualTo(owner == null ? null : owner.id());
            }
        }
    }
}
