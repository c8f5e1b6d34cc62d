package org.acides.hiboo.webui.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.acides.hiboo.catalog.api.MalformedField;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Binding;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Consumer;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Logout;
import org.junit.jupiter.api.Test;

class SamlTypedTest {

    private static final URI ACS = URI.create("https://wiki.example/acs");
    private static final URI OTHER = URI.create("https://wiki.example/other");

    @Test
    void aLineIsAnAddressAndItsNumberOrElseItsPlace() {
        assertThat(SamlTyped.consumers(" https://wiki.example/acs 7 \n\nhttps://wiki.example/other\n"))
                .containsExactly(new Consumer(ACS, 7), new Consumer(OTHER, 1));
        assertThat(SamlTyped.consumers(SamlTyped.text(SamlTyped.consumers("https://wiki.example/acs 7"))))
                .containsExactly(new Consumer(ACS, 7));
    }

    @Test
    void anythingElseOnALineIsRefused() {
        for (String line : new String[] {"https://wiki.example/acs x", "https://wiki.example/acs 1 2", "a b", "%"})
            assertThatThrownBy(() -> SamlTyped.consumers(line)).isInstanceOf(MalformedField.class);
    }

    @Test
    void answersGoToTheSameAddressUnlessThereIsAnother() {
        assertThat(SamlTyped.logout(Binding.POST, " ", "")).isNull();
        assertThat(SamlTyped.logout(Binding.POST, ACS.toString(), "")).isEqualTo(new Logout(Binding.POST, ACS, ACS));
        assertThat(SamlTyped.logout(Binding.REDIRECT, ACS.toString(), OTHER.toString()))
                .isEqualTo(new Logout(Binding.REDIRECT, ACS, OTHER));
    }
}
