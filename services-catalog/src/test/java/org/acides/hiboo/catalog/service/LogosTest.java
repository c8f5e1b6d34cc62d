package org.acides.hiboo.catalog.service;

import static org.acides.hiboo.infrastructure.test.Staff.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.acides.hiboo.catalog.CatalogConfiguration;
import org.acides.hiboo.catalog.api.commands.StoreLogo;
import org.acides.hiboo.infrastructure.InfrastructureConfiguration;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.test.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/** Pictures of services: which are taken, and how they are served. */
@SpringBootTest(classes = {InfrastructureConfiguration.class, CatalogConfiguration.class, TestDatabase.class})
@EnableAutoConfiguration
class LogosTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3};

    @Autowired
    Commands commands;

    @Autowired
    WebApplicationContext web;

    private static void refused(ThrowingCallable asked, String code) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    @Test
    void aLogoIsServedForEverUnderItsHash() {
        String name = commands.send(new StoreLogo(PNG), ADMIN);
        assertThat((String) commands.send(new StoreLogo(PNG), ADMIN)).isEqualTo(name);
        var browser = MockMvcTester.from(web);
        assertThat(browser.get().uri("/logos/" + name))
                .hasStatusOk()
                .hasContentType("image/png")
                .hasHeader("Cache-Control", "max-age=31536000, public, immutable")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Content-Security-Policy", "default-src 'none'; sandbox")
                .body()
                .isEqualTo(PNG);
        assertThat(browser.get().uri("/logos/" + "0".repeat(64))).hasStatus(404);
        assertThat(browser.get().uri("/logos/..%2f")).hasStatus4xxClientError();
    }

    @Test
    void onlyPicturesOfModestSizeAreStored() {
        byte[] large = java.util.Arrays.copyOf(PNG, 256 * 1024 + 1);
        refused(() -> commands.send(new StoreLogo(large), ADMIN), "logo.too-large");
        for (String text : List.of("", "<svg onload=alert(1)>", "GIF89a", "RIFF....WAVE", "<html>"))
            refused(
                    () -> commands.send(
                            new StoreLogo(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII)), ADMIN),
                    "logo.not-a-picture");
    }
}
