package org.acides.hiboo.identity.api.queries;

import java.util.Arrays;

/**
 * Asks what a SAML service provider says of itself: one {@link SamlMetadata}, as an {@code Optional} that is never empty.
 * Nothing is stored. Refused: {@code saml.metadata-…}, each of which says what is wrong with the text.
 *
 * @param xml an entity descriptor, or entity descriptors with one service provider among them (SAML V2.0 Metadata §2.3);
 *     at most 512 KB; in the encoding that it names
 */
public record ReadSamlMetadata(byte[] xml) {

    public ReadSamlMetadata {
        xml = xml.clone();
    }

    @Override
    public byte[] xml() {
        return xml.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReadSamlMetadata read && Arrays.equals(xml, read.xml);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(xml);
    }
}
