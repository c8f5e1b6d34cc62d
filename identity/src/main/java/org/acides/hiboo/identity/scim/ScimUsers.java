package org.acides.hiboo.identity.scim;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The users of a service, as far as they are ours (RFC 7644 §3). */
@Component
class ScimUsers {

    private static final String PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    private final ScimHttp http;

    ScimUsers(ScimHttp http) {
        this.http = http;
    }

    /**
     * What the service calls the profile: the user with its subject as {@code externalId}, else the one with its username who
     * has none. Servers that do not know filters answer with everybody: what comes back is looked at again.
     *
     * @throws Untold also when there are several
     */
    Optional<String> find(Target target, Standing profile) throws Untold {
        Optional<String> known = search(
                target,
                "externalId",
                profile.externalId(),
                user -> profile.externalId().equals(user.path("externalId").asString("")));
        String username = profile.username();
        if (known.isPresent() || username == null) return known;
        return search(
                target,
                "userName",
                username,
                user -> username.equalsIgnoreCase(user.path("userName").asString(""))
                        && user.path("externalId").asString("").isEmpty());
    }

    private Optional<String> search(Target target, String attribute, String value, Predicate<JsonNode> meant)
            throws Untold {
        String quoted = JsonMapper.shared().writeValueAsString(value);
        String filter = URLEncoder.encode(attribute + " eq " + quoted, StandardCharsets.UTF_8)
                .replace("+", "%20");
        ScimHttp.Answer answer = http.call(target, "GET", "/Users?filter=" + filter, null);
        if (answer.status() != 200) throw failure("looking for a user", answer);
        JsonNode users = answer.body().path("Resources");
        int all = answer.body().path("totalResults").asInt(-1);
        // A page of some other kind is no answer: nobody would ever be told.
        if (all < 0 && !users.isArray()) throw new Untold("looking for a user: no list of users came back");
        List<String> ids = users.valueStream()
                .filter(meant)
                .map(user -> user.path("id").asString(""))
                .filter(id -> !id.isEmpty())
                .toList();
        if (ids.size() > 1) throw new Untold("several users of the service could be the profile");
        if (ids.isEmpty() && users.size() > 0 && all > users.size())
            throw new Untold("looking for a user: the service heeds no filter, and has more users than it shows");
        return ids.stream().findFirst();
    }

    /** False when there is no such user (any more). */
    boolean activate(Target target, String id, boolean active) throws Untold {
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("schemas", List.of(PATCH));
        change.put("Operations", List.of(Map.of("op", "replace", "path", "active", "value", active)));
        ScimHttp.Answer answer = http.call(target, "PATCH", path(id), change);
        if (answer.status() == 404) return false;
        if (answer.status() == 405 || answer.status() == 501) return replace(target, id, active);
        if (answer.status() / 100 != 2) throw failure("changing a user", answer);
        return true;
    }

    /** For servers without PATCH (RFC 7644 §3.5.1): what the service says of the user is said back, but for this. */
    private boolean replace(Target target, String id, boolean active) throws Untold {
        ScimHttp.Answer user = http.call(target, "GET", path(id), null);
        if (user.status() == 404) return false;
        if (user.status() != 200 || !(user.body() instanceof ObjectNode resource))
            throw failure("reading a user", user);
        resource.put("active", active);
        ScimHttp.Answer answer = http.call(target, "PUT", path(id), resource);
        if (answer.status() / 100 != 2) throw failure("replacing a user", answer);
        return true;
    }

    /** One that cannot be deleted is at least suspended. */
    void delete(Target target, String id) throws Untold {
        ScimHttp.Answer answer = http.call(target, "DELETE", path(id), null);
        if (answer.status() == 405 || answer.status() == 501) activate(target, id, false);
        else if (answer.status() / 100 != 2 && answer.status() != 404) throw failure("deleting a user", answer);
    }

    private static String path(String id) {
        return "/Users/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Untold failure(String what, ScimHttp.Answer answer) {
        return new Untold(what + ": HTTP status " + answer.status(), answer.after());
    }
}
