package org.acides.hiboo.identity.forwardauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;

class HeaderValuesTest {

    @Property
    void twoNamesNeverMeetInAHeader(@ForAll String name) {
        String value = ProxyQuestion.ascii(name);
        assertThat(value).matches("[\\x21-\\x7e]*");
        String bytes = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8))
                .isEqualTo(bytes);
    }

    @Property
    void aPlainNameIsItself(@ForAll @AlphaChars @NumericChars String name) {
        assertThat(ProxyQuestion.ascii(name)).isEqualTo(name);
    }
}
