package org.acides.hiboo.infrastructure.web;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnwardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "\\/evil.example",
                "javascript:alert(1)",
                "/a b",
                "/a\r\nLocation: https://evil.example",
                "/a#b",
                " /a"
            })
    void whateverIsNoLocalPathLeadsHome(String text) {
        assertThat(Onward.of(text)).hasToString("/").extracting(Onward::given).isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/oauth2/authorize?client_id=x&redirect_uri=https%3A%2F%2Fsocial.example%2F"})
    void aLocalPathIsKept(String text) {
        assertThat(Onward.of(text)).hasToString(text);
    }

    @Property
    void noTextLeadsAwayFromHere(@ForAll String text) {
        Onward onward = Onward.of("/" + text);
        assertThat(onward.address().getHost()).isNull();
        assertThat(onward.address().getScheme()).isNull();
        assertThat(onward.with("picked", "x").toString()).startsWith("/").doesNotStartWith("//");
    }
}
