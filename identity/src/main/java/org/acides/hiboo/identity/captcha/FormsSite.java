package org.acides.hiboo.identity.captcha;

import java.net.URI;
import org.acides.hiboo.infrastructure.api.Refused;

/** The site that Hiboo's forms are to Hiboo's captcha. Whoever wires the two together brings it. */
public interface FormsSite {

    /** Where its passes are verified, from this machine. Known once the server listens. */
    URI siteverify();

    /**
     * The site's public key. It is registered first where there is none, or none any more.
     *
     * @throws Refused as the captcha says
     */
    String siteKey();

    /**
     * A new secret of the site; earlier ones serve a day longer, so that other instances notice in peace.
     *
     * @throws Refused as the captcha says
     */
    SiteKeys issueSecret();
}
