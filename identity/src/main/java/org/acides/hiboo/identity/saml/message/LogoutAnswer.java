package org.acides.hiboo.identity.saml.message;

/**
 * What a service provider says to our request to sign somebody out (SAML V2.0 Core §3.7.2).
 *
 * @param inResponseTo which request; empty when it does not say
 * @param success whether they are signed out there
 */
public record LogoutAnswer(Head head, String inResponseTo, boolean success) {}
