package org.acides.hiboo.catalog.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import org.acides.hiboo.catalog.api.ForwardAuth;
import org.acides.hiboo.catalog.api.MalformedField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardAuthValuesTest {

    private static ForwardAuth at(String... origins) {
        return new ForwardAuth(List.of(origins).stream().map(URI::create).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://app.example",
                "https://app.example/path",
                "https://app.example/?x",
                "https://app.example#x",
                "https://me@app.example",
                "https:app.example",
                "https:///",
                "//app.example",
                "app.example",
                "ftp://app.example",
                "http://localhost.evil.example"
            })
    void whatIsNoOriginIsRefused(String text) {
        assertThatThrownBy(() -> at(text))
                .isInstanceOfSatisfying(
                        MalformedField.class, no -> assertThat(no.field()).isEqualTo("origins"));
    }

    @Test
    void oneOriginIsWrittenOneWay() {
        assertThat(at("https://APP.example:443/", "https://app.example", "http://127.0.0.1:80")
                        .origins())
                .containsExactly(URI.create("https://app.example"), URI.create("http://127.0.0.1"));
        assertThat(at("https://app.example", "https://app.example:8443").hosts())
                .containsExactly("app.example");
        assertThat(at().origins()).isEmpty();
    }

    @Test
    void thereAreTwentyAtMost() {
        assertThatThrownBy(() -> new ForwardAuth(Collections.nCopies(21, URI.create("https://app.example"))))
                .isInstanceOf(MalformedField.class);
    }
}
