package org.acides.hiboo.journeys;

import java.net.URI;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A relying party made with npm's openid-client, run by node; somebody else plays the browser. */
final class OpenIdClient {

    private OpenIdClient() {}

    /**
     * Plays the journey to its end.
     *
     * @param browser from the address that the relying party opens to the one that the browser is sent back to
     * @return what was seen at each step, by its name
     */
    static Map<String, JsonNode> travel(UnaryOperator<URI> browser, String... arguments) {
        String[] command = Stream.concat(Stream.of("node", "journey.mjs"), Stream.of(arguments))
                .toArray(String[]::new);
        return Conversation.with(
                NodeModules.of("openid-client"),
                address -> browser.apply(address).toString(),
                command);
    }
}
