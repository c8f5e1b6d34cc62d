package org.acides.hiboo.catalog.registration;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SectorIdentifierTest {

    private static final List<String> REDIRECTS = List.of("https://owl.example/a", "https://wren.example/b");

    private HttpServer site;

    @BeforeEach
    void aSite() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/all", "[\"https://owl.example/a\",\"https://wren.example/b\",\"https://jay.example/\"]");
        serve("/one", "[\"https://owl.example/a\"]");
        serve("/page", "<html>");
        serve("/large", "[\"" + "x".repeat(65 * 1024) + "\"]");
        site.start();
    }

    @AfterEach
    void closed() {
        site.stop(0);
    }

    private void serve(String path, String text) {
        site.createContext(path, exchange -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private Fields sent(String path) {
        return new Fields(JsonMapper.shared()
                .valueToTree(Map.of(
                        "redirect_uris",
                        REDIRECTS,
                        "sector_identifier_uri",
                        "http://127.0.0.1:" + site.getAddress().getPort() + path)));
    }

    @Test
    void aListThatNamesEveryAddressIsProof() {
        assertThatCode(() -> new SectorIdentifier(new Fetching(true)).check(sent("/all")))
                .doesNotThrowAnyException();
    }

    @Test
    void nothingElseIs() {
        for (String path : List.of("/one", "/page", "/large", "/nowhere"))
            assertThatThrownBy(() -> new SectorIdentifier(new Fetching(true)).check(sent(path)))
                    .as(path)
                    .isInstanceOf(RegistrationError.class);
    }

    @Test
    void noAddressOfOurOwnNetworkIsAsked() {
        assertThatThrownBy(() -> new SectorIdentifier(new Fetching(false)).check(sent("/all")))
                .isInstanceOf(RegistrationError.class)
                .hasMessageContaining("no list");
        Fields hidden = new Fields(JsonMapper.shared()
                .valueToTree(Map.of("redirect_uris", REDIRECTS, "sector_identifier_uri", "https://localhost/list")));
        assertThatThrownBy(() -> new SectorIdentifier(new Fetching(false)).check(hidden))
                .isInstanceOf(RegistrationError.class);
    }
}
