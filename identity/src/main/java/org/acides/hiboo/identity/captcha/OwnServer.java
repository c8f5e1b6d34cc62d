package org.acides.hiboo.identity.captcha;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hiboo's own captcha, asked as a stranger would. */
final class OwnServer implements Server {

    private final FormsSite site;
    private final KeptKeys kept;
    private @Nullable SiteKeys known;

    OwnServer(FormsSite site, KeptKeys kept) {
        this.site = site;
        this.kept = kept;
    }

    @Override
    public URI siteverify() {
        return site.siteverify();
    }

    @Override
    public SiteKeys keys() {
        return settle(null);
    }

    @Override
    public Optional<SiteKeys> insteadOf(SiteKeys refused) {
        return Optional.of(settle(refused));
    }

    /**
     * Ours, or those that another instance kept, unless they are of a site that is gone, or refused; else new ones. Which site
     * it is, is asked each time: an admin who retires it closes no form.
     */
    private synchronized SiteKeys settle(@Nullable SiteKeys refused) {
        String key = site.siteKey();
        SiteKeys now = known;
        if (now != null && now.siteKey().equals(key) && !now.equals(refused)) return now;
        SiteKeys found = kept.find()
                .filter(keys -> keys.siteKey().equals(key) && !keys.equals(refused))
                .orElseGet(this::issued);
        known = found;
        return found;
    }

    private SiteKeys issued() {
        SiteKeys issued = site.issueSecret();
        kept.keep(issued);
        return issued;
    }

    @Override
    public boolean namesActions() {
        return true;
    }

    @Override
    public String script() {
        return "/captcha/widget.js";
    }

    @Override
    public String manual() {
        return "/captcha/manual";
    }

    @Override
    public String sources() {
        return "'self'";
    }
}
