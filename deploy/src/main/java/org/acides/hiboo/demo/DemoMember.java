package org.acides.hiboo.demo;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.acides.hiboo.identity.api.Role;

/**
 * A member of the demo community, named after an owl.
 *
 * @param roles beyond that of a member
 * @param profiles usernames by service, within each service's quota and rules
 */
record DemoMember(String login, Set<Role> roles, List<Map.Entry<String, String>> profiles) {

    /** Every demo member's: it is printed at the start, and the demo listens on the loopback interface alone. */
    static final String PASSWORD = "la-nuit-porte-conseil";

    static List<DemoMember> all() {
        return List.of(
                new DemoMember(
                        "hulotte",
                        Set.of(),
                        List.of(
                                entry("cafe", "hulotte_lit"),
                                entry("cafe", "plume_grise"),
                                entry("mastodon", "hulotte"),
                                entry("peertube", "hulotte.filme"),
                                entry("wiki", "hulotte"))),
                new DemoMember(
                        "grandduc", Set.of(Role.ADMIN), List.of(entry("mastodon", "grand_duc"), entry("wiki", "duc"))),
                new DemoMember("effraie", Set.of(Role.AUDITOR), List.of(entry("matrix", "effraie"))),
                new DemoMember("harfang", Set.of(Role.MODERATOR), List.of(entry("mastodon", "harfang_des_neiges"))),
                new DemoMember(
                        "cheveche",
                        Set.of(),
                        List.of(
                                entry("mastodon", "cheveche"),
                                entry("mastodon", "jardin_du_soir"),
                                entry("cafe", "cheveche"))),
                new DemoMember("petitduc", Set.of(), List.of(entry("peertube", "petit.duc"), entry("cafe", "scops"))),
                new DemoMember("chevechette", Set.of(), List.of(entry("matrix", "chevechette"))),
                new DemoMember("tengmalm", Set.of(), List.of(entry("wiki", "tengmalm"), entry("matrix", "tengmalm"))));
    }
}
