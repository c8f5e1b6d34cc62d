package org.acides.hiboo.catalog.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.acides.hiboo.catalog.api.MalformedField;
import org.acides.hiboo.catalog.api.OidcClient;
import org.acides.hiboo.catalog.api.Slug;

class ValuesPropertiesTest {

    @Property
    void aSlugIsItsOwnAddress(@ForAll String text) {
        if (Slug.isWellFormed(text))
            assertThat(URI.create("/" + text).getRawPath()).isEqualTo("/" + text);
    }

    @Property
    void lettersAndDigitsMakeASlug(
            @ForAll @CharRange(from = 'a', to = 'z') @CharRange(from = '0', to = '9') @StringLength(min = 2, max = 40)
                    String text) {
        assertThat(Slug.isWellFormed(text)).isTrue();
    }

    @Property
    void aRedirectAddressIsKeptToTheCharacterOrRefused(@ForAll @StringLength(max = 60) String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (java.net.URISyntaxException no) {
            return;
        }
        try {
            OidcClient client = Samples.client("one", text);
            assertThat(client.redirectUris()).containsExactly(uri);
            assertThat(uri.getRawFragment()).isNull();
            assertThat(uri.isAbsolute()).isTrue();
        } catch (MalformedField no) {
            assertThat(no.field()).isEqualTo("redirectUris");
        }
    }

    @Property
    void anyPathOfASecureHostMayBeReturnedTo(
            @ForAll @CharRange(from = 'a', to = 'z') @CharRange(from = '/', to = '/') @StringLength(max = 100)
                    String path) {
        String text = "https://app.example/" + path;
        assertThat(Samples.client("one", text).redirectUris()).containsExactly(URI.create(text));
    }
}
