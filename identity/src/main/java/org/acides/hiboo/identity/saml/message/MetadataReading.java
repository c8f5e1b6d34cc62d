package org.acides.hiboo.identity.saml.message;

import static org.acides.hiboo.identity.saml.message.Names.METADATA;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.acides.hiboo.identity.api.queries.SamlMetadata;
import org.acides.hiboo.infrastructure.api.Refused;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads a service provider's metadata (SAML V2.0 Metadata §2.4.4), and says what is wrong with what is none. */
public final class MetadataReading {

    private static final int LARGEST = 512 * 1024;

    private MetadataReading() {}

    /** @throws Refused {@code saml.metadata-…} */
    public static SamlMetadata read(byte[] xml, Instant now) {
        if (xml.length > LARGEST) throw new Refused("saml.metadata-too-large", LARGEST / 1024);
        Element entity = entity(document(xml).getDocumentElement());
        Element provider = provider(entity);
        requireTime(entity, now);
        requireTime(provider, now);
        String id = Xml.attribute(entity, "entityID").orElseThrow(() -> new Refused("saml.metadata-no-entity-id"));
        return new SamlMetadata(
                id,
                consumers(provider),
                logout(provider),
                MetadataKeys.certificates(provider, "signing"),
                MetadataKeys.certificates(provider, "encryption").stream()
                        .findFirst()
                        .orElse(""),
                Xml.truth(provider, "AuthnRequestsSigned"),
                wantsEmail(provider));
    }

    private static Document document(byte[] xml) {
        if (new String(xml, java.nio.charset.StandardCharsets.ISO_8859_1).isBlank())
            throw new Refused("saml.metadata-empty");
        try {
            return Xml.parse(xml);
        } catch (SAXParseException noXml) {
            String said = String.valueOf(noXml.getMessage());
            if (said.contains("DOCTYPE")) throw new Refused("saml.metadata-doctype");
            throw new Refused("saml.metadata-no-xml", noXml.getLineNumber(), noXml.getColumnNumber());
        } catch (SAXException noXml) {
            throw new Refused("saml.metadata-no-xml", 1, 1);
        }
    }

    private static Element entity(Element root) {
        if (Xml.is(root, METADATA, "EntityDescriptor")) return root;
        if (!Xml.is(root, METADATA, "EntitiesDescriptor")) throw new Refused("saml.metadata-of-nothing");
        List<Element> providers = Xml.children(root, METADATA, "EntityDescriptor").stream()
                .filter(each -> Xml.child(each, METADATA, "SPSSODescriptor").isPresent())
                .toList();
        if (providers.isEmpty()) throw new Refused("saml.metadata-no-provider");
        if (providers.size() > 1) throw new Refused("saml.metadata-several", providers.size());
        return providers.getFirst();
    }

    private static Element provider(Element entity) {
        List<Element> roles = Xml.children(entity, METADATA, "SPSSODescriptor");
        if (roles.isEmpty() && Xml.child(entity, METADATA, "IDPSSODescriptor").isPresent())
            throw new Refused("saml.metadata-of-an-identity-provider");
        if (roles.isEmpty()) throw new Refused("saml.metadata-no-provider");
        return roles.stream()
                .filter(role -> List.of(role.getAttributeNS(null, "protocolSupportEnumeration")
                                .split("\\s+"))
                        .contains(Names.PROTOCOL))
                .findFirst()
                .orElseThrow(() -> new Refused("saml.metadata-other-version"));
    }

    private static void requireTime(Element element, Instant now) {
        Optional<String> end = Xml.attribute(element, "validUntil");
        if (end.isEmpty()) return;
        try {
            if (!OffsetDateTime.parse(end.get()).toInstant().isAfter(now)) throw new Refused("saml.metadata-expired");
        } catch (DateTimeException noTime) {
            throw new Refused("saml.metadata-no-time");
        }
    }

    /** Those by POST alone: the only way that assertions go. */
    private static List<SamlMetadata.Consumer> consumers(Element provider) {
        record Found(SamlMetadata.Consumer consumer, boolean preferred) {}
        List<Found> found = new ArrayList<>();
        for (Element each : Xml.children(provider, METADATA, "AssertionConsumerService"))
            if (each.getAttributeNS(null, "Binding").equals(Names.POST))
                found.add(new Found(
                        new SamlMetadata.Consumer(address(each, "Location"), index(each, found.size())),
                        Xml.truth(each, "isDefault")));
        if (found.isEmpty()) throw new Refused("saml.metadata-no-consumer");
        found.sort(Comparator.comparing(each -> !each.preferred()));
        return found.stream().map(Found::consumer).toList();
    }

    private static int index(Element consumer, int otherwise) {
        String text = consumer.getAttributeNS(null, "index");
        return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : otherwise;
    }

    /** By redirect where it may, for that needs no script. */
    private static SamlMetadata.@Nullable Logout logout(Element provider) {
        List<Element> all = Xml.children(provider, METADATA, "SingleLogoutService");
        for (String binding : List.of(Names.REDIRECT, Names.POST))
            for (Element each : all)
                if (each.getAttributeNS(null, "Binding").equals(binding)) {
                    URI address = address(each, "Location");
                    boolean other = Xml.attribute(each, "ResponseLocation").isPresent();
                    return new SamlMetadata.Logout(
                            binding.equals(Names.POST), address, other ? address(each, "ResponseLocation") : address);
                }
        return null;
    }

    private static URI address(Element element, String attribute) {
        try {
            URI address = URI.create(element.getAttributeNS(null, attribute).strip());
            if (address.getHost() == null) throw new Refused("saml.metadata-no-address", element.getLocalName());
            return address;
        } catch (IllegalArgumentException noAddress) {
            throw new Refused("saml.metadata-no-address", element.getLocalName());
        }
    }

    private static boolean wantsEmail(Element provider) {
        return Xml.child(provider, METADATA, "NameIDFormat")
                .filter(first -> Xml.text(first).equals(Names.EMAIL))
                .isPresent();
    }
}
