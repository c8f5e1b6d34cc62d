package org.acides.hiboo.identity.saml.message;

import static org.acides.hiboo.identity.saml.message.Models.uri;

import java.net.URI;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.acides.hiboo.infrastructure.signing.CertifiedKeys.Certified;
import org.keycloak.dom.saml.v2.metadata.EndpointType;
import org.keycloak.dom.saml.v2.metadata.EntityDescriptorType;
import org.keycloak.dom.saml.v2.metadata.EntityDescriptorType.EDTChoiceType;
import org.keycloak.dom.saml.v2.metadata.EntityDescriptorType.EDTDescriptorChoiceType;
import org.keycloak.dom.saml.v2.metadata.IDPSSODescriptorType;
import org.keycloak.dom.saml.v2.metadata.KeyTypes;
import org.keycloak.saml.SPMetadataDescriptor;
import org.keycloak.saml.SignatureAlgorithm;
import org.keycloak.saml.common.exceptions.ConfigurationException;
import org.keycloak.saml.common.exceptions.ParsingException;
import org.keycloak.saml.common.exceptions.ProcessingException;
import org.keycloak.saml.processing.core.saml.v2.util.SAMLMetadataUtil;

/** Writes what service providers read about this identity provider (SAML V2.0 Metadata §2.4.3). */
public final class OwnMetadata {

    private OwnMetadata() {}

    /**
     * XML, signed.
     *
     * @param certificates of every key that signs, signed or is about to
     */
    public static String write(
            String entityId, URI signOn, URI logout, List<X509Certificate> certificates, Certified key) {
        IDPSSODescriptorType provider = new IDPSSODescriptorType(List.of(Names.PROTOCOL));
        provider.setWantAuthnRequestsSigned(false);
        for (String binding : List.of(Names.REDIRECT, Names.POST)) {
            provider.addSingleSignOnService(new EndpointType(uri(binding), signOn));
            provider.addSingleLogoutService(new EndpointType(uri(binding), logout));
        }
        for (String format : List.of(Names.PERSISTENT, Names.TRANSIENT, Names.EMAIL)) provider.addNameIDFormat(format);
        EntityDescriptorType entity = new EntityDescriptorType(entityId);
        entity.setID(Models.id());
        try {
            for (X509Certificate certificate : certificates)
                provider.addKeyDescriptor(SPMetadataDescriptor.buildKeyDescriptorType(
                        SPMetadataDescriptor.buildKeyInfoElement(
                                null, Base64.getEncoder().encodeToString(certificate.getEncoded())),
                        KeyTypes.SIGNING));
            entity.addChoiceType(new EDTChoiceType(List.of(new EDTDescriptorChoiceType(provider))));
            return SAMLMetadataUtil.signEntityDescriptorType(
                    entity,
                    SignatureAlgorithm.RSA_SHA256,
                    null,
                    key.certificate(),
                    new KeyPair(key.publicKey(), key.privateKey()));
        } catch (ProcessingException
                | ConfigurationException
                | ParsingException
                | ParserConfigurationException
                | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
