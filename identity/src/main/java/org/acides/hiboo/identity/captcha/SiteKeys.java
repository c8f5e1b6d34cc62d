package org.acides.hiboo.identity.captcha;

/** Who the forms are to the server. @param siteKey public @param secret what passes are verified with */
public record SiteKeys(String siteKey, String secret) {

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "SiteKeys[" + siteKey + "]";
    }
}
